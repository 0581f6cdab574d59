/* Answers leave this device and come to it: as files of all answers, and as a table. */
import { el } from "../base/elements.js";
import { giveFile } from "../store/device.js";
import { fileOf, isChangedLater, readFile } from "./answers.js";
import { sayAside, everybody, form, people, speak, answerStore, tellTrouble } from "./page.js";
import { csvOf } from "./tally.js";

/** @param {string} ending */
const nameOf = ending => `${form.id.split("/").pop()}-${new Date().toISOString().slice(0, 10)}.${ending}`;

/** Gives all answers, and what was removed, as a file. */
export function saveAnswers() {
  giveFile(nameOf("json"), fileOf(form, everybody()), "application/json");
  sayAside(speak("saved"));
}

/** Gives the table. */
export function saveTable() {
  giveFile(nameOf("csv"), csvOf(form, people(), name => speak(`table-${name}`)), "text/csv");
  sayAside(speak("saved"));
}

/**
 * What takes files of other devices. A file that is wrong changes nothing, and the others are taken all the same.
 * @param {() => void} done
 */
export function filesInput(done) {
  const input = el("input", { type: "file", accept: ".json,application/json", multiple: true });
  input.addEventListener("change", async () => {
    let [n, newer, same, taken] = [0, 0, 0, 0];
    for (const file of Array.from(input.files || [])) {
      const found = readFile(await file.text().catch(() => ""), form);
      if (!found.people) { tellTrouble(found.trouble, file.name); continue; }
      taken += 1;
      const known = new Map(everybody().map(person => [person.id, person]));
      for (const person of found.people) {
        const before = known.get(person.id);
        if (!isChangedLater(person, before)) { same += 1; continue; }
        if (before) { newer += 1; } else if (!person.removed) { n += 1; }
        known.set(person.id, person);
        answerStore.change(person.id, () => /** @type {any} */ (person));
      }
    }
    input.value = "";
    if (taken) {
      done();
      sayAside(speak("taken", { n, newer, same }));
    }
  });
  return el("label.test-field", {}, speak("open-file"), input);
}
