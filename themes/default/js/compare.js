/* The reader's own list, and up to four of its professions side by side. */
/** @import { FinderData, Profession } from "./shapes" */
import "./site.js";
import { own } from "./base/data.js";
import { all, button, el, focus, link, one } from "./base/elements.js";
import { keepState } from "./base/storage.js";
import {
  about, detailsOf, loadProfessions, optionOfWay, optionsOf, say, sayCount, sign, waysAfter,
} from "./finder/professions.js";
import { save, savedIds, startSaved, toggleSaved, watchSaved } from "./saved/list.js";

const MOST = 4;
const SVG = "http://www.w3.org/2000/svg";

const none = one(".saved-none");
const section = one(".saved-list");
const list = one(".found-list", section);
const count = one(".found-count", section);
const compare = one(".compare");
const note = one(".compare-note", compare);
const table = one(".compare-table", compare);
/** Ids of the professions that stand side by side. @type {string[]} */
let picked = [];

/* What stands in the table */

/**
 * @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes
 * @param {...(Node | string)} children
 */
function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, String(value)); }
  element.append(...children);
  return element;
}
/** @typedef {readonly [text: string, lang?: string]} Line */

/** @param {readonly Line[]} texts */
const lines = texts => (texts.length ? el("ul", {}, texts.map(([text, lang]) => el("li", { lang }, text))) : el("span.soft", {}, say("empty")));

/** @typedef {(data: FinderData, item: Profession) => Element} Cell */

/** @type {Cell} */
function bars(data, item) {
  const values = item.r;
  if (!values) { return lines([]); }
  // Which letters count is said by the code that the build derived, and not again here.
  const code = optionsOf(data, item, "interest").map(([letter]) => letter);
  const described = data.interests.map(([, name], at) => `${name}: ${values[at]}`).join("; ");
  return draw("svg", { viewBox: "0 0 150 102", role: "img", class: "bars small", "aria-label": described },
    ...data.interests.map(([letter], at) => draw("g",
      { transform: `translate(0 ${at * 17})`, class: code.includes(letter) ? "bar bar-strong" : "bar" },
      draw("text", { x: 7, y: 12, class: "bar-letter" }, letter),
      draw("rect", { x: 18, y: 4, width: 130, height: 8, rx: 2, class: "bar-track" }),
      draw("rect", { x: 18, y: 4, width: values[at] * 1.3, height: 8, rx: 2, class: "bar-value" }))));
}
/** @type {Cell} */
function conditions(data, item) {
  const named = (item.c || []).map((often, at) => ({ often, text: `${data.conditions[at]} — ${data.often[often]}` }));
  return lines(named.sort((a, b) => b.often - a.often).map(({ text }) => [text]));
}
/** Rows that are more than the names of a facet's options. @type {Readonly<Record<string, Cell>>} */
const CELLS = {
  summary: (_, item) => el("p", { lang: item.l }, item.s),
  interest: bars,
  competency: (data, item) => lines(item.k.map(([number]) => data.competencies[number])),
  condition: conditions,
  test: (data, item) => el("span", {}, say(item.w.some(way => optionOfWay(data, way, "test")) ? "yes" : "no")),
};
/** @type {(data: FinderData, row: string) => (item: Profession) => Element} */
function cellsOf(data, row) {
  const cell = own(CELLS, row);
  const [, grade] = /^start(\d+)$/.exec(row) || [];
  if (cell) { return item => cell(data, item); }
  if (grade) { return item => lines(waysAfter(data, item, grade).map(name => [name])); }
  return item => lines(optionsOf(data, item, row).map(([, name, lang]) => [name, lang]));
}
/** @param {FinderData} data */
function drawTable(data) {
  const items = data.items.filter(item => picked.includes(item.i));
  const rows = say("rows").split(" ").map(row => {
    const cells = items.map(cellsOf(data, row));
    // A row that no profession fills says nothing.
    return !cells.every(cell => cell.classList.contains("soft")) && el("tr", {},
      el("th", { scope: "row" }, say(`row-${row}`)), cells.map(cell => el("td", {}, cell)));
  });
  const titles = items.map(item => el("th", { scope: "col", lang: item.tl }, link(item.t, item.u)));
  table.replaceChildren(...(items.length ? [el("table", {},
    el("thead", {}, el("tr", {}, el("td"), titles)),
    el("tbody", {}, rows))] : []));
}

/* The list */

/**
 * @param {FinderData} data
 * @param {readonly string[]} ids
 */
const itemsOf = (data, ids) => ids.flatMap(id => data.items.find(item => item.i === id) || []);

/**
 * @param {FinderData} data
 * @param {string[]} ids
 */
function show(data, ids) {
  const items = itemsOf(data, ids);
  // Another tab may have added some.
  detailsOf(items)?.then(() => show(data, ids), failed);
  const known = items.map(item => item.i);
  none.hidden = items.length > 0;
  section.hidden = !items.length;
  count.textContent = items.length ? sayCount("saved", items.length) : "";
  picked = picked.filter(id => known.includes(id));
  list.replaceChildren(...items.map(item => line(data, item)));
  // The other language shows the same list, in browsers too that keep a store for each file.
  for (const link of all(".langs a[data-lang]")) { /** @type {HTMLAnchorElement} */ (link).hash = known.join(","); }
  drawTable(data);
  // With nothing picked the section stays, for the boxes in the list speak of it.
  compare.hidden = !items.length;
}
/**
 * @param {FinderData} data
 * @param {Profession} item
 */
function line(data, item) {
  const box = el("input", {
    type: "checkbox",
    "aria-label": `${one("h2", compare).textContent}: ${item.t}`,
    change: () => pick(data, item.i, box),
  });
  box.checked = picked.includes(item.i);
  const remove = button("save.save-sign.is-saved", sign("close"), () => {
    toggleSaved(item.i);
    (all(".save-sign", list)[0] || one("#site-main")).focus();
  }, { "aria-label": `${say("drop")}: ${item.t}` });
  return el("li.found-item", {}, el("label.compare-box", {}, box), about(item), remove);
}
/**
 * @param {FinderData} data
 * @param {string} id
 * @param {HTMLInputElement} box
 */
function pick(data, id, box) {
  note.textContent = "";
  if (!box.checked) { picked = picked.filter(other => other !== id); }
  else if (picked.length === MOST) {
    box.checked = false;
    note.textContent = say("full");
    return;
  } else { picked = [...picked, id]; }
  drawTable(data);
}

// The address may carry the list: from a page of a disk, or from somebody who sent it.
/** @param {FinderData} data */
const carriedIds = data => location.hash.slice(1).split(",").filter(id => data.items.some(item => item.i === id));

/** @param {FinderData} data */
function begin(data) {
  const carried = carriedIds(data);
  if (carried.length) { save([...savedIds(), ...carried]); }
  picked = savedIds().slice(0, MOST);
  watchSaved(ids => show(data, ids));
}

startSaved();
one(".saved-forget", section).addEventListener("click", () => {
  save([]);
  keepState(null, location.pathname + location.search);
  focus("site-main");
});
/** @param {string} message */
function failed(message) {
  none.hidden = false;
  one("span", none).textContent = message;
}
loadProfessions(begin, failed, data => itemsOf(data, [...savedIds(), ...carriedIds(data)]));
