/* What the finder and the reader's own list have in common: the words that the page has for them, signs, and the professions. */
/** @import { FinderData, FinderFile, Profession } from "../shapes" */
import { own } from "../base/data.js";
import { el, link, one } from "../base/elements.js";
import { wordsOf } from "../base/words.js";

const script = document.currentScript;
const holder = document.getElementById("site-finder-words");

export const { word: say, counted: sayCount } = wordsOf(holder);

/**
 * A sign that the page holds ready.
 * @param {string} name
 */
export function sign(name) {
  /** @type {HTMLTemplateElement} */
  const template = one(`[data-sign="${name}"]`, holder || document);
  return document.importNode(template.content, true);
}

/**
 * A profession's name and summary.
 * @param {Profession} item
 */
export function about(item) {
  const title = link(item.t, item.u);
  if (item.tl) { title.lang = item.tl; }
  return el("div", {}, el("h3", {}, title), el("p.found-about", { lang: item.l }, item.s));
}

/**
 * The options that a profession has in a facet that is not of ways in, each with its value and its name.
 * @param {FinderData} data
 * @param {Profession} item
 * @param {string} id
 */
export function optionsOf(data, item, id) {
  const at = data.facets.findIndex(facet => facet.id === id);
  return at < 0 ? [] : (item.v[at] || []).map(number => data.facets[at].options[number]);
}

/**
 * The option that a way in has in a facet, if it has one.
 * @param {FinderData} data
 * @param {readonly number[]} way
 * @param {string} id
 */
export function optionOfWay(data, way, id) {
  const facet = data.facets.find(facet => facet.id === id);
  /** @type {import("../shapes").Option | undefined} */
  const option = facet?.options[way[data.route.indexOf(id)]];
  return option;
}

/**
 * The grades after which one can go anywhere.
 * @param {FinderData} data
 */
export const grades = data => data.facets.filter(({ id }) => id === "start").flatMap(({ options }) => options.map(([grade]) => grade));

/**
 * Where one can go after a grade, each once.
 * @param {FinderData} data
 * @param {Profession} item
 * @param {string} grade
 */
export function waysAfter(data, item, grade) {
  const ways = item.w.filter(way => optionOfWay(data, way, "start")?.[0] === grade);
  return [...new Set(ways.flatMap(way => optionOfWay(data, way, "way")?.[1] || []))];
}

/* Reading the files. They come as scripts, for a browser loads nothing else from a disk. */

/** @type {{ file: string, size: number, coming: Promise<void> | null }[]} */
let parts = [];
/** @type {Profession[]} */
let known = [];

/**
 * The numbers that letters stand for (`letter` of `render/finder.rs`).
 * @param {string} letters
 */
const numbersOf = letters => Array.from(letters, letter => {
  const code = letter.charCodeAt(0);
  return code - 0x23 - (code > 0x5c ? 1 : 0) - (code > 0x9f ? 0x22 : 0);
});

/** @param {string} column */
const rowsOf = column => column.split(" ").map(numbersOf);

/**
 * @param {FinderFile} file
 * @returns {FinderData}
 */
export function professionsOf(file) {
  const titles = file.titles.split("\n");
  const columns = file.values.map(rowsOf);
  const ways = rowsOf(file.routes);
  /** @type {readonly number[]} */
  const nothing = [];
  const items = file.ids.split("\n").slice(0, -1).map((id, n) => ({
    n, come: false, i: id, u: own(file.elsewhere, String(n)) || `${file.folder}${id}.html`,
    t: titles[n], tl: own(file.langs, String(n)),
    v: columns.map(column => column[n] || nothing), w: ways[n].map(way => file.ways[way]),
    s: "", r: null, c: null, k: [],
  }));
  return { ...file, items };
}

/**
 * @param {string} src
 * @returns {Promise<void>}
 */
function loaded(src) {
  return new Promise((ready, fail) => {
    document.head.append(el("script", { src, load: () => ready(), error: () => fail(src.split("?")[0]) }));
  });
}

/**
 * The part that holds a profession, when it is there.
 * @param {number} at
 */
function part(at) {
  const wanted = parts[at];
  // What failed is asked for again the next time.
  wanted.coming ||= loaded(wanted.file).catch(file => { wanted.coming = null; throw file; });
  return wanted.coming;
}

/**
 * Brings what cards and comparisons say of professions; gives nothing if it is there already.
 * @param {readonly Profession[]} items
 * @returns {Promise<unknown> | null}
 */
export function detailsOf(items) {
  const missing = new Set(items.filter(item => !item.come).map(item => Math.floor(item.n / parts[0].size)));
  return missing.size ? Promise.all([...missing].map(part)) : null;
}

/**
 * Loads the professions.
 * @param {(data: FinderData) => void} ready
 * @param {(message: string) => void} failed
 * @param {(data: FinderData) => readonly Profession[]} needed those that nothing can be shown without the details of
 */
export function loadProfessions(ready, failed, needed) {
  const src = script?.getAttribute("data-data") || "";
  // Addresses in the file begin in its own folder.
  const folder = src.slice(0, src.lastIndexOf("/") + 1);
  /** @type {(file: unknown) => void} */
  const missing = file => failed(say("failed", { file: String(file) }));
  /** @type {FinderData | null} */
  let data = null;
  window.bagytProfessionPart = (at, details) => details.forEach((details, n) => {
    const item = known[at * parts[at].size + n];
    if (item) { Object.assign(item, details, { come: true }); }
  });
  window.bagytProfessions = file => {
    data = professionsOf(file);
    known = data.items;
    parts = file.parts.map(name => ({ file: folder + name, size: file.part, coming: null }));
  };
  loaded(src).then(async () => {
    if (!data) { throw src.split("?")[0]; }
    await detailsOf(needed(data));
    return data;
  }).then(ready, missing);
}
