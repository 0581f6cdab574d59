/* The summary: counts, shares and bars of what was answered, for the screen and for paper. */
/** @import { Child, FormCounted, FormQuestion } from "../shapes" */
import { button, el } from "../base/elements.js";
import { figure } from "../base/words.js";
import { form, people, speak, showView, tenths } from "./page.js";
import { tally } from "./tally.js";

const FEW = 10; // answers below which shares say little
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...SVGElement} children
 */
function drawn(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, String(value)); }
  element.append(...children);
  return /** @type {SVGElement} */ (element);
}

/**
 * A bar of so many tenths of a per cent. The number stands beside it.
 * @param {number} share
 */
const bar = share => drawn("svg", { class: "form-bar", viewBox: "0 0 1000 60", preserveAspectRatio: "none", "aria-hidden": "true" },
  drawn("rect", { class: "form-bar-all", width: 1000, height: 60 }), drawn("rect", { class: "form-bar-part", width: share, height: 60 }));

/**
 * @param {Child[]} heads
 * @param {Child[][]} rows
 * @param {string} name
 */
const table = (heads, rows, name) => el("div.scroll", { tabindex: 0, role: "region", "aria-label": name }, el("table.form-counts", {},
  el("thead", {}, el("tr", {}, ...heads.map(head => el("th", { scope: "col" }, head)))),
  el("tbody", {}, ...rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), ...rest.map(cell => el("td", {}, cell)))))));

/** @param {string[]} texts */
const written = texts => el("details.form-texts", { open: true }, el("summary", {}, speak("texts", { n: texts.length })),
  el("ul", {}, ...texts.map(text => el("li", {}, text))));

/**
 * @param {FormQuestion} question
 * @param {FormCounted} counted
 */
function results(question, counted) {
  const { choices, numbers, days, groups, texts } = counted;
  const columns = question.columns || [];
  const percent = (/** @type {number} */ share) => speak("percent", { n: tenths(share, 1) });
  return [
    choices ? table([speak("answer"), speak("n"), speak("share")], choices.map(({ id, n, share }, at) =>
      [question.choices?.[at].text || id, figure(n), [el("span", {}, percent(share)), bar(share)]]), question.text) : null,
    choices ? choices.flatMap(({ texts }) => (texts ? [written(texts)] : [])) : null,
    numbers ? el("dl.form-numbers", {}, ...[
      ...(question.kind === "scale" ? [] : [["sum", figure(numbers.sum)]]), ["mean", tenths(numbers.mean, 2)], ["median", tenths(numbers.median, 2)],
      ["least", figure(numbers.least)], ["greatest", figure(numbers.most)],
    ].map(([name, value]) => el("div", {}, el("dt", {}, speak(name)), el("dd", {}, value)))) : null,
    days ? el("p", {}, speak("days", { from: days[0], to: days[1] })) : null,
    groups ? table([question.free ? columns[0]?.text : speak("answer"), speak("rows"), ...columns.flatMap(({ number, text }) => (number ? [text] : []))],
      groups.map(({ text, n, cells }) => [text || "—", figure(n), ...cells.flatMap(({ sum }) => (sum === undefined ? [] : [figure(sum)]))]),
      question.text) : null,
    texts ? written(texts) : null,
  ];
}

/** @param {() => void} back */
export function showSummary(back) {
  const { people: n, unfinished, questions } = tally(form, people());
  showView("summary", el("h2", {}, speak("summary")),
    el("p", {}, speak("count", { n, open: unfinished })),
    n < FEW ? el("p.notice", {}, el("span", {}, speak("few"))) : null,
    form.questions.some(question => question.private) ? el("p", {}, speak("private")) : null,
    ...form.questions.map((question, at) => el("section.form-result", {}, el("h3", {}, `${at + 1}. ${question.text}`),
      el("p.form-hint", {}, speak("answered", { n: questions[at].answered, all: questions[at].asked })), ...results(question, questions[at]))),
    el("p.test-buttons", {}, button("quiet", speak("print"), () => window.print()), " ", button("quiet", speak("to-list"), back)));
}
