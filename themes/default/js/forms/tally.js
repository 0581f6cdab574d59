/* Counts of answers, and the table of them. In whole numbers: the program makes the same (`src/answers/tally.rs`, `table.rs`). */
/** @import { FormAnswers, FormCounted, FormCounts, FormPerson, FormQuestion, Questionnaire } from "../shapes" */
import { own } from "../base/data.js";
import { answerTo, askedOf, besideOf, BLANKS, isMarked, isWords } from "./answers.js";

/**
 * A part of a whole, rounded half up.
 * @param {number} part
 * @param {number} whole
 */
const rounded = (part, whole) => (whole ? Math.floor((2 * part + whole) / (2 * whole)) : 0);

/** @param {string} text */
const folded = text => text.split(BLANKS).filter(Boolean).join(" ").toLowerCase();

/**
 * @param {FormQuestion} question
 * @param {number[]} sorted
 * @param {FormCounted} counted
 */
function countNumbers({ kind, range = [0, 0] }, sorted, counted) {
  if (kind === "scale") {
    counted.choices = Array.from({ length: range[1] - range[0] + 1 }, (_, at) => {
      const n = sorted.filter(value => value === range[0] + at).length;
      return { id: String(range[0] + at), n, share: rounded(n * 1000, sorted.length) };
    });
  }
  if (!sorted.length) { return; }
  const sum = sorted.reduce((sum, value) => sum + value, 0);
  const middle = sorted.length >> 1;
  const pair = sorted.length % 2 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle];
  counted.numbers = {
    sum, least: sorted[0], most: sorted[sorted.length - 1], mean: rounded(sum * 100, sorted.length), median: pair * 50,
  };
}

/**
 * @param {FormQuestion} question
 * @param {any[]} tables
 */
function groupsOf({ rows = [], columns = [], free }, tables) {
  const empty = (/** @type {string} */ text) =>
    ({ text, n: 0, cells: columns.map(({ number }) => (number ? { n: 0, sum: 0 } : { n: 0 })) });
  /** @type {Map<string, ReturnType<typeof empty>>} */
  const groups = new Map(free ? [] : rows.map(({ id, text }) => [id, empty(text)]));
  for (const table of tables) {
    for (const { id } of rows) {
      const cells = own(table, id);
      if (!cells) { continue; }
      const first = own(cells, columns[0]?.id);
      const words = isWords(first) ? first : "";
      const key = free ? folded(words) : id;
      const group = groups.get(key) || empty(words);
      groups.set(key, group);
      group.n += 1;
      group.cells.forEach((sum, at) => {
        const value = own(cells, columns[at].id);
        if (value === undefined) { return; }
        sum.n += 1;
        if (sum.sum !== undefined) { sum.sum += Number(value); }
      });
    }
  }
  const all = [...groups.values()];
  return free ? all.sort((one, other) => other.n - one.n) : all;
}

/**
 * @param {FormQuestion} question
 * @param {FormAnswers[]} of those who were asked
 */
function count(question, of) {
  const found = of.map(answers => ({ answers, value: answerTo(question, answers) })).filter(({ value }) => value !== undefined);
  /** @type {FormCounted} */
  const counted = { id: question.id, asked: of.length, answered: found.length };
  const values = /** @type {any[]} */ (found.map(({ value }) => value));
  const { kind } = question;
  if (kind === "one" || kind === "several") {
    counted.choices = (question.choices || []).map(choice => {
      const marked = found.filter(({ value }) => isMarked(value, choice.id));
      const texts = question.private ? [] : marked.flatMap(({ answers }) => besideOf(question, choice, answers) ?? []);
      const share = rounded(marked.length * 1000, found.length);
      return { id: choice.id, n: marked.length, share, ...(texts.length ? { texts } : {}) };
    });
  } else if (kind === "scale" || kind === "number") {
    countNumbers(question, values.sort((one, other) => one - other), counted);
  } else if (values.length && !question.private) {
    if (kind === "text") { counted.texts = values; }
    if (kind === "date") {
      values.sort();
      counted.days = [values[0], values[values.length - 1]];
    }
  }
  if (kind === "table" && !question.private) {
    const groups = groupsOf(question, values);
    if (groups.length) { counted.groups = groups; }
  }
  return counted;
}

