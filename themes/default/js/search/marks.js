/* The page one arrives at, with the words marked that were sought. */
import { el, one } from "../base/elements.js";
import { keepState } from "../base/storage.js";
import { counted, word } from "./place.js";
import { press } from "./view.js";

// The words stand on the page as they stand in the address: what the engine makes of letters is not needed.
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u2060]+/gu;
const SKIP = "nav, script, style, noscript, template, button, textarea, select, svg, code, [hidden], .anchor";
const MOST = 200;

/** @param {string} word */
const plain = word => word.normalize("NFC").toLowerCase().replace(/[\u00ad\u2060]/g, "");

/**
 * @param {Element} main
 * @param {Set<string>} words
 */
function mark(main, words) {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest(SKIP)) { nodes.push(node); }
  }
  /** @type {HTMLElement[]} */
  const marks = [];
  for (const node of nodes) {
    const text = node.data;
    const parts = [];
    let done = 0;
    for (const { 0: word, index = 0 } of text.matchAll(WORD)) {
      if (marks.length >= MOST || !words.has(plain(word))) { continue; }
      const made = el("mark.hl", {}, word);
      marks.push(made);
      parts.push(text.slice(done, index), made);
      done = index + word.length;
    }
    if (parts.length) { node.replaceWith(...parts, text.slice(done)); }
  }
  return marks;
}

export function markWords() {
  const asked = new URLSearchParams(location.search).get("hl");
  const main = one("main");
  if (!asked || !main) { return; }
  const marks = mark(main, new Set(asked.split(",", 20).flatMap(word => plain(word.slice(0, 60)).match(WORD) || [])));
  if (!marks.length) { return; }
  const root = document.documentElement;
  const chip = el("p.marks", {}, el("span", {}, counted("marks", marks.length)), press(word("unmark"), () => {
    for (const mark of marks) { mark.replaceWith(mark.textContent || ""); }
    main.normalize();
    chip.remove();
    root.classList.remove("has-marks");
    keepState(history.state, location.pathname + location.hash);
    main.focus({ preventScroll: true });
  }));
  root.classList.add("has-marks");
  main.prepend(chip);
  let anchor = location.hash.slice(1);
  try { anchor = decodeURIComponent(anchor); } catch { /* as it stands */ }
  document.getElementById(anchor)?.scrollIntoView();
}
