/* The finder. It narrows the professions of `data.js` by the boxes that are ticked, counts what each further box would leave,
 * and keeps the choice in the address. */
/** @import { FinderData, Profession } from "./shapes" */
import "./site.js";
import { own } from "./base/data.js";
import { all, button, el, focus, isPlain, one } from "./base/elements.js";
import { keepState } from "./base/storage.js";
import { choiceOf } from "./finder/choice.js";
import { about, detailsOf, grades, loadProfessions, say, sayCount, sign, waysAfter } from "./finder/professions.js";
import { isSaved, markSaved, startSaved } from "./saved/list.js";

const SHOWN = 20; // professions at a time

/** A group of boxes, by the order of the data; a box is null where the page has none. */
/** @typedef {{ id: string, title: string, options: import("./shapes").Option[], boxes: (HTMLInputElement | null)[], element: HTMLElement | null }} Facet */

/** @type {HTMLFormElement} */
const form = one("#site-facets");
const page = one(".finder-in");
const list = one(".found-list", page);
const count = one(".found-count", page);
const more = one(".found-more", page);
const none = one(".found-none", page);
const tags = one(".found-chosen", page);
const order = one(".found-order", page);
const bar = one(".facets-bar", form);

/** @type {FinderData | null} */
let data = null;
/** @type {ReturnType<typeof choiceOf> | null} */
let choice = null;
/** @type {Facet[]} */
let facets = [];
/** Those that the choice leaves, with how much of it each has. @type {{ item: Profession, worth: number }[]} */
let found = [];
/** @type {number[][]} */
let ticked = [];
let shown = SHOWN;

/* The choice */

// For each facet the numbers of the options that are ticked.
const chosen = () => facets.map(({ boxes }) => boxes.flatMap((box, at) => (box?.checked ? [at] : [])));

function address() {
  return facets.flatMap(({ id, boxes }) => {
    const values = boxes.flatMap(box => (box?.checked ? [encodeURIComponent(box.value)] : []));
    return values.length ? [`${id}=${values.join(",")}`] : [];
  }).join("&");
}
// What an address asks for, by facet; `null` if it names none, as one that leads to a place of the page.
function wanted() {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const part of location.hash.slice(1).split("&")) {
    const at = part.indexOf("=");
    const id = part.slice(0, Math.max(at, 0));
    if (!facets.some(facet => facet.id === id)) { continue; }
    values.set(id, part.slice(at + 1).split(",").map(value => {
      try { return decodeURIComponent(value); } catch { return value; }
    }));
  }
  return values.size ? values : null;
}
function follow() {
  const asked = wanted();
  for (const { id, boxes, element } of facets) {
    const values = asked?.get(id) || [];
    for (const box of boxes) { if (box) { box.checked = values.includes(box.value); } }
    if (values.length && element instanceof HTMLDetailsElement) { element.open = true; }
  }
}
/**
 * Takes boxes away from the choice.
 * @param {Facet} facet
 * @param {number} [option] all of them without
 */
function untick({ boxes }, option) {
  boxes.forEach((box, at) => { if (box && (option === undefined || at === option)) { box.checked = false; } });
  changed();
  focus("site-found");
}
function reset() {
  form.reset();
  changed();
  focus("site-found");
}

/* Showing */

/**
 * What an option is called, in its language.
 * @param {Facet} facet
 * @param {number} option
 */
function nameOf({ options }, option) {
  const [, name, lang] = options[option];
  return lang ? el("span", { lang }, name) : name;
}
/** Cards that have been made, for a touch leaves most of them. @type {Map<string, HTMLElement>} */
const cards = new Map();

/**
 * @param {FinderData} data
 * @param {Profession} item
 */
