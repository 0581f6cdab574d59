/* Answers leave this device, come to it and go from it: as a file, as a code, for good. */
import { packed, unpacked } from "../store/code.js";
import { deviceOf } from "../store/device.js";
import { announce, answersOf, changeAnswers, store, test, trouble, phrase } from "./page.js";

const SURENESS = test.results.map(([name]) => name);

const device = deviceOf({ store, phrase, announce, trouble });
export const { saveFile, saveButton, fileInput, removeButton } = device;

/* Codes */

const bases = () => {
  const most = test.answers.length - 1;
  const each = test.items.length / test.scales.length;
  return [4, 4, SURENESS.length, ...test.scales.map(() => each * most + 1)];
};
const kindNumber = () => (test.bands.length ? 0 : 1);

/**
 * The code of a result: which test and form, how sure, and the sums.
 * @param {string} form
 * @param {string} sureness
 * @param {number[]} sums
 */
export const resultCode = (form, sureness, sums) =>
  packed([kindNumber(), test.forms.findIndex(({ id }) => id === form), SURENESS.indexOf(sureness), ...sums], bases());

/**
 * What a code says; null if it is none of this test.
 * @param {string} code
 */
export function resultOf(code) {
  const [kind, form, sureness, ...sums] = unpacked(code, bases()) || [];
  if (kind !== kindNumber() || !test.forms[form] || !SURENESS[sureness]) { return null; }
  return { form: test.forms[form].id, sureness: SURENESS[sureness], sums };
}

/* The other language may be another store: a browser that keeps one for each file of a disk. So the link there carries the answers. */

const CARRIED = "answers=";
const carriedBases = () => [test.forms.length, ...test.items.map(() => test.answers.length + 1)];

/** Lets the links to other languages carry the answers, on a disk. */
export function carryAnswers() {
  if (location.protocol !== "file:") { return; }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".langs a[data-lang]"))) {
    for (const name of ["pointerdown", "mousedown", "focus", "click"]) {
      link.addEventListener(name, () => {
        const { form, answers } = answersOf();
        const numbers = test.items.map(({ id }) => (answers[id] ?? -1) + 1);
        const number = test.forms.findIndex(({ id }) => id === form);
        if (numbers.some(Boolean)) { link.hash = CARRIED + packed([number, ...numbers], carriedBases()); }
      });
    }
  }
}

/** Takes answers that a link has carried here: they fill gaps, and are somebody of their own where others are. */
export function takeCarried() {
  const hash = location.hash.slice(1);
  if (!hash.startsWith(CARRIED)) { return; }
  const [form, ...numbers] = unpacked(hash.slice(CARRIED.length), carriedBases()) || [];
  if (form === undefined || !test.forms[form]) { return; }
  const carried = test.items.flatMap(({ id }, at) => (numbers[at] ? [{ id, value: numbers[at] - 1 }] : []));
  const here = answersOf().answers;
  if (carried.some(({ id, value }) => here[id] !== undefined && here[id] !== value)) { store.add(""); }
  if (carried.every(({ id, value }) => answersOf().answers[id] === value)) { return; }
  changeAnswers(data => {
    data.form = test.forms[form].id;
    for (const { id, value } of carried) { data.answers[id] = value; }
  });
}
