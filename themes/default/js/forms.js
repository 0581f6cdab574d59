/* A questionnaire: many people answer one after the other, and everything stays on this device until it leaves as a file. */
/** @import { FormPerson } from "./shapes" */
import "./site.js";
import { all, button, el, one } from "./base/elements.js";
import { askPerson } from "./forms/fill.js";
import { filesInput, saveAnswers, saveTable } from "./forms/files.js";
import { sayAside, countOf, form, newPerson, people, speak, app, removePerson, showView, answerStore, watchForms } from "./forms/page.js";
import { showSummary } from "./forms/summary.js";
import { askingButton, foldPapers } from "./store/device.js";

/** @param {FormPerson} person */
const fill = person => askPerson(person, { finished, later: list });

function finished() {
  showView("thanks", el("h2", {}, form.thanks), el("p.test-turn", {},
    button("quiet", speak("to-list"), list), " ", button("button", speak("next"), () => fill(newPerson()))));
}

/** @param {string} moment */
function timeOf(moment) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const at = new Date(moment);
  return `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * @param {FormPerson} person
 * @param {number} at
 */
function line(person, at) {
  const what = speak("line", { n: at + 1, when: timeOf(person.made) });
  const { n, all } = countOf(person.answers);
  const verb = speak(person.done ? "correct" : "go-on");
  return el("li", {}, el("span", {}, `${what}: ${person.done ? speak("is-done") : speak("is-open", { n, all })}`),
    el("span.test-buttons", {}, button("quiet", verb, () => fill(person), { "aria-label": `${verb}: ${what}` }), " ",
      askingButton(speak, "delete", () => {
        removePerson(person);
        list();
        sayAside(speak("removed"));
      }, what)));
}

/** Who is here, and what can be done with all. */
function list() {
  const here = people();
  const open = here.filter(({ done }) => !done).length;
  showView("start", el("h2", {}, speak("list")),
    location.protocol === "file:" ? el("p.notice", {}, el("span", {}, speak("disk"))) : null,
    el("p", {}, button("button", speak("new"), () => fill(newPerson()))),
    el("p", {}, here.length ? speak("count", { n: here.length, open }) : speak("none")),
    here.length ? el("ol.test-people.form-people", {}, ...here.map(line)) : null,
    here.length ? el("p.test-buttons", {}, button("quiet", speak("summary"), () => showSummary(list)), " ",
      button("quiet", speak("save"), saveAnswers), " ", button("quiet", speak("csv"), saveTable)) : null,
    el("details.test-more", {}, el("summary", {}, speak("more")), filesInput(list),
      here.length ? el("p", {}, askingButton(speak, "clear", () => {
        answerStore.removeAll();
        list();
        sayAside(speak("removed"));
      })) : null));
}

foldPapers(all(".test-paper"), speak);
one(".test-save button", app).addEventListener("click", saveAnswers);
app.hidden = false;
watchForms(() => { if (app.getAttribute("data-view") === "start" && !app.contains(document.activeElement)) { list(); } });
list();