function newCard(data, item) {
  const text = about(item);
  const ways = grades(data).flatMap(grade => {
    const names = waysAfter(data, item, grade).map(name => name.toLowerCase());
    return names.length ? [el("li", {}, say("after", { grade, ways: names.join(", ") }))] : [];
  });
  text.append(el("ul.found-why", { "aria-label": say("why"), hidden: true }));
  if (ways.length) { text.append(el("ul.found-ways", {}, ways)); }
  // Its press is heard by the list itself.
  const star = button("save.save-sign", [sign("star"), sign("star-full")], () => {},
    { "data-save": item.i, "aria-label": `${say("keep")}: ${item.t}` });
  return el("li.found-item", {}, text, star);
}
/**
 * @param {FinderData} data
 * @param {Profession} item
 */
function card(data, item) {
  const made = cards.get(item.i) || newCard(data, item);
  cards.set(item.i, made);
  const about = one(".found-about", made);
  if (item.come && !about.textContent) {
    about.textContent = item.s;
    about.lang = item.l || document.documentElement.lang;
  }
  const why = choice?.reasons(item, ticked) || [];
  // The same reasons need not be drawn again.
  const key = why.map(({ at, option }) => `${at}.${option}`).join();
  const list = one(".found-why", made);
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.hidden = !why.length;
    list.replaceChildren(...why.map(({ at, option }) => el("li", {}, nameOf(facets[at], option), " ", sign("check"))));
  }
  markSaved(one("[data-save]", made), isSaved(item.i));
  return made;
}
/** @param {FinderData} data */
function draw(data) {
  const items = found.slice(0, shown).map(({ item }) => item);
  const wanted = items.map(item => card(data, item));
  // Elements that stay where they are need not be laid out again.
  wanted.forEach((card, at) => { if (list.children[at] !== card) { list.insertBefore(card, list.children[at] || null); } });
  while (list.children.length > wanted.length) { list.lastElementChild?.remove(); }
  more.replaceChildren(...(found.length > shown ? [button("quiet", say("more"), () => {
    const first = shown;
    shown += SHOWN;
    write();
    draw(data);
    one("a", list.children[first]).focus();
  })] : []));
  // What cards say of professions may still be on its way; those that have come since are another draw's.
  detailsOf(items)?.then(() => draw(data), () => { /* a card without a summary still leads to its page */ });
}
// The choice as it is read: what is joined by "or" is enough alone, what is joined by "and" must hold together.
function drawTags() {
  /** @type {import("./shapes").Child[]} */
  const chips = [];
  ticked.forEach((options, at) => options.forEach((option, place) => {
    const facet = facets[at];
    const isEvery = facet.element?.hasAttribute("data-all");
    if (chips.length) { chips.push(el("span.chosen-join", {}, say(place && !isEvery ? "or" : "and"))); }
    chips.push(button("chip", [nameOf(facet, option), " ", sign("close")], () => untick(facet, option),
      { "aria-label": say("remove", { option: facet.options[option][1] }) }));
  }));
  tags.replaceChildren(...(chips.length ? [el("div.chosen-chips", {}, chips), button("find-link", say("reset"), reset)] : []));
}
// When nothing is left: what to take away, and what would come of it.
/** @param {HTMLElement[]} offers */
function drawNone(offers) {
  none.hidden = found.length > 0;
  one("ul", none).replaceChildren(...offers.map(offer => el("li", {}, offer)));
}
function offersFor() {
  const offers = (choice?.loosened(ticked) || []).slice(0, 5).map(({ at, option, left }) => {
    const facet = facets[at];
    const name = option < 0 ? facet.title : facet.options[option][1];
    return button("find-link", say("without", { option: name, n: left }), () => untick(facet, option < 0 ? undefined : option));
  });
  return offers.length ? offers : [button("find-link", say("reset"), reset)];
}
// What stands there already need not be laid out again.
/**
 * @param {Element} element
 * @param {string} text
 */
function put(element, text) { if (element.textContent !== text) { element.textContent = text; } }

/**
 * @param {Facet} facet
 * @param {number[]} numbers
 */
