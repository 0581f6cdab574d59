/* What the box and the results page show alike. */
/** @import { Child, Hit, Marked, SearchState, Seeker, Start } from "../shapes" */
import { own } from "../base/data.js";
import { button, el, focus, link } from "../base/elements.js";
import { hurry, isSlow } from "./files.js";
import { indexOf } from "./language.js";
import { counted, here, parts, resultsOf, word } from "./place.js";

/**
 * A text with every second string marked, as the engine gives it.
 * @param {Marked} text
 */
export const marked = text => text.map((part, at) => (at % 2 ? el("mark", {}, part) : part));

/**
 * A button that may be gone once it has been pressed: pressed with a key, it gives the focus back to the box.
 * @param {Child} inside
 * @param {() => void} run
 * @param {string} [name]
 */
export const press = (inside, run, name = "quiet") => button(name, inside, event => {
  run();
  const { isConnected } = /** @type {Node} */ (event.target);
  if (!event.detail && !isConnected && document.activeElement === document.body) {
    focus("site-q");
  }
});

const otherName = () => el("span", { lang: here.other }, here.otherName);
/** @param {...Child} children */
const note = (...children) => el("p.find-note", {}, ...children);
/** @param {Child} [own] */
const ways = own => el("p.find-ways", {}, own, el("a.quiet", { href: here.alphabet }, word("alphabet")));

/** @param {boolean} known whether it is known how much there is to load */
function progress(known) {
  const { done, total } = indexOf(here.lang);
  const percent = known ? Math.min(100, Math.round(100 * done / total)) : 0;
  if (percent === 100) { return []; }
  const text = word("loading", { percent });
  return [el("div.find-progress", {}, text, el("progress", { "aria-label": text, max: 100, value: known && percent }))];
}

/**
 * What a view says beside its results.
 * @param {Seeker} seek
 * @param {() => void} again searches once more
 * @param {(q: string) => void} set puts another query in the place of this one
 */
export function notes(seek, again, set) {
  const { q, answer, fresh, error, busy, foreign, titles } = seek.state;
  const list = [];
  const better = fresh && answer?.did_you_mean;
  if (better) {
    const go = link(better, resultsOf(better), event => { event.preventDefault(); set(better); });
    list.push(note(parts(answer.corrected ? "corrected" : "did-you-mean", { q, better: go })));
  }
  if (busy && !fresh) { list.push(...progress(indexOf(here.lang).total > 0)); }
  if (busy && isSlow()) { list.push(note(word("slow")), ways(press(word("retry"), hurry))); }
  const failed = error || foreign?.error;
  if (failed) {
    const file = el("code", {}, `${failed.file}.js`);
    list.push(note(failed.barred ? word("only-titles") : parts("failed", { file })));
    list.push(ways(!failed.barred && press(word("retry"), error ? again : () => seek.abroad())));
  }
  if (!busy && !titles.length && (fresh ? answer?.total === 0 : error?.barred)) {
    list.push(note(el("strong", {}, parts(fresh ? "none" : "none-titled", { q }))));
    if (!error) {
      list.push(ways(here.other && !foreign && press(
        el("span", {}, parts("foreign", { language: otherName() })), () => seek.abroad())));
    }
    if (foreign?.answer?.total === 0) { list.push(note(parts("foreign-none", { language: otherName() }))); }
  }
  return list;
}

/**
 * What stands for texts that are on their way.
 * @param {number} n
 */
export const skeletons = n => Array.from({ length: n }, () =>
  el("div.find-wait", { "aria-hidden": "true" }, el("span"), el("span"), el("span")));

/**
 * Tells screen readers the last text of a burst, once it is over.
 * @param {HTMLElement} region
 */
export function speaker(region) {
  let timer = 0;
  /** @param {string} text */
  const speak = text => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (region.textContent !== text) { region.textContent = text; } }, 700);
  };
  return speak;
}

/**
 * What screen readers are told.
 * @param {SearchState} state
 */
export function summary({ q, titles, answer, fresh, busy, error, foreign }) {
  if (foreign?.answer) { return `${here.otherName}: ${counted("found", foreign.answer.total || 0)}`; }
  const total = fresh && answer ? answer.total : null;
  if (total === 0 && !titles.length) { return word("none", { q }); }
  if (total !== null) { return counted("found", Math.max(total, titles.length)); }
  if (error) { return error.barred ? word("only-titles") : word("failed", { file: error.file || "" }); }
  return q && (titles.length || !busy) ? counted("titled", titles.length) : "";
}

/**
 * What the index calls a page's kind.
 * @param {Start | null} info
 * @param {Hit} hit
 */
export const kindOf = (info, hit) => own(info?.kinds, hit.kind);

/**
 * The button that empties a box; gives what shows it when there is something to empty.
 * @param {HTMLFormElement} form
 * @param {() => void} emptied
 */
export function field(form, emptied) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const clear = /** @type {HTMLElement} */ (form.querySelector(".find-clear"));
  const show = () => { clear.hidden = !input.value; };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  form.addEventListener("reset", () => setTimeout(() => { show(); input.focus(); emptied(); }));
  show();
  return show;
}
