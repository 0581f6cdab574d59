/* Added to every page by `bagyt serve`: reloads it after each build and shows what is wrong. */
(() => {
  "use strict";

  /** @typedef {{ text: string, place?: string | null, link?: string | null, explained?: string | null }} Message */
  /** @typedef {{ lang: string, errors: string, warnings: string, explain: string, copy: string, open: string, close: string, no_page: string, as_of: string }} Words */
  /** What the server tells (`serve/http.rs`): the number of the build, when the page was made, and what is wrong. */
  /** @typedef {{ build: number, shown: number | null, errors: Message[], warnings: Message[], words: Words }} News */

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = Number(src.split("?")[1] || "0");
  const CLOSED = "bagyt-closed";
  /** @type {HTMLElement | null} */
  let panel = null;

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_bagyt/reload.css";
  document.head.append(style);

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} text
   * @param {Element} parent
   */
  function element(name, text, parent) {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  }

  /**
   * @param {string} text
   * @param {Element} parent
   * @param {() => void} act
   */
  function button(text, parent, act) {
    const made = element("button", text, parent);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // One and the same trouble stays closed on every page, until something changes.
  /** @param {News} news */
  const trouble = news => JSON.stringify([news.errors, news.warnings].map(list => list.map(message => message.text)));

  /**
   * @param {string} place
   * @param {Element} shown
   */
  function copy(place, shown) {
    const select = () => getSelection()?.selectAllChildren(shown);
    if (navigator.clipboard) { navigator.clipboard.writeText(place).catch(select); } else { select(); }
  }

  /**
   * @param {Message[]} messages
   * @param {Words} words
   * @param {Element} parent
   */
  function list(messages, words, parent) {
    const items = element("ol", "", parent);
    for (const { text, place, link, explained } of messages) {
      const item = element("li", "", items);
      element("pre", text, item);
      if (!place && !explained) { continue; }
      const row = element("div", "", item);
      row.className = "place";
      if (place) {
        const path = element("code", place, row);
        button(words.copy, row, () => copy(place, path));
        element("a", words.open, row).href = link || "";
      }
      if (explained) {
        const more = element("a", words.explain, row);
        more.href = explained;
        more.target = "_blank";
      }
    }
  }

  /** @param {News} news */
  function version({ shown, words }) {
    if (!shown) { return words.no_page; }
    const time = new Date(shown).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    return words.as_of.replace("%", time);
  }

  function hide() {
    panel?.remove();
    panel = null;
  }

  /** @param {News} news */
  function show(news) {
    const { errors, warnings, words } = news;
    hide();
    if ((!errors.length && !warnings.length) || sessionStorage.getItem(CLOSED) === trouble(news)) { return; }
    panel = document.createElement("section");
    panel.id = "bagyt-panel";
    panel.lang = words.lang;
    panel.setAttribute("aria-label", "bagyt");
    panel.className = errors.length ? "" : "calm";
    const head = element("header", "", panel);
    if (errors.length) {
      element("b", words.errors, head);
      element("span", version(news), head);
    }
    button(words.close, head, () => {
      sessionStorage.setItem(CLOSED, trouble(news));
      hide();
    }).title = "Esc";
    if (errors.length) {
      const part = element("div", "", panel);
      part.id = "bagyt-errors";
      part.setAttribute("role", "alert");
      list(errors, words, part);
    }
    if (warnings.length) {
      const part = element("details", "", panel);
      part.id = "bagyt-warnings";
      element("summary", words.warnings, part);
      list(warnings, words, part);
    }
    document.body.append(panel);
  }

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      /** @type {HTMLElement | null | undefined} */
      const close = panel?.querySelector("header button");
      close?.click();
    }
  });

  // A page asks and lets go: a browser opens six connections to a host, for all its tabs. One that nobody looks at asks seldom,
  // and at once when it is looked at again.
  const SEEN = 250;
  const UNSEEN = 2000;
  const LOST = 3000;
  let told = -1;
  let timer = 0;
  let asking = false;

  /** @param {News} news */
  function hear(news) {
    told = news.build;
    if (!news.errors.length && news.build !== own && news.build > 0) { location.reload(); } else { show(news); }
  }

  async function ask() {
    clearTimeout(timer);
    if (asking) { return; }
    asking = true;
    let next = document.hidden ? UNSEEN : SEEN;
    try {
      const answer = await fetch(`/_bagyt/news?build=${told}`, { cache: "no-store" });
      if (answer.status === 200) { hear(await answer.json()); }
    } catch {
      // It was stopped, or is just being started anew.
      next = LOST;
    }
    asking = false;
    timer = setTimeout(ask, next);
  }

  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
  addEventListener("focus", ask);
  ask();
})();