function drawFacet({ boxes, element }, numbers) {
  boxes.forEach((box, option) => {
    const label = box?.parentElement;
    if (!label) { return; }
    put(one(".count", label), String(numbers[option]));
    label.classList.toggle("is-empty", !numbers[option] && !box.checked);
  });
  const ticked = boxes.filter(box => box?.checked).length;
  const badge = element?.querySelector(".facet-count");
  if (badge instanceof HTMLElement) {
    put(badge, ticked ? String(ticked) : "");
    badge.hidden = !ticked;
  }
  return badge ? ticked : 0;
}
function update() {
  if (!data || !choice) { return; }
  ticked = chosen();
  const { found: left, numbers } = choice.counted(ticked);
  found = choice.bestFirst(left, ticked);
  shown = SHOWN;
  // Boxes behind the questions: their number says that there is a choice among them.
  const behind = facets.map((facet, at) => drawFacet(facet, numbers[at])).reduce((sum, n) => sum + n, 0);
  const badge = one(".facets-count", form);
  put(badge, say("chosen", { n: behind }));
  badge.hidden = !behind;
  const text = found.length ? sayCount("found", found.length) : say("none");
  put(count, text);
  put(one(".facets-found", bar), text);
  order.hidden = !found.length || found[0].worth === found[found.length - 1].worth;
  drawTags();
  drawNone(found.length ? [] : offersFor());
  draw(data);
}
// The address holds the choice, for reloading, coming back and sending it; how much of the list was shown stands beside it.
// Where the address may not be changed, as on some disks, nothing is lost.
function write() {
  const hash = address();
  if (!keepState({ shown }, hash ? `#${hash}` : location.pathname + location.search)) { location.hash = hash; }
}
function changed() {
  if (!data) { return; }
  update();
  write();
}

/* Beginning */

/** @param {FinderData} given */
function begin(given) {
  data = given;
  facets = given.facets.map(({ id, title, options }) => {
    const element = all(".facet", form).find(({ dataset }) => dataset.facet === id);
    /** @type {HTMLInputElement[]} */
    const inputs = element ? all("input", element) : [];
    const boxes = options.map(([value]) => inputs.find(input => input.value === value) || null);
    return { id, title, options, boxes, element: element || null };
  });
  choice = choiceOf(given, at => !!facets[at].element?.hasAttribute("data-all"));
  // One may have ticked boxes while the list was on its way.
  if (!form.querySelector("input:checked") || wanted()) { follow(); }
  page.removeAttribute("data-waiting");
  update();
  const before = own(history.state, "shown");
  if (before > SHOWN) {
    shown = before;
    draw(given);
  }
}

startSaved();
form.addEventListener("change", changed);
form.addEventListener("submit", event => event.preventDefault());
window.addEventListener("hashchange", () => {
  if (!data) { return; }
  // Some place of the page, or names of nothing: the choice stays and comes back into the address.
  if (location.hash && !wanted()) { write(); return; }
  follow();
  update();
});
// So links inside the page lead to their place and leave the address alone.
document.addEventListener("click", event => {
  const link = event.target instanceof Element && event.target.closest("a[href^='#']");
  const place = link && document.getElementById((link.getAttribute("href") || "").slice(1));
  if (!place || !isPlain(event)) { return; }
  event.preventDefault();
  place.scrollIntoView();
  place.focus({ preventScroll: true });
});

const share = one(".found-share .copy", page);
if (share && navigator.clipboard) {
  share.hidden = false;
  share.addEventListener("click", () => {
    navigator.clipboard.writeText(location.href).then(() => {
      one(".found-share [role=\"status\"]", page).textContent = say("shared");
    }, () => { /* the address bar has it too */ });
  });
}

// The bar leads to what is found, and a button there back to the questions. Neither touches the address, which has the choice.
/** @type {(press: HTMLElement, place: string) => void} */
function leads(press, place) {
  press.addEventListener("click", () => {
    const target = document.getElementById(place);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  });
}
leads(one("button", bar), "site-found");
leads(one(".found-back", page), "site-questions");

// The first cards are those of the choice in the address, or of the beginning of the alphabet.
/** @param {FinderData} data */
const first = data => (location.hash ? [] : data.items.slice(0, SHOWN));
loadProfessions(begin, message => {
  page.removeAttribute("data-waiting");
  put(count, message);
  put(one(".facets-found", bar), message);
}, first);
