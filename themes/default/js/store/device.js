/* What people have written leaves this device, comes to it and goes from it: as a file, for good. */
/** @import { StoreTrouble, Taken, Values } from "../shapes" */
import { button, el } from "../base/elements.js";

/**
 * The buttons of a page whose store, words and messages these are.
 * @param {{
 *   store: { file(): string, take(text: string): Taken },
 *   phrase: (name: string, values?: Values) => string,
 *   announce: (text: string) => void,
 *   trouble: (name: StoreTrouble) => void,
 * }} page
 */
export function deviceOf({ store, phrase, announce, trouble }) {
  /** Gives all that the present person has as a file. */
  function saveFile() {
    const day = new Date().toISOString().slice(0, 10);
    const url = URL.createObjectURL(new Blob([store.file()], { type: "application/json" }));
    const link = el("a", { href: url, download: `bagyt-${day}.json` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    announce(phrase("saved"));
  }

  /**
   * What takes a file.
   * @param {() => void} done
   */
  function fileInput(done) {
    const input = el("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      if (!file) { return; }
      const taken = store.take(await file.text().catch(() => ""));
      input.value = "";
      if (taken.trouble) {
        trouble(taken.trouble);
      } else {
        done();
        announce(phrase("opened"));
      }
    });
    return el("label.test-field", {}, phrase("open-file"), input);
  }

  /**
   * What removes something, after asking.
   * @param {string} name the words: `clear` or `finish`
   * @param {() => void} remove
   */
  function removeButton(name, remove) {
    const ask = el("span.test-sure", { hidden: true },
      el("b", {}, phrase(`${name}-sure`)), " ",
      button("quiet.test-yes", phrase("remove-yes"), () => {
        remove();
        announce(phrase("removed"));
      }), " ",
      button("quiet", phrase("remove-no"), () => {
        ask.hidden = true;
        first.focus();
      }));
    const first = button("quiet.test-remove", phrase(name), () => {
      ask.hidden = false;
      /** @type {HTMLElement | null} */ (ask.querySelector("button"))?.focus();
    });
    return el("span", {}, first, " ", ask);
  }

  return { saveFile, saveButton: () => button("quiet", phrase("save"), saveFile), fileInput, removeButton };
}

/**
 * The paper is for those who have no screen, or want to print; where there is a script it is one press away.
 * @param {Iterable<HTMLElement>} papers
 * @param {(name: string) => string} phrase
 */
export function foldPapers(papers, phrase) {
  for (const paper of papers) {
    const toggle = button("quiet", phrase("paper-show"), () => {
      // A class, for on paper it is shown all the same.
      const folded = paper.classList.toggle("is-folded");
      toggle.setAttribute("aria-expanded", String(!folded));
      toggle.textContent = phrase(folded ? "paper-show" : "paper-hide");
    }, { "aria-expanded": "false" });
    paper.classList.add("is-folded");
    paper.querySelector(".test-paper-row")?.append(" ", toggle);
  }
}
