/* Bagyt: the results page. Its address holds the query; search.js does the searching. */
window.bagytSearch.page(kit => {
  "use strict";

  const { form, out, here, texts, plural, el, button, link, marked, results, target } = kit;
  const { recent, remember, forget, indexOf, open, seeker, notes, skeletons, speaker, summary, kindOf, field } = kit;
  const { tell, figure, of } = kit;
  const own = out.dataset;
  const PAGE = 10; // results at a time
  const input = form.querySelector("input");
  const tips = document.querySelector(".seek-tips");
  const past = el("section.seek-recent");
  const asked = el("p.seek-asked"); // paper has no box that says it
  const head = el("h2.seek-count");
  const status = el("p.hush", { role: "status" });
  const filters = el("div.seek-filters");
  const above = el("div.find-above");
  const list = el("ol.seek-list");
  const more = el("p.seek-more");
  const speak = speaker(status);
  const seek = seeker(draw);
  const index = indexOf(here.lang);
  const site = document.title;
  let shown = { q: "", kind: null, publication: null, n: PAGE };
  let typing = false;
  let focus = -1; // number of the result that gets the focus once it is there
  let scroll = 0;
  const shape = field(form, () => set("", true));

  out.append(asked, past, above, filters, head, list, more, status);

  function hit(one, info, lang) {
    if (one.pending) { return el("li.seek-hit", {}, skeletons(1)); }
    const part = (section, title) => [
      title && el("p.seek-place", {}, section === one ? marked(section.heading)
        : link(marked(section.heading), target(one.page, section.words, section.anchor))),
      section.excerpt && el("p.seek-text", {}, marked(section.excerpt)),
    ];
    const book = of(info && info.publications, one.publication);
    const about = [lang && here.otherName, kindOf(info, one), book].filter(Boolean).join(" · ");
    return el("li.seek-hit", { lang },
      el("h3", {}, link(marked(one.title), target(one.page, one.words, one.anchor))),
      about && el("p.seek-about", {}, about),
      one.also && el("p.seek-place", {}, marked(one.also)),
      part(one, one.heading),
      one.more && one.more.length > 0 && el("ul.seek-sections", {}, one.more.map(section =>
        el("li", {}, part(section, section.heading)))));
  }
  // One row of buttons: all, and each kind or publication with its count.
  function filter(key, label, names, counts) {
    if (counts.length < 2 && !shown[key]) { return null; }
    const press = (value, text, n) => el("button.seek-filter", {
      type: "button", "aria-pressed": String(shown[key] === value), id: "site-" + key + "-" + (value || ""),
      click: () => go(Object.assign({}, shown, { [key]: value, n: PAGE })),
    }, text, n != null && [" ", el("span", {}, figure(n))]);
    return el("div", { role: "group", "aria-label": label }, el("span", { "aria-hidden": "true" }, label),
      el("div", {}, press(null, own.any), counts.map(([value, n]) => press(value, of(names, value) || value, n))));
  }

  function draw() {
    const { q, titles: named, answer, fresh, busy, foreign, error } = seek.state;
    const info = index.info || { kinds: {}, publications: {} };
    const old = q ? [] : recent();
    const focused = out.contains(document.activeElement) && document.activeElement;
    past.hidden = !old.length;
    past.replaceChildren(el("h2", {}, texts.recent),
      el("ul.links", {}, old.map(one => el("li", {}, link(one, results(one))))),
      el("p.find-below", {}, texts.recentNote, button(texts.forget, () => { forget(); draw(); }, "find-link")));
    tips.hidden = !!q;
    document.title = q ? q + " — " + site : site;
    asked.textContent = q && "«" + q + "»";

    // Until the text has been searched, and where it cannot be, titles stand in.
    const whole = fresh || (busy && answer);
    const hits = !q ? [] : whole ? answer.hits : named.slice(0, 50);
    const total = !q ? null : fresh ? answer.total : !busy && named.length ? named.length : null;
    head.hidden = !q || (total === null && !(named.length && !whole)) || total === 0;
    head.textContent = total > 0 ? plural("found", total) : texts.titles;
    list.classList.toggle("is-stale", !!(busy && whole && !fresh));
    above.replaceChildren(...(q ? notes(seek, () => find(0), better => set(better, true)) : []));
    filters.replaceChildren(...(q && answer && whole ? [
      filter("kind", own.kind, info.kinds, answer.kinds || []),
      filter("publication", own.publication, info.publications, answer.publications || []),
    ].filter(Boolean) : []));
    // A failed file leaves gaps; what it would have held is told above, not shown as if it were coming.
    const items = hits.filter(one => busy || !one.pending).map(one => hit(one, info));
    if (q && busy && !whole) { items.push(...skeletons(3).map(one => el("li.seek-hit", {}, one))); }
    if (foreign && foreign.answer) {
      items.push(...foreign.answer.hits.map(one => hit(one, indexOf(here.other).info, here.other)));
    } else if (foreign && foreign.busy) { items.push(...skeletons(3).map(one => el("li.seek-hit", {}, one))); }
    list.replaceChildren(...items);
    const left = fresh && answer.total > hits.length;
    more.replaceChildren(...(left && !busy ? [
      button(own.more, () => { focus = hits.length; go(Object.assign({}, shown, { n: shown.n + PAGE })); }),
      el("span", {}, tell(own.shown, { n: hits.length, total: figure(answer.total) })),
    ] : []));

    // What had the focus has been drawn anew, or is the button that brought more results.
    const same = focused && (focused.id ? document.getElementById(focused.id)
      : Array.from(list.querySelectorAll("a")).find(one => one.href === focused.href));
    const next = list.querySelectorAll("h3 a")[focus] || same;
    if (next) { next.focus(); }
    if (!busy) { focus = -1; }
    if (scroll && !busy) { window.scrollTo(0, scroll); scroll = 0; }
    if (q) { speak(summary(seek.state)); }
  }

  function find(wait) {
    shape();
    const { q, kind, publication, n } = shown;
    seek.find(q, { typing, kind, publication, from: 0, limit: n }, wait);
  }
  // The page of the other language searches the same.
  function carry() {
    const { q, kind, publication } = shown;
    const url = q ? results(q, kind, publication) : here.results;
    for (const link of document.querySelectorAll(".langs a[data-lang]")) { link.search = new URL(url, location.href).search; }
    return url;
  }
  // A page on a disk may not change its address: the state then stands in its place.
  function write(push) {
    const way = push ? "pushState" : "replaceState";
    const url = carry();
    try { history[way](shown, "", url); }
    catch (e) { try { history[way](shown, ""); } catch (e2) { /* forgotten on leaving */ } }
  }
  function go(next, push, wait) {
    shown = next;
    write(push);
    find(wait || 0);
  }
  function set(q, push) {
    input.value = q;
    typing = false;
    remember(q);
    go({ q, kind: null, publication: null, n: PAGE }, push);
  }
  function read() {
    const address = new URLSearchParams(location.search);
    const short = (name, length) => (address.get(name) || "").trim().slice(0, length);
    const from = { q: short("q", 200), kind: short("kind", 60) || null, publication: short("publication", 60) || null };
    shown = Object.assign({ n: PAGE }, from, history.state && typeof history.state.q === "string" ? history.state : {});
    scroll = shown.y || 0;
    typing = false;
    input.value = shown.q;
    carry();
    find(0);
  }

  input.addEventListener("focus", () => { open(index).catch(() => {}); });
  input.addEventListener("input", () => {
    // One step back leads to the query before this one, not letter by letter.
    const first = !typing;
    typing = true;
    go({ q: input.value.trim(), kind: null, publication: null, n: PAGE }, first, 120);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    set(input.value.trim(), input.value.trim() !== shown.q);
  });
  out.addEventListener("click", event => { if (event.target.closest("a")) { remember(shown.q); } });
  window.addEventListener("popstate", read);
  const keep = () => { shown.y = window.scrollY; write(); };
  let scrolling = 0;
  // What is written on leaving is lost to a reload in Chromium (findings/chromium-reload-drops-state.sh).
  window.addEventListener("scroll", () => { clearTimeout(scrolling); scrolling = setTimeout(keep, 200); }, { passive: true });
  window.addEventListener("pagehide", keep);
  read();
  remember(shown.q);
  return () => { input.focus(); input.select(); };
});
