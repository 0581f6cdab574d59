/* What others have marked on their sheets, and where that agrees with the person's own answers. */
import { all, el } from "../base/elements.js";
import { answersOf, changeAnswers, test, phrase } from "./page.js";
import { standingsOf } from "./scoring.js";

const WHO = ["home", "teacher", "friend"];
const MOST = 4; // strengths that a sheet marks

/** @param {string[]} ids */
const named = ids => ids.map(id => test.scales.find(scale => scale.id === id)?.title.toLowerCase()).join(", ");

/**
 * Where both agree, what others see, what only oneself sees.
 * @param {number[]} sums
 */
function agreement(sums) {
  const standing = standingsOf(sums);
  const { views } = answersOf();
  const given = Object.values(views).filter(ids => ids.length);
  if (!given.length) { return el("p", {}, phrase("outside-none")); }
  const seen = (/** @type {string} */ id) => given.some(ids => ids.includes(id));
  const ids = test.scales.map(({ id }) => id);
  const lists = {
    both: ids.filter((id, at) => standing[at] > 0 && seen(id)),
    others: ids.filter((id, at) => standing[at] <= 0 && seen(id)),
    self: ids.filter((id, at) => standing[at] > 0 && !seen(id)),
  };
  return el("dl.test-agree", {}, ...Object.entries(lists).flatMap(([name, list]) =>
    [el("dt", {}, phrase(`agree-${name}`)), el("dd", {}, list.length ? named(list) : phrase("agree-none"))]));
}

/**
 * The sheets of others, to be entered, and what comes of them.
 * @param {number[]} sums
 */
export function outsideView(sums) {
  const result = el("div.test-agreement", { role: "status" }, agreement(sums));
  const sheets = WHO.map(who => {
    const note = el("p.test-note", { role: "status" });
    const boxes = test.scales.map(({ id, title }) => {
      const box = el("input", { type: "checkbox", value: id });
      box.checked = (answersOf().views[who] || []).includes(id);
      box.addEventListener("change", () => {
        const marked = /** @type {HTMLInputElement[]} */ (all("input:checked", set)).map(({ value }) => value);
        if (marked.length > MOST) {
          box.checked = false;
          note.textContent = phrase("outside-most", { n: MOST });
          return;
        }
        note.textContent = "";
        changeAnswers(data => { data.views[who] = marked; });
        result.replaceChildren(agreement(sums));
      });
      return el("label.test-box", {}, box, el("span", {}, title));
    });
    const set = el("fieldset", {}, el("legend.hush", {}, phrase(`outside-${who}`)), ...boxes);
    return el("details.test-sheet", {}, el("summary", {}, phrase(`outside-${who}`)), set, note);
  });
  return el("section.test-band.test-outside", {}, el("h3", {}, phrase("outside")), el("p", {}, phrase("outside-note")), ...sheets, result);
}
