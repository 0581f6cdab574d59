/* Answers to a questionnaire: what may be an answer, what is asked of whom, and files of several devices as one. The program
 * does the same (`src/answers`), and a test holds both equal. */
/** @import { FormAnswers, FormChoice, FormPerson, FormQuestion, Questionnaire, StoreTrouble } from "../shapes" */
import { own } from "../base/data.js";

const FORMAT = "bagyt-forms";
const VERSION = 1;
const LARGEST = 8_000_000; // characters of a file that is taken
export const BLANKS = /[ \t\n\r\u00a0]+/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isMap = value => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isWhole = value => Number.isSafeInteger(value);

/**
 * Whether something is written in a text.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isWords = value => typeof value === "string" && value.split(BLANKS).some(Boolean);

/** @param {unknown} value */
function isDay(value) {
  const [, year, month, day] = (typeof value === "string" && DAY.exec(value) || []).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/**
 * @param {FormQuestion} question
 * @param {unknown} id
 */
const hasChoice = (question, id) => (question.choices || []).some(choice => choice.id === id);

/**
 * Whether a value answers a question.
 * @param {FormQuestion} question
 * @param {unknown} value
 */
export function fits(question, value) {
  switch (question.kind) {
    case "one": return typeof value === "string" && hasChoice(question, value);
    case "several": return Array.isArray(value) && value.length > 0 && value.length <= (question.most || value.length)
      && value.every((id, at) => hasChoice(question, id) && value.indexOf(id) === at);
    case "scale":
    case "number": {
      const [from, to] = question.range || [0, Infinity];
      return isWhole(value) && value >= from && value <= to;
    }
    case "text": return isWords(value);
    case "date": return isDay(value);
    default: return isMap(value) && Object.keys(value).length > 0 && Object.entries(value).every(([row, cells]) =>
      (question.rows || []).some(({ id }) => id === row) && isMap(cells) && Object.keys(cells).length > 0
      && Object.entries(cells).every(([id, cell]) => {
        const column = (question.columns || []).find(column => column.id === id);
        return column && (column.number ? isWhole(cell) && cell >= 0 : isWords(cell));
      }));
  }
}

/**
 * What somebody has answered, if that is an answer.
 * @param {FormQuestion} question
 * @param {FormAnswers} answers
 */
export function answerTo(question, answers) {
  const value = own(answers, question.id);
  return fits(question, value) ? value : undefined;
}

/**
 * @param {unknown} value an answer that fits
 * @param {string} id
 */
export const isMarked = (value, id) => (Array.isArray(value) ? value.includes(id) : value === id);

/**
 * What is written beside a choice.
 * @param {FormQuestion} question
 * @param {FormChoice} choice
 * @param {FormAnswers} answers
 */
export function besideOf(question, choice, answers) {
  const value = choice.write ? own(answers, `${question.id}/${choice.id}`) : undefined;
  return isWords(value) ? value : undefined;
}

/**
 * Which questions somebody is asked.
 * @param {Questionnaire} form
 * @param {FormAnswers} answers
 */
export function askedOf({ questions }, answers) {
  /** @type {boolean[]} */
  const asked = [];
  for (const question of questions) {
    asked.push((question.if || []).every(({ question: to, is, range }) => {
      const value = asked[to] ? answerTo(questions[to], answers) : undefined;
      if (value === undefined) { return false; }
      return range ? Number(value) >= range[0] && Number(value) <= range[1] : (is || []).some(id => isMarked(value, id));
    }));
  }
  return asked;
}

/* Files */

/**
 * Whether something is somebody who has answered.
 * @param {unknown} value
 */
export function isPerson(value) {
  return isMap(value) && typeof value.id === "string" && /^[a-z0-9]{4,40}$/.test(value.id)
    && typeof value.made === "string" && MOMENT.test(value.made)
    && typeof value.changed === "string" && MOMENT.test(value.changed)
    && isWhole(value.version) && value.version > 0
    && (isMap(value.answers) || (value.answers === undefined && value.removed === true));
}

/**
 * The people of a file, or what is wrong with it.
 * @param {string} text
 * @param {Questionnaire} form
 * @returns {{ people: FormPerson[], trouble?: undefined } | { people?: undefined, trouble: StoreTrouble }}
 */
export function readFile(text, form) {
  if (text.length > LARGEST) { return { trouble: "foreign" }; }
  /** @type {unknown} */
  let file;
  try { file = JSON.parse(text.replace(/^\ufeff/, "")); } catch { return { trouble: text.includes(FORMAT) ? "damaged" : "foreign" }; }
  if (!isMap(file) || file.format !== FORMAT) { return { trouble: "foreign" }; }
  if (!isWhole(file.version) || file.version < 1) { return { trouble: "damaged" }; }
  if (file.version > VERSION) { return { trouble: "newer" }; }
  if (typeof file.questionnaire !== "string") { return { trouble: "damaged" }; }
  if (file.questionnaire !== form.id) { return { trouble: "foreign" }; }
  if (!Array.isArray(file.respondents) || !file.respondents.every(isPerson)) { return { trouble: "damaged" }; }
  return { people: file.respondents };
}

/**
 * The text of a file.
 * @param {Questionnaire} form
 * @param {FormPerson[]} people
 */
export const fileOf = (form, people) => `${JSON.stringify({
  format: FORMAT, version: VERSION, questionnaire: form.id, made: new Date().toISOString(), respondents: people,
}, null, 1)}\n`;

/**
 * Whether somebody as given is to stand in place of the one that is known.
 * @param {FormPerson} person
 * @param {FormPerson | undefined} known
 */
export const isChangedLater = (person, known) => !known || person.changed > known.changed
  || (person.changed === known.changed && person.removed === true && known.removed !== true);

/**
 * Several lists as one: of the same person what was changed last, in the order in which people began.
 * @param {FormPerson[][]} lists
 */
export function merged(lists) {
  /** @type {Map<string, FormPerson>} */
  const all = new Map();
  for (const person of lists.flat()) { if (isChangedLater(person, all.get(person.id))) { all.set(person.id, person); } }
  const key = (/** @type {FormPerson} */ { made, id }) => `${made} ${id}`;
  return [...all.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
