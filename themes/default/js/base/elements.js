/** @import { Attribute, Child, ElementOf } from "../shapes" */

/**
 * An element with attributes, listeners and what stands in it: `el("a.hit", { href: "…" }, "text")`. Texts become text nodes,
 * never markup.
 * @template {string} Name
 * @param {Name} name tag and classes
 * @param {Readonly<Record<string, Attribute>>} [attributes] what is null or false is left out; functions are listeners
 * @param {...Child} children
 * @returns {ElementOf<Name>}
 */
export function el(name, attributes, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) { element.className = classes.join(" "); }
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") { element.addEventListener(key, value); }
    else if (value != null && value !== false) { element.setAttribute(key, value === true ? "" : String(value)); }
  }
  element.append(.../** @type {(Node | string)[]} */ (children.flat(3).filter(Boolean)));
  return /** @type {ElementOf<Name>} */ (element);
}

/**
 * @param {string} name its classes, `quiet.turn`
 * @param {Child} inside
 * @param {(event: MouseEvent) => void} click
 * @param {Readonly<Record<string, Attribute>>} [attributes]
 */
export const button = (name, inside, click, attributes) =>
  el(`button.${name}`, { type: "button", ...attributes, click }, inside);

/**
 * @param {Child} inside
 * @param {string} href
 * @param {((event: MouseEvent) => void) | null} [click]
 */
export const link = (inside, href, click) => el("a", { href, click }, inside);

/**
 * The elements of a selector.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [inside]
 * @returns {Kind[]}
 */
export const all = (selector, inside = document) => Array.from(inside.querySelectorAll(selector));

/**
 * The element of a selector, which the templates promise.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [inside]
 * @returns {Kind}
 */
export const one = (selector, inside = document) => /** @type {Kind} */ (inside.querySelector(selector));

/** @param {string} id */
export const focus = id => document.getElementById(id)?.focus();

/**
 * Whether a press is meant for this page, and not for another window.
 * @param {MouseEvent} event
 */
export const isPlain = event => !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;

/**
 * Runs when the page is there.
 * @param {() => void} run
 */
export function whenRead(run) {
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", run); } else { run(); }
}
