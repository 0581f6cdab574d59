/* What the finder and the reader's own list have in common: the words that the page has for them, signs, and the professions. */
/** @import { FinderData, Profession } from "../shapes" */
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
export const about = item => el("div", {}, el("h3", {}, link(item.t, item.u)), el("p", {}, item.s));

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
 * @param {number[]} way
 * @param {string} id
 */
export function optionOfWay(data, way, id) {
  const facet = data.facets.find(facet => facet.id === id);
  /** @type {[value: string, title: string] | undefined} */
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

/**
 * Loads the professions. They come as a script, for a browser loads nothing else from a disk.
 * @param {(data: FinderData) => void} ready
 * @param {(message: string) => void} failed
 */
export function loadProfessions(ready, failed) {
  const src = script?.getAttribute("data-data") || "";
  window.bagytProfessions = ready;
  document.head.append(el("script", { src, error: () => failed(say("failed", { file: src.split("?")[0] })) }));
}
