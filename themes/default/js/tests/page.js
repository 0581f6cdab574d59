/* What the parts of a test's page stand on: the test as the page gives it, its words, and the answers on this device. */
/** @import { TestAnswers, TestData, TestForm } from "../shapes" */
import { one } from "../base/elements.js";
import { wordsOf } from "../base/words.js";
import { openScreen } from "../store/screen.js";
import { openStore } from "../store/store.js";

export const place = one(".test-app");
/** @type {TestData} */
export const test = JSON.parse(place.getAttribute("data-test") || "{}");
export const { word: phrase } = wordsOf(one("#site-test-words"));

export const { show, announce, trouble } = openScreen(place, phrase);

const isAnswer = (/** @type {unknown} */ value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < test.answers.length;

/**
 * Stored answers, with what is wrong left out.
 * @param {Record<string, unknown> | null} data
 * @returns {TestAnswers}
 */
export function cleaned(data) {
  /** @type {any} */
  const from = data || {};
  const given = test.items.filter(({ id }) => isAnswer(from.answers?.[id]));
  const marked = Object.entries(from.views || {}).map(([who, ids]) =>
    [who, test.scales.map(({ id }) => id).filter(id => Array.isArray(ids) && ids.includes(id))]);
  return {
    form: test.forms.some(({ id }) => id === from.form) ? from.form : test.forms[0].id,
    one: from.one !== false,
    answers: Object.fromEntries(given.map(({ id }) => [id, from.answers[id]])),
    spent: Number.isFinite(from.spent) && from.spent > 0 ? from.spent : 0,
    views: Object.fromEntries(marked),
  };
}

export const store = openStore({
  checks: {
    [test.id]: data => typeof data.answers === "object" && data.answers !== null
      && Object.values(data.answers).every(value => Number.isInteger(value)),
  },
  troubled: trouble,
  changed: () => { for (const run of watchers) { run(); } },
});
/** @type {(() => void)[]} */
const watchers = [];
/** @param {() => void} run */
export const watchAnswers = run => { watchers.push(run); };

/** @param {string} [person] */
export const answersOf = person => cleaned(store.get(test.id, person));

/** @param {(data: TestAnswers) => void} edit */
export function changeAnswers(edit) {
  store.change(test.id, data => {
    const now = cleaned(data);
    edit(now);
    // What another version of the test has asked stays where it is.
    return { ...data, ...now, answers: { .../** @type {any} */ (data).answers, ...now.answers } };
  });
}

/**
 * The items of a form and how it is scored.
 * @param {string} id
 */
export function formOfTest(id) {
  const form = test.forms.find(form => form.id === id) || test.forms[0];
  const items = test.items.slice(0, form.items);
  /** @type {TestForm} */
  const scored = { scales: test.scales.length, items: items.map(({ scale }) => scale), most: test.answers.length - 1, limits: form.limits };
  return { ...form, list: items, scored };
}

/**
 * The items of its form that somebody has not answered.
 * @param {TestAnswers} data
 */
export const openItems = data => formOfTest(data.form).list.filter(({ id }) => !Object.hasOwn(data.answers, id));
