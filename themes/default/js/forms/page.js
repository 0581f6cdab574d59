/* What the parts of a questionnaire's page stand on: the questionnaire as the page gives it, its words, and the answers on this
 * device, each person's under a key of its own. */
/** @import { FormAnswers, FormPerson, Questionnaire, RecordData } from "../shapes" */
import { one } from "../base/elements.js";
import { wordsOf } from "../base/words.js";
import { openScreen } from "../store/screen.js";
import { openStore } from "../store/store.js";
import { answerTo, askedOf, isPerson, merged } from "./answers.js";

export const app = one(".test-app");
/** @type {Questionnaire} */
export const form = JSON.parse(app.getAttribute("data-form") || "{}");
export const { word: speak, figure: tenths } = withTenths();
export const { show: showView, announce: sayAside, trouble: tellTrouble } = openScreen(app, speak);

function withTenths() {
  const holder = one("#site-form-words");
  const mark = holder.getAttribute("data-tenths") || ".";
  return {
    ...wordsOf(holder),
    /**
     * A number that is given in parts of a whole, as tenths or hundredths.
     * @param {number} parts
     * @param {number} places
     */
    figure: (parts, places) => (parts / 10 ** places).toFixed(places).replace(/\.?0+$/, "").replace(".", mark),
  };
}

/** @type {(() => void)[]} */
const watchers = [];
/** @param {() => void} run */
export const watchForms = run => { watchers.push(run); };

export const answerStore = openStore({
  area: `forms/${form.id}`,
  troubled: name => tellTrouble(name),
  changed: () => { for (const run of watchers) { run(); } },
});

/**
 * @param {RecordData | null} data
 * @returns {FormPerson[]}
 */
const personOf = data => (isPerson(data) ? [/** @type {FormPerson} */ (/** @type {unknown} */ (data))] : []);

/** Everybody here, those who were removed too, so that no file brings them back. */
export const everybody = () => merged([answerStore.names(answerStore.current()).flatMap(name => personOf(answerStore.get(name)))]);

/** Everybody who is there. */
export const people = () => everybody().filter(({ removed }) => !removed);

const now = () => new Date().toISOString();

/** Somebody new, who is kept with the first answer. @returns {FormPerson} */
export function newPerson() {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => (byte % 36).toString(36)).join("");
  return { id, made: now(), changed: now(), version: form.version, answers: {} };
}

/**
 * Changes somebody.
 * @param {FormPerson} person as known here, if the store has nothing of them
 * @param {(person: FormPerson) => FormPerson} edit
 */
export function changePerson(person, edit) {
  answerStore.change(person.id, data => {
    const known = personOf(data)[0] || person;
    return /** @type {any} */ (edit({ ...known, changed: now(), version: form.version }));
  });
}

/** @param {FormPerson} person */
export const removePerson = person => changePerson(person, ({ id, made, changed, version }) =>
  ({ id, made, changed, version, removed: true, answers: {} }));

/**
 * How many of the questions that somebody is asked are answered.
 * @param {FormAnswers} answers
 */
export function countOf(answers) {
  const asked = askedOf(form, answers);
  const open = form.questions.filter((question, at) => asked[at] && answerTo(question, answers) === undefined);
  const all = asked.filter(Boolean).length;
  return { n: all - open.length, all, open };
}
