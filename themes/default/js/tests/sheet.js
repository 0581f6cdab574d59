/* Answering: one question at a time, or all of them on a page. Every answer is stored as it is given. */
import { all, button, el, one } from "../base/elements.js";
import { answersOf, changeAnswers, formOfTest, openItems, place, show, test, phrase } from "./page.js";

const PAUSE = 60; // seconds after which one has done something else
const TURN = 250; // milliseconds in which one sees what was chosen

let last = performance.now();

/**
 * @param {string} id
 * @param {number} value
 */
function answer(id, value) {
  const now = performance.now();
  const gap = Math.min((now - last) / 1000, PAUSE);
  last = now;
  changeAnswers(data => {
    if (data.answers[id] === undefined) { data.spent = Math.round((data.spent + gap) * 10) / 10; }
    data.answers[id] = value;
  });
}

/**
 * A question with its answers.
 * @param {{ id: string, text: string }} item
 * @param {number | undefined} chosen
 * @param {import("../shapes").Child} legend
 * @param {() => void} given
 */
function question(item, chosen, legend, given) {
  const boxes = test.answers.map((text, value) => {
    const box = el("input", { type: "radio", name: item.id, value, checked: chosen === value });
    box.checked = chosen === value;
    box.addEventListener("change", () => {
      answer(item.id, value);
      given();
    });
    return el("label.test-answer", {}, box, el("span", {}, text));
  });
  const set = el("fieldset.test-question", { "data-item": item.id }, el("legend", {}, legend), el("div.test-answers", {}, ...boxes));
  // Digits choose, as on a sheet; only while one is in the question.
  set.addEventListener("keydown", event => {
    const box = event.key >= "0" && event.key <= "9" && !event.ctrlKey && !event.altKey && !event.metaKey
      && /** @type {HTMLInputElement[]} */ (all("input", set))[Number(event.key)];
    if (box) {
      box.click();
      box.focus();
    }
  });
  return set;
}

/**
 * How much is done.
 * @param {number} done
 * @param {number} of
 */
function progress(done, of) {
  return el("div.test-progress", {},
    el("progress", { max: of, value: done, "aria-label": phrase("done", { n: done, all: of }) }),
    el("span", {}, phrase("done", { n: done, all: of })));
}

/** @param {() => void} finished */
function sideButtons(finished) {
  const { one: single } = answersOf();
  return el("p.test-side", {},
    button("quiet", phrase(single ? "all" : "one"), () => {
      changeAnswers(data => { data.one = !single; });
      ask(finished);
    }), " ",
    el("span", {}, phrase("pause")));
}

/**
 * Asks what is not answered yet.
 * @param {() => void} finished
 */
export function ask(finished) {
  last = performance.now();
  const data = answersOf();
  if (data.one) {
    const { list } = formOfTest(data.form);
    const first = list.findIndex(({ id }) => data.answers[id] === undefined);
    askOne(first < 0 ? 0 : first, finished);
  } else {
    askAll(finished);
  }
}

/**
 * @param {number} at
 * @param {() => void} finished
 */
function askOne(at, finished) {
  const data = answersOf();
  const { list } = formOfTest(data.form);
  const item = list[at];
  const done = () => list.length - openItems(answersOf()).length;
  const heading = el("h2.test-number", {}, phrase("question", { n: at + 1, all: list.length }));
  let pointed = 0;
  const note = el("p.test-note", { role: "status" });
  const next = () => {
    if (answersOf().answers[item.id] === undefined) {
      note.textContent = phrase("choose");
      /** @type {HTMLElement} */ (one("input", set)).focus();
      return;
    }
    if (at + 1 < list.length) { askOne(at + 1, finished); } else { complete(finished); }
  };
  const set = question(item, data.answers[item.id], [el("span.test-asked", {}, test.question), el("span.test-item", {}, item.text)], () => {
    one("progress", form).replaceWith(one("progress", progress(done(), list.length)));
    // A touch or click leads on by itself, as the page says; keys do not, for they pass over answers.
    if (performance.now() - pointed < 1000) {
      setTimeout(() => { if (place.contains(set)) { next(); } }, TURN);
    }
  });
  set.addEventListener("pointerup", () => { pointed = performance.now(); });
  const form = el("form.test-form", {
    submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      next();
    },
  },
  progress(done(), list.length), set, note,
  el("p.test-turn", {},
    at ? button("quiet", phrase("back"), () => askOne(at - 1, finished)) : null, " ",
    el("button.button", { type: "submit" }, phrase(at + 1 < list.length ? "next" : "finish-questions"))));
  show("ask", heading, form, sideButtons(finished));
}

/** @param {() => void} finished */
function askAll(finished) {
  const data = answersOf();
  const { list } = formOfTest(data.form);
  const bar = el("div", {});
  const count = () => bar.replaceChildren(progress(list.length - openItems(answersOf()).length, list.length));
  count();
  const sets = list.map((item, at) => question(item, data.answers[item.id], `${at + 1}. ${item.text}`, count));
  const form = el("form.test-form.test-list", {
    submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      complete(finished);
    },
  },
  el("p.test-asked", {}, test.question), ...sets, bar,
  el("p.test-note", { role: "status" }),
  el("p.test-turn", {}, el("button.button", { type: "submit" }, phrase("finish-questions"))));
  show("ask", el("h2.test-number", {}, phrase("all-title", { all: list.length })), form, sideButtons(finished));
}

/**
 * Leads to the result, or to the first question that is open.
 * @param {() => void} finished
 */
function complete(finished) {
  const data = answersOf();
  const open = openItems(data);
  if (!open.length) {
    finished();
    return;
  }
  const { list } = formOfTest(data.form);
  if (data.one) { askOne(list.findIndex(({ id }) => id === open[0].id), finished); }
  const box = one(`[data-item="${open[0].id}"] input`, place);
  box.focus();
  one(".test-note", place).textContent = phrase("open-left", { n: open.length, first: list.findIndex(({ id }) => id === open[0].id) + 1 });
}
