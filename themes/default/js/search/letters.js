/* The words of a text as the engine's analysis sees them. What becomes of letters comes out of `start.js`. */
/** @import { Letters, Word } from "../shapes" */
import { own } from "../base/data.js";

const PART = /[\p{Alphabetic}\p{N}]/u;

/** @type {(Omit<Letters, "ignored" | "cyrillic"> & { ignored: RegExp, cyrillic: RegExp }) | null} */
let letters = null;

/** @param {Letters} given */
export function learn(given) {
  /** @param {string} inside */
  const any = inside => new RegExp(`[${inside}]`, "u");
  letters ||= { ...given, ignored: any(given.ignored), cyrillic: any(given.cyrillic) };
}

/** @param {string} letter */
const small = letter => String.fromCodePoint(letter.toLowerCase().codePointAt(0) || 0);

/**
 * A text's words, each with where it stands and where each of its letters ends.
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsIn(text) {
  if (!letters) { return []; }
  const { ignored, composed, signs } = letters;
  /** @type {Word[]} */
  const found = [];
  /** @type {{ start: number, raw: string[], ends: number[] } | null} */
  let word = null;
  let at = 0;
  for (const c of text) {
    const end = at + c.length;
    const last = word ? word.raw.length - 1 : 0;
    if (PART.test(c)) {
      word ||= { start: at, raw: [], ends: [] };
      word.raw.push(c);
      word.ends.push(end);
    } else if (word && ignored.test(c)) {
      word.raw[last] = own(composed, small(word.raw[last]) + c) || word.raw[last];
      word.ends[last] = end;
    } else if (word && signs.includes(c) && word.raw.every(letter => letter < "\u0080")) {
      word.raw.push(c);
      word.ends.push(end);
    } else if (word) {
      found.push(finish(letters, word));
      word = null;
    }
    at = end;
  }
  if (word) { found.push(finish(letters, word)); }
  return found;
}

/**
 * @param {NonNullable<typeof letters>} letters
 * @param {{ start: number, raw: string[], ends: number[] }} word
 * @returns {Word}
 */
function finish({ same, alike, cyrillic }, { start, raw, ends }) {
  // An abbreviation is without the suffix that was hung on it: «ЖРТга».
  const hung = /^(\p{Uppercase}{2,})\p{Lowercase}+$/u.exec(raw.join(""));
  let word = raw.slice(0, hung ? Array.from(hung[1]).length : raw.length);
  word = word.map(letter => own(same, small(letter)) || small(letter));
  /** @param {string} letter */
  const isCyrillic = letter => cyrillic.test(letter);
  // A Latin letter among Cyrillic ones was meant to be one.
  if (word.some(isCyrillic) && !word.every(isCyrillic)) { word = word.map(letter => own(alike, letter) || letter); }
  return { word: word.join(""), start, end: ends[ends.length - 1], ends };
}

/** @param {string} text */
export const folded = text => wordsIn(text).map(({ word }) => word);