/**
 * Counts what people have answered. Answers to what they were not asked do not count.
 * @param {Questionnaire} form
 * @param {FormPerson[]} people
 * @returns {FormCounts}
 */
export function tally(form, people) {
  const there = people.filter(({ removed }) => !removed);
  const asked = there.map(({ answers }) => askedOf(form, answers));
  return {
    people: there.length,
    unfinished: there.filter(({ done }) => done !== true).length,
    questions: form.questions.map((question, at) =>
      count(question, there.filter((_, person) => asked[person][at]).map(({ answers }) => answers))),
  };
}

/* The table */

/**
 * The cells of a question, each with the name of what it is a part of; without answers for whoever was not asked.
 * @param {FormQuestion} question
 * @param {FormAnswers} answers
 * @param {string} beside
 * @returns {[part: string, cell: string | number][]}
 */
function cellsOf(question, answers, beside) {
  const value = /** @type {any} */ (answerTo(question, answers));
  const choices = question.choices || [];
  /** @type {[string, string | number][]} */
  const cells = question.kind === "one" ? [["", choices.find(({ id }) => id === value)?.text ?? ""]]
    : question.kind === "several" ? choices.map(({ id, text }) => [text, value === undefined ? "" : Number(isMarked(value, id))])
      : question.kind === "table" ? (question.rows || []).flatMap(({ id, text }, at) => (question.columns || []).map(column => {
        const cell = own(own(value, id), column.id);
        return /** @type {[string, string | number]} */ ([`${question.free ? at + 1 : text}, ${column.text}`, cell ?? ""]);
      }))
        : [["", value ?? ""]];
  return cells.concat(choices.filter(({ write }) => write).map(choice => [`${choice.text} (${beside})`,
    value !== undefined && isMarked(value, choice.id) ? besideOf(question, choice, answers) ?? "" : ""]));
}

// What a spreadsheet takes for a formula, as `src/cells.rs` has it.
const SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r";
const NUMBER = /^\s*[+-](\d+([.,\u00a0]\d+)*|\d+(\.\d*)?(e[+-]?\d+)?)\s*$/i;

/** @param {string | number} cell */
function quoted(cell) {
  const text = String(cell);
  let safe = "";
  let starts = typeof cell === "string" && !NUMBER.test(text);
  const guarded = starts;
  for (const sign of text) {
    if (starts && SIGNS.includes(sign)) { safe += "'"; }
    safe += sign;
    starts = guarded && ";\t\n\r".includes(sign);
  }
  return /[;"\n\r,]/.test(safe) ? `"${safe.replace(/"/g, "\"\"")}"` : safe;
}

/**
 * The table as spreadsheets in Russian and Kyrgyz open it: semicolons, a mark that it is UTF-8, and no formulas.
 * @param {Questionnaire} form
 * @param {FormPerson[]} people
 * @param {(name: string) => string} word
 */
export function csvOf(form, people, word) {
  const beside = word("beside");
  const head = ["id", "made", "version", "done"].map(word);
  form.questions.forEach((question, at) => {
    const title = `${at + 1}. ${question.text}`;
    head.push(...cellsOf(question, {}, beside).map(([part]) => (part ? `${title}: ${part}` : title)));
  });
  const rows = people.filter(({ removed }) => !removed).map(({ id, made, version, done, answers }) => {
    const asked = askedOf(form, answers);
    return [id, made.slice(0, 16).replace("T", " "), version, word(done === true ? "yes" : "no"),
      ...form.questions.flatMap((question, at) => cellsOf(question, asked[at] ? answers : {}, beside).map(([, cell]) => cell))];
  });
  return `\ufeff${[head, ...rows].map(row => `${row.map(quoted).join(";")}\r\n`).join("")}`;
}
