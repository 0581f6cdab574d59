/* What scripts say. Its words stand in the page, for scripts know no language: `data-none="…"` of an element is the text
 * `none`, in which `{n}` is filled in.
 *
 * Numbers are written as the build writes them: browsers do not all know Kyrgyz and would take the rules of another language.
 * `data-forms` of this script has the names of the plural forms, and then the form of every number up to 199 by its place
 * among them; they repeat by the hundred from 100 on. `data-thousands` is what sets thousands apart, if not a space. */
/** @import { Values } from "../shapes" */
import { own } from "./data.js";

const names = (document.currentScript?.getAttribute("data-forms") || "").split(" ");
const table = names.pop() || "";
const apart = document.currentScript?.getAttribute("data-thousands") || "\u00a0";

/**
 * The plural form that a number takes.
 * @param {number} n
 */
export const formOf = n => names[Number(table[n < 200 ? n : 100 + (n % 100)])] || "other";

/**
 * A number with its thousands apart.
 * @param {number} n
 */
export const figure = n => String(n).replace(/\B(?=(\d{3})+$)/g, apart);

/**
 * The parts of a text with its {names} filled in, by elements too.
 * @param {string} text
 * @param {Values} values
 * @returns {(string | Node)[]}
 */
export function fill(text, values) {
  return text.split(/\{(\w+)\}/).map((part, at) => {
    const value = at % 2 ? own(values, part) : part;
    return value instanceof Node ? value : String(value ?? `{${part}}`);
  });
}

/**
 * The words that an element holds.
 * @param {Element | null} holder
 */
export function wordsOf(holder) {
  /** @param {string} name */
  const text = name => holder?.getAttribute(`data-${name}`) || "";
  /**
   * @param {string} name
   * @param {Values} [values]
   */
  const word = (name, values = {}) => fill(text(name), values).join("");
  return {
    word,
    /**
     * A text with elements in it.
     * @param {string} name
     * @param {Values} values
     */
    parts: (name, values) => fill(text(name), values),
    /**
     * A text in the plural form of its number.
     * @param {string} name
     * @param {number} n
     */
    counted(name, n) {
      const form = `${name}-${formOf(n)}`;
      return word(text(form) ? form : `${name}-other`, { n: figure(n) });
    },
  };
}
