/* The results of the self-tests, as they come by themselves from what this person has answered. */
/** @import { DiaryTest } from "../shapes" */
import { own } from "../base/data.js";
import { el, link } from "../base/elements.js";
import { profileOf, standingsOf } from "../tests/scoring.js";
import { diary, diaryWord, diaryStore } from "./page.js";

const SHOWN = 3; // strongest scales, and those that are equal to the last
const WHO = ["home", "teacher", "friend"];

/**
 * @param {DiaryTest["test"]} test
 */
function answersOfTest(test) {
  /** @type {any} */
  const data = diaryStore.get(test.id) || {};
  const form = test.forms.find(({ id }) => id === data.form) || test.forms[0];
  const items = test.items.slice(0, form.items);
  const most = test.answers.length - 1;
  const answers = items.map(({ id }) => own(data.answers, id)).map(value => (Number.isInteger(value) && value >= 0 && value <= most ? value : null));
  return { data, form, items, most, answers, done: answers.filter(value => value !== null).length };
}

/**
 * What others have marked on their sheets.
 * @param {DiaryTest["test"]} test
 * @param {any} views
 */
function seen(test, views) {
  return WHO.flatMap(who => {
    const ids = own(views, who);
    const titles = Array.isArray(ids) ? test.scales.filter(({ id }) => ids.includes(id)).map(({ title }) => title.toLowerCase()) : [];
    return titles.length ? [el("p", {}, diaryWord("seen", { who: diaryWord(`who-${who}`), what: titles.join(", ") }))] : [];
  });
}

/**
 * The result of a test of a kind.
 * @param {string | undefined} kind
 */
export function testResultOf(kind) {
  const found = diary.tests.find(({ test }) => test.kind === kind);
  if (!found) { return null; }
  const { test, title, url } = found;
  const { data, form, items, most, answers, done } = answersOfTest(test);
  const to = el("p", {}, link(diaryWord("to-test", { title }), url));
  if (!done || done < items.length) {
    return el("div.diary-result", { "data-result": kind }, el("h3", {}, title), el("p", {}, diaryWord("no-result")),
      done ? el("p", {}, diaryWord("done", { n: done, all: items.length })) : null, seen(test, data.views), to);
  }
  const scored = { scales: test.scales.length, items: items.map(({ scale }) => scale), most, limits: form.limits };
  const { sums, sureness } = profileOf(scored, /** @type {number[]} */ (answers), data.spent > 0 ? data.spent : null);
  const each = (items.length / test.scales.length) * most;
  const order = sums.map((_, at) => at).sort((a, b) => sums[b] - sums[a] || a - b);
  const standing = standingsOf(sums);
  const top = test.bands.length ? order.filter(at => sums[at] >= sums[order[SHOWN - 1]]) : order.filter(at => standing[at] > 0);
  const rows = top.map(at => el("li", {}, el("b", {}, test.scales[at].title), ` — ${diaryWord("sum", { n: sums[at], all: each })}`));
  return el("div.diary-result", { "data-result": kind }, el("h3", {}, title),
    el("p", {}, test.results.find(([name]) => name === sureness)?.[1] || ""),
    sureness === "none" ? null : el("ul", {}, ...rows),
    seen(test, data.views), to);
}
