/* The place of a page where something is filled in: one view in place of another, what is said beside it, and what is wrong. */
/** @import { Child, StoreTrouble } from "../shapes" */
import { all, el, one } from "../base/elements.js";

/**
 * @param {HTMLElement} place
 * @param {(name: string) => string} phrase
 */
export function openScreen(place, phrase) {
  /** @type {HTMLElement} */
  const view = one(".test-view", place);
  const troubles = one(".test-trouble", place);
  const said = one(".test-said", place);
  let started = false;
  return {
    /**
     * Shows a part of the page in place of another, and leads there.
     * @param {string} name
     * @param {HTMLElement} heading
     * @param {...Child} rest
     */
    show(name, heading, ...rest) {
      place.setAttribute("data-view", name);
      one(".test-intro").hidden = name !== "start";
      heading.tabIndex = -1;
      view.replaceChildren(el("div", {}, heading, ...rest));
      if (started) {
        heading.focus();
        heading.scrollIntoView({ block: "nearest" });
      }
      started = true;
    },
    /**
     * Says something without leading away.
     * @param {string} text
     */
    announce(text) { said.textContent = text; },
    /**
     * Tells what is wrong with the store or a file, above everything, until another page is opened.
     * @param {StoreTrouble} name
     * @param {string} [file] which one
     */
    trouble(name, file = "") {
      const text = file ? `${file}: ${phrase(`trouble-${name}`)}` : phrase(`trouble-${name}`);
      if (all(".notice", troubles).some(notice => notice.textContent === text)) { return; }
      troubles.append(el("p.notice", { "data-trouble": name }, el("span", {}, text)));
      one(".test-save", place).hidden = false;
    },
  };
}
