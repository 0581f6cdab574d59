/* What a page says of its search: where its files and its pages are, and in what words it speaks. */
import { wordsOf } from "../base/words.js";

/** @param {string} name */
const said = name => document.currentScript?.getAttribute(`data-${name}`) || "";

export const here = {
  /** The folder of the search, the page of results, the alphabetical index. */
  data: said("data"),
  results: said("results"),
  alphabet: said("alphabet"),
  /** The page's language; the other one, if the site has two, and its name. */
  lang: said("lang"),
  other: said("other"),
  otherName: said("other-name"),
};
const root = here.data.replace(/search\/$/, "");

export const { word, parts, counted } = wordsOf(document.getElementById("site-words"));

/**
 * The address of the results of a query.
 * @param {string} q
 * @param {string | null} [kind]
 * @param {string | null} [publication]
 */
export function resultsOf(q, kind, publication) {
  /** @type {(name: string, value?: string | null) => string} */
  const filter = (name, value) => (value ? `&${name}=${encodeURIComponent(value)}` : "");
  return `${here.results}?q=${encodeURIComponent(q)}${filter("kind", kind)}${filter("publication", publication)}`;
}

/**
 * The address of a page that marks the words that were sought.
 * @param {string} page
 * @param {readonly string[]} words
 * @param {string | null} [anchor]
 */
export function addressOf(page, words, anchor) {
  const marks = words.length ? `?hl=${encodeURIComponent(words.join(","))}` : "";
  return root + page + marks + (anchor ? `#${encodeURIComponent(anchor)}` : "");
}
