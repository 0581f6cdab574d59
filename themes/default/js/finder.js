/* The finder. It narrows the professions of `data.js` by the boxes that are ticked, counts what each further box would leave,
 * and keeps the choice in the address. */
/** @import { FinderData, Profession } from "./shapes" */
import "./site.js";
import { own } from "./base/data.js";
import { all, button, el, focus, isPlain, one } from "./base/elements.js";
import { keepState } from "./base/storage.js";
import { choiceOf } from "./finder/choice.js";
import { about, grades, loadProfessions, say, sayCount, sign, waysAfter } from "./finder/professions.js";
import { isSaved, markSaved, startSaved } from "./saved/list.js";

const SHOWN = 20; // professions at a time

/** A group of boxes, by the order of the data; a box is null where the page has none. */
/** @typedef {{ id: string, title: string, names: string[], boxes: (HTMLInputElement | null)[], element: HTMLDetailsElement | null }} Facet */

/** @type {HTMLFormElement} */
const form = one("#site-facets");
const page = one(".finder-in");
const list = one(".found-list", page);
const count = one(".found-count", page);
const more = one(".found-more", page);
const none = one(".found-none", page);
const tags = one(".found-chosen", page);

/** @type {FinderData | null} */
let data = null;
/** @type {ReturnType<typeof choiceOf> | null} */
let choice = null;
/** @type {Facet[]} */
let facets = [];
/** @type {Profession[]} */
let found = [];
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
    if (values.length && element) { element.open = true; }
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
 * @param {FinderData} data
 * @param {Profession} item
 */
function card(data, item) {
  const text = about(item);
  const ways = grades(data).flatMap(grade => {
    const names = waysAfter(data, item, grade).map(name => name.toLowerCase());
    return names.length ? [el("li", {}, say("after", { grade, ways: names.join(", ") }))] : [];
  });
  if (ways.length) { text.append(el("ul.found-ways", {}, ways)); }
  // Its press is heard by the list itself.
  const star = button("save.save-sign", [sign("star"), sign("star-full")], () => {},
    { "data-save": item.i, "aria-label": `${say("keep")}: ${item.t}` });
  markSaved(star, isSaved(item.i));
  return el("li.found-item", {}, text, star);
}
/** @param {FinderData} data */
function draw(data) {
  list.replaceChildren(...found.slice(0, shown).map(item => card(data, item)));
  more.replaceChildren(...(found.length > shown ? [button("quiet", say("more"), () => {
    const first = shown;
    shown += SHOWN;
    write();
    draw(data);
    one("a", list.children[first]).focus();
  })] : []));
}
/** @param {number[][]} ticked */
function drawTags(ticked) {
  const chips = ticked.flatMap((options, at) => options.map(option => {
    const name = facets[at].names[option];
    return button("chip", [`${name} `, sign("close")], () => untick(facets[at], option),
      { "aria-label": say("remove", { option: name }) });
  }));
  tags.replaceChildren(...chips, ...(chips.length ? [button("find-link", say("reset"), reset)] : []));
}
// When nothing is left: what to take away, and what would come of it.
/** @param {HTMLElement[]} offers */
function drawNone(offers) {
  none.hidden = found.length > 0;
  one("ul", none).replaceChildren(...offers.map(offer => el("li", {}, offer)));
}
/** @param {number[][]} ticked */
function offersFor(ticked) {
  const offers = (choice?.loosened(ticked) || []).slice(0, 5).map(({ at, option, left }) => {
    const facet = facets[at];
    const name = option < 0 ? facet.title : facet.names[option];
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
  const badge = element && one(".facet-count", element);
  if (badge) {
    put(badge, ticked ? String(ticked) : "");
    badge.hidden = !ticked;
  }
  return ticked;
}
function update() {
  if (!data || !choice) { return; }
  const { left, counts } = choice;
  const ticked = chosen();
  found = left(ticked);
  shown = SHOWN;
  const total = facets.map((facet, at) => drawFacet(facet, counts(at, ticked))).reduce((sum, n) => sum + n, 0);
  const badge = one(".facets-count", form);
  badge.textContent = say("chosen", { n: total });
  badge.hidden = !total;
  count.textContent = found.length ? sayCount("found", found.length) : say("none");
  drawTags(ticked);
  drawNone(found.length ? [] : offersFor(ticked));
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
    /** @type {HTMLDetailsElement | undefined} */
    const element = /** @type {HTMLDetailsElement[]} */ (all(".facet", form)).find(({ dataset }) => dataset.facet === id);
    /** @type {HTMLInputElement[]} */
    const inputs = element ? all("input", element) : [];
    const boxes = options.map(([value]) => inputs.find(input => input.value === value) || null);
    return { id, title, names: options.map(([, name]) => name), boxes, element: element || null };
  });
  choice = choiceOf(given, at => !!facets[at].element?.hasAttribute("data-all"));
  // One may have ticked boxes while the list was on its way.
  if (!form.querySelector("input:checked") || wanted()) { follow(); }
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

const share = one(".found-share button", page);
if (share && navigator.clipboard) {
  share.hidden = false;
  share.addEventListener("click", () => {
    navigator.clipboard.writeText(location.href).then(() => {
      one(".found-share [role=\"status\"]", page).textContent = say("shared");
    }, () => { /* the address bar has it too */ });
  });
}

// On a narrow screen the boxes are folded away until they are asked for.
/** @type {HTMLDetailsElement} */
const fold = one(".facets-fold", form);
fold.open = matchMedia("(min-width: 56rem)").matches;

page.hidden = false;
loadProfessions(begin, message => { count.textContent = message; });
