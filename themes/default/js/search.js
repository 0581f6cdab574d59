/* The search. Whatever fails here, something simpler is left: the full text needs the engine (WebAssembly, in a worker),
 * titles need one file of data, and without this script the box leads to the alphabetical index. The page of results has a
 * script of its own, which stands on this one.
 *
 * Queries, addresses and data become text nodes, never markup. */
import "./site.js";
import { searchBox } from "./search/box.js";
import { arrive } from "./search/files.js";
import { enterWith, watchKeys } from "./search/keys.js";
import { folded } from "./search/letters.js";
import { markWords } from "./search/marks.js";

window.bagytSearch = {
  start: (lang, info) => arrive(`${lang}/start`, info),
  titles: arrive,
  chunk: arrive,
  words: folded,
};

watchKeys();
if (!document.getElementById("site-results")) {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.find");
  if (form) { enterWith(searchBox(form)); }
  markWords();
}
