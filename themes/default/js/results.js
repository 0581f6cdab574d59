/* The results page. Its address holds the query. */
/** @import { Hit, PendingHit, Section, Shown, Start } from "./shapes" */
import "./search.js";
import { own } from "./base/data.js";
import { all, el, link, one } from "./base/elements.js";
import { keepState } from "./base/storage.js";
import { figure, wordsOf } from "./base/words.js";
import { enterWith } from "./search/keys.js";
import { indexOf, open } from "./search/language.js";
import { addressOf, counted, here, resultsOf, word } from "./search/place.js";
import { forget, recent, remember } from "./search/recent.js";
import { seeker } from "./search/seeker.js";
import { field, kindOf, marked, notes, press, skeletons, speaker, summary } from "./search/view.js";

const PAGE = 10; // results at a time

const out = one("#site-results");
const { word: label } = wordsOf(out);
/** @type {HTMLFormElement} */
const form = one("form.find");
/** @type {HTMLInputElement} */
const input = one("input", form);
const tips = one(".seek-tips");
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
/** @type {Shown} */
let shown = { q: "", kind: null, publication: null, n: PAGE };
let typing = false;
let focusAt = -1; // number of the result that gets the focus once it is there
let scroll = 0;
let scrolling = 0;

out.append(asked, past, above, filters, head, list, more, status);
const shape = field(form, () => set("", true));

/* A result */

/** @type {(hit: Hit, section: Section) => (HTMLElement | false)[]} */
const sectionOf = (hit, section) => [
  !!section.heading && el("p.seek-place", {}, section === hit ? marked(section.heading)
    : link(marked(section.heading), addressOf(hit.page, section.words, section.anchor))),
  !!section.excerpt && el("p.seek-text", {}, marked(section.excerpt)),
];
/** @type {(hit: Hit | PendingHit, info: Start | null, lang: string | null) => HTMLElement} */
function item(hit, info, lang) {
  if (hit.pending) { return el("li.seek-hit", {}, skeletons(1)); }
  const about = [lang && here.otherName, kindOf(info, hit), own(info?.publications, hit.publication)].filter(Boolean);
  const sections = hit.more || [];
  return el("li.seek-hit", { lang },
    el("h3", {}, link(marked(hit.title), addressOf(hit.page, hit.words, hit.anchor))),
    about.length > 0 && el("p.seek-about", {}, about.join(" · ")),
    hit.also && el("p.seek-place", {}, marked(hit.also)),
    sectionOf(hit, hit),
    sections.length > 0 && el("ul.seek-sections", {}, sections.map(section => el("li", {}, sectionOf(hit, section)))));
}
/**
 * One row of buttons: all, and each kind or publication with its count.
 * @param {"kind" | "publication"} key
 * @param {Readonly<Record<string, string>>} names
 * @param {[string, number][]} counts
 */
function filter(key, names, counts) {
  if (counts.length < 2 && !shown[key]) { return []; }
  /** @type {(value: string | null, text: string, n?: number) => HTMLElement} */
  const choice = (value, text, n) => el("button.seek-filter", {
    type: "button", "aria-pressed": String(shown[key] === value), id: `site-${key}-${value || ""}`,
    click: () => go({ ...shown, [key]: value, n: PAGE }),
  }, text, n !== undefined && [" ", el("span", {}, figure(n))]);
  return [el("div", { role: "group", "aria-label": label(key) }, el("span", { "aria-hidden": "true" }, label(key)),
    el("div", {}, choice(null, label("any")), counts.map(([value, n]) => choice(value, own(names, value) || value, n))))];
}

/* The page */

function drawPast() {
  const old = seek.state.q ? [] : recent();
  past.hidden = !old.length;
  past.replaceChildren(el("h2", {}, word("recent")),
    el("ul.links", {}, old.map(q => el("li", {}, link(q, resultsOf(q))))),
    el("p.find-below", {}, word("recent-note"), press(word("forget"), () => { forget(); draw(); }, "find-link")));
}
/**
 * What was found, and what stands for what is still sought.
 * @param {(Hit | PendingHit)[]} hits
 * @param {boolean} whole whether they are those of the text
 */
