/* The diary as it is filled in, to be read and printed. */
/** @import { Child, DiaryPage, DiaryPrompt } from "../shapes" */
import { own } from "../base/data.js";
import { el } from "../base/elements.js";
import { plain } from "./fields.js";
import { writtenBy, diary, isFilled, keyOf, owner, diaryWord, stepOf, titleOf } from "./page.js";
import { testResultOf } from "./results.js";

/** A day as the site's texts have it is a matter of its language; this is one that everybody reads. @param {string} day */
const written = day => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1");

/**
 * @param {DiaryPrompt} prompt
 * @param {unknown} value
 * @returns {Child}
 */
function said({ kind, options = [], items, columns = [], head }, value) {
  const option = (/** @type {unknown} */ at) => options[Number(at)] ?? plain(at);
  if (kind === "choice" && typeof value === "number") { return el("p", {}, option(value)); }
  if (kind === "several" && Array.isArray(value)) { return el("ul", {}, ...value.map(at => el("li", {}, option(at)))); }
  if (kind === "rating" && Array.isArray(value)) {
    return el("ul", {}, ...(items || []).flatMap((item, at) => (typeof value[at] === "number" ? [el("li", {}, `${item} — `, el("b", {}, option(value[at])))] : [])));
  }
  if (kind === "table" && Array.isArray(value)) {
    const rows = value.map((row, at) => ({ row: Array.isArray(row) ? row : [], item: items?.[at] })).filter(({ row }) => isFilled(row));
    return el("table", {},
      el("thead", {}, el("tr", {}, items ? el("th", { scope: "col" }, head || "") : null, ...columns.map(column => el("th", { scope: "col" }, column)))),
      el("tbody", {}, ...rows.map(({ row, item }) => el("tr", {}, items ? el("th", { scope: "row" }, item || "") : null,
        ...columns.map((_, at) => el("td", {}, plain(row[at])))))));
  }
  if (kind === "decision" && typeof value === "object" && value !== null) {
    const { choice, what, why, day } = /** @type {any} */ (value);
    return el("div", {}, el("p", {}, el("b", {}, typeof choice === "number" ? option(choice) : plain(what))),
      why ? el("p", {}, `${diaryWord("why")}: ${plain(why)}`) : null, day ? el("p", {}, `${diaryWord("day")}: ${written(plain(day))}`) : null);
  }
  return el("p.diary-said", {}, written(plain(value)));
}

/**
 * Pages as they are filled in.
 * @param {DiaryPage[]} pages
 */
export function bookletOf(pages) {
  const answers = writtenBy();
  const parts = pages.map((page, at) => {
    const prompts = page.prompts.map(prompt => {
      if (prompt.kind === "result") { return testResultOf(prompt.test); }
      const value = own(answers, keyOf(page, prompt));
      return isFilled(value) ? el("div.diary-answer", {}, prompt.ask ? el("h4", {}, prompt.ask) : null, said(prompt, value)) : null;
    });
    const begins = at > 0 && pages[at - 1].step !== page.step ? ".begins" : "";
    return el(`section.diary-sheet${begins}`, {}, page.step === null ? null : el("p.diary-step", {}, stepOf(page)), el("h3", {}, titleOf(page)), ...prompts);
  });
  return [el("p.diary-owner", {}, el("b", {}, diary.title), owner() ? `. ${diaryWord("owner", { who: owner() })}` : null), ...parts];
}

/** What was written under prompts that the diary has no more: it is shown, for it is somebody's. */
export function leftOver() {
  const known = new Set(diary.pages.flatMap(page => page.prompts.map(prompt => keyOf(page, prompt))));
  const rest = Object.entries(writtenBy()).filter(([key, value]) => !known.has(key) && isFilled(value));
  return rest.length ? el("section.diary-sheet", {}, el("h3", {}, diaryWord("earlier")), el("ul", {}, ...rest.map(([, value]) => el("li", {}, plain(value))))) : null;
}
