/* The place of a page where something is filled in: one view in place of another, what is said beside it, and what is wrong. */
/** @import { Child, StoreTrouble } from "../shapes" */
import { all, button, el, one } from "../base/elements.js";

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

/**
 * What removes something, after asking.
 * @param {(name: string) => string} phrase
 * @param {string} name the words: `clear` or `finish`
 * @param {() => void} remove
 * @param {string} [what] said to those who do not see where the button stands
 */
export function askingButton(phrase, name, remove, what) {
  const ask = el("span.test-sure", { hidden: true },
    el("b", {}, phrase(`${name}-sure`)), " ",
    button("quiet.test-yes", phrase("remove-yes"), remove), " ",
    button("quiet", phrase("remove-no"), () => {
      ask.hidden = true;
      first.focus();
    }));
  const first = button("quiet.test-remove", phrase(name), () => {
    ask.hidden = false;
    /** @type {HTMLElement | null} */ (ask.querySelector("button"))?.focus();
  }, { "aria-label": what ? `${phrase(name)}: ${what}` : null });
  return el("span", {}, first, " ", ask);
}

/**
 * Gives a text as a file.
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function giveFile(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The paper is for those who have no screen, or want to print; here it is one press away. */
export function foldPapers(/** @type {(name: string) => string} */ phrase) {
  for (const paper of all(".test-paper")) {
    const toggle = button("quiet", phrase("paper-show"), () => {
      // A class, for on paper it is shown all the same.
      const folded = paper.classList.toggle("is-folded");
      toggle.setAttribute("aria-expanded", String(!folded));
      toggle.textContent = phrase(folded ? "paper-show" : "paper-hide");
    }, { "aria-expanded": "false" });
    paper.classList.add("is-folded");
    one(".test-paper-row", paper).append(" ", toggle);
  }
}