function itemsOf(hits, whole) {
  const { q, busy, foreign } = seek.state;
  const waiting = () => skeletons(3).map(one => el("li.seek-hit", {}, one));
  // A failed file leaves gaps; what it would have held is told above, not shown as if it were coming.
  const items = hits.filter(hit => busy || !hit.pending).map(hit => item(hit, index.info, null));
  if (q && busy && !whole) { items.push(...waiting()); }
  if (foreign?.answer) {
    const { info } = indexOf(here.other);
    items.push(...foreign.answer.hits.map(hit => item(hit, info, here.other)));
  } else if (foreign?.busy) { items.push(...waiting()); }
  return items;
}
// What had the focus has been drawn anew, or is the button that brought more results.
/** @param {Element | null} focused */
function focusAgain(focused) {
  const same = focused && (focused.id ? document.getElementById(focused.id)
    : all("a", list).find(link => /** @type {HTMLAnchorElement} */ (link).href === /** @type {any} */ (focused).href));
  (all("h3 a", list)[focusAt] || same)?.focus();
}
function draw() {
  const { q, titles, answer, fresh, busy } = seek.state;
  const { kinds = {}, publications = {} } = index.info || {};
  const focused = out.contains(document.activeElement) ? document.activeElement : null;
  drawPast();
  tips.hidden = !!q;
  document.documentElement.toggleAttribute("data-asked", !!q);
  document.title = q ? `${q} — ${site}` : site;
  asked.textContent = q && `«${q}»`;

  // Until the text has been searched, and where it cannot be, titles stand in.
  const texts = fresh || busy ? answer : null;
  const whole = !!texts;
  const hits = !q ? [] : texts ? texts.hits : titles.slice(0, 50);
  const total = !q ? null : fresh && answer ? answer.total : !busy && titles.length ? titles.length : null;
  head.hidden = !q || (total === null && !(titles.length && !whole)) || total === 0;
  head.textContent = total ? counted("found", total) : word("titles");
  list.classList.toggle("is-stale", busy && whole && !fresh);
  above.replaceChildren(...(q ? notes(seek, () => find(0), better => set(better, true)) : []));
  filters.classList.toggle("is-awaited", !!q && busy && !texts);
  filters.replaceChildren(...(q && texts ? [
    ...filter("kind", kinds, texts.kinds),
    ...filter("publication", publications, texts.publications),
  ] : []));
  list.replaceChildren(...itemsOf(hits, whole));
  const left = fresh && !busy && answer && answer.total !== null && answer.total > hits.length;
  more.replaceChildren(...(left ? [
    press(label("more"), () => { focusAt = hits.length; go({ ...shown, n: shown.n + PAGE }); }),
    el("span", {}, label("shown", { n: hits.length, total: figure(answer.total || 0) })),
  ] : []));

  focusAgain(focused);
  if (!busy) { focusAt = -1; }
  if (scroll && !busy) { scrollTo(0, scroll); scroll = 0; }
  if (q) { speak(summary(seek.state)); }
}

/* The query */

/** @param {number} wait */
function find(wait) {
  shape();
  const { q, kind, publication, n } = shown;
  seek.find(q, { typing, kind, publication, from: 0, limit: n }, wait);
}
// The page of the other language searches the same.
function carry() {
  const { q, kind, publication } = shown;
  const url = q ? resultsOf(q, kind, publication) : here.results;
  const { search } = new URL(url, location.href);
  for (const link of all(".langs a[data-lang]")) { /** @type {HTMLAnchorElement} */ (link).search = search; }
  return url;
}
// A page on a disk may not change its address: the state then stands in its place.
/** @param {boolean} [further] */
function write(further) {
  if (!keepState(shown, carry(), further)) { keepState(shown, undefined, further); }
}
/**
 * @param {Shown} next
 * @param {boolean} [further] whether it is a step that one can go back from
 * @param {number} [wait]
 */
function go(next, further, wait = 0) {
  shown = next;
  write(further);
  find(wait);
}
/**
 * @param {string} q
 * @param {boolean} further
 */
function set(q, further) {
  input.value = q;
  typing = false;
  remember(q);
  go({ q, kind: null, publication: null, n: PAGE }, further);
}
function read() {
  const address = new URLSearchParams(location.search);
  /** @type {(name: string, length: number) => string} */
  const short = (name, length) => (address.get(name) || "").trim().slice(0, length);
  const state = typeof history.state?.q === "string" ? history.state : {};
  shown = {
    n: PAGE, q: short("q", 200), kind: short("kind", 60) || null, publication: short("publication", 60) || null, ...state,
  };
  scroll = shown.y || 0;
  typing = false;
  input.value = shown.q;
  carry();
  find(0);
}
function keepPlace() {
  shown.y = scrollY;
  write();
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
out.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest("a")) { remember(shown.q); }
});
window.addEventListener("popstate", read);
// What is written on leaving is lost to a reload in Chromium (findings/chromium-reload-drops-state.sh).
window.addEventListener("scroll", () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(keepPlace, 200);
}, { passive: true });
window.addEventListener("pagehide", keepPlace);
read();
remember(shown.q);
enterWith(() => { input.focus(); input.select(); });
