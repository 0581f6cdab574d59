/* Filling in: all questions on a page, each asked only if its conditions hold. Every answer is stored as it is given. */
/** @import { Child, FormPerson, FormQuestion } from "../shapes" */
import { all, button, el, one } from "../base/elements.js";
import { own } from "../base/data.js";
import { answerTo, askedOf, fits, isMap, isWords } from "./answers.js";
import { changePerson, countOf, form, speak, app, showView, answerStore } from "./page.js";

/** @type {FormPerson} */
let person;

const answers = () => {
  const stored = /** @type {any} */ (answerStore.get(person.id));
  return isMap(stored?.answers) ? stored.answers : person.answers;
};

/**
 * Stores an answer; undefined takes it away.
 * @param {string} name
 * @param {unknown} value
 */
function answer(name, value) {
  changePerson(person, known => {
    const { [name]: _, ...others } = known.answers;
    return { ...known, answers: value === undefined ? others : { ...others, [name]: value } };
  });
  follow();
}

/** Shows what is asked now, and how much is done. */
function follow() {
  const asked = askedOf(form, answers());
  for (const set of all("[data-question]", app)) { set.hidden = !asked[Number(set.dataset.question)]; }
  for (const part of all(".form-part", app)) { part.hidden = !all("[data-question]", part).some(set => !set.hidden); }
  const { n, all: of } = countOf(answers());
  const bar = /** @type {HTMLProgressElement} */ (one("progress", app));
  const text = speak("done", { n, all: of });
  bar.max = of;
  bar.value = n;
  bar.setAttribute("aria-label", text);
  one(".form-done", app).textContent = text;
}

/**
 * @param {FormQuestion} question
 * @param {HTMLElement} note
 */
function choices(question, note) {
  const several = question.kind === "several";
  const name = `q-${question.id}`;
  const marked = () => /** @type {HTMLInputElement[]} */ (all("input:checked", set)).map(({ value }) => value);
  const given = () => {
    const ids = marked();
    answer(question.id, several ? (ids.length ? ids : undefined) : ids[0]);
    unmark.hidden = !ids.length;
    for (const field of all(".form-beside", set)) { field.hidden = !ids.includes(field.dataset.choice || ""); }
  };
  const chosen = answerTo(question, answers());
  const items = question.choices || scaleOf(question).map(id => ({ id, text: id, write: false }));
  const boxes = items.flatMap(({ id, text, write }) => {
    const box = el("input", { type: several ? "checkbox" : "radio", name, value: id });
    box.checked = Array.isArray(chosen) ? chosen.includes(id) : String(chosen) === id;
    box.addEventListener("change", () => {
      if (several && question.most && marked().length > question.most) {
        box.checked = false;
        note.textContent = speak("too-many", { n: question.most });
        return;
      }
      note.textContent = "";
      given();
    });
    const label = el("label.test-answer", {}, box, el("span", {}, text));
    if (!write) { return [label]; }
    const key = `${question.id}/${id}`;
    const kept = own(answers(), key);
    const field = el("input", { type: "text", autocomplete: "off", maxlength: 2000, value: isWords(kept) ? kept : "" });
    field.addEventListener("input", () => answer(key, isWords(field.value) ? field.value : undefined));
    const beside = el("label.test-field.form-beside", { "data-choice": id }, speak("beside", { what: text }), field);
    beside.hidden = !box.checked;
    return [label, beside];
  });
  const unmark = button("quiet.form-unmark", speak("unmark"), () => {
    for (const box of /** @type {HTMLInputElement[]} */ (all("input:checked", set))) { box.checked = false; }
    given();
    /** @type {HTMLElement} */ (one("input", set)).focus();
  });
  unmark.hidden = several || chosen === undefined;
  const set = el("div.test-answers", {}, ...boxes, several ? null : unmark);
  return set;
}

/** @param {FormQuestion} question */
function scaleOf({ range = [1, 5] }) {
  return Array.from({ length: range[1] - range[0] + 1 }, (_, at) => String(range[0] + at));
}

/** @param {FormQuestion} question */
function scale(question) {
  const chosen = answerTo(question, answers());
  const boxes = scaleOf(question).map(value => {
    const box = el("input", { type: "radio", name: `q-${question.id}`, value });
    box.checked = String(chosen) === value;
    box.addEventListener("change", () => answer(question.id, Number(value)));
    return el("label.test-answer.form-step", {}, box, el("span", {}, value));
  });
  return el("div.form-scale", {}, el("span", {}, question.low || ""), el("div.form-steps", {}, ...boxes), el("span", {}, question.high || ""));
}

/**
 * A field for a whole number or a text.
 * @param {{ number: boolean, label: Child, kept: unknown, range?: number[], lines?: number, required?: boolean }} what
 * @param {HTMLElement} note
 * @param {(value: unknown) => void} give
 */
function field({ number, label, kept, range = [0, 1_000_000_000], lines = 1, required }, note, give) {
  const value = kept === undefined ? "" : String(kept);
  const input = lines > 1 ? el("textarea", { rows: lines, maxlength: 20_000 }, value)
    : el("input", { type: "text", inputmode: number ? "numeric" : null, autocomplete: "off", maxlength: number ? 12 : 2000, value });
  if (required) { input.setAttribute("aria-required", "true"); }
  input.addEventListener("input", () => {
    const text = input.value.trim();
    const whole = /^\d[\d \u00a0]*$/.test(text) ? Number(text.replace(/[ \u00a0]/g, "")) : NaN;
    const right = !number || !text || (whole >= range[0] && whole <= range[1]);
    note.textContent = right ? "" : speak("whole", { from: range[0], to: range[1] });
    if (right) { input.removeAttribute("aria-invalid"); } else { input.setAttribute("aria-invalid", "true"); }
    if (right) { give(!text ? undefined : number ? whole : input.value); }
  });
  return el("label.test-field", {}, label, input);
}

/**
 * @param {FormQuestion} question
 * @param {HTMLElement} note
 */
function table(question, note) {
  const kept = /** @type {any} */ (answerTo(question, answers()));
  const rows = (question.rows || []).map((row, at) => el("fieldset.form-row", {},
    el("legend", {}, question.free ? speak("row", { n: at + 1 }) : row.text),
    ...(question.columns || []).map(column => field({ number: !!column.number, label: column.text, kept: own(own(kept, row.id), column.id) },
      note, value => {
        const now = answers()[question.id];
        const { [row.id]: cells, ...others } = isMap(now) ? now : {};
        const { [column.id]: _, ...beside } = isMap(cells) ? cells : {};
        const next = value === undefined ? beside : { ...beside, [column.id]: value };
        const whole = Object.keys(next).length ? { ...others, [row.id]: next } : others;
        answer(question.id, Object.keys(whole).length ? whole : undefined);
      }))));
  return el("div.form-table", {}, ...rows);
}

/**
 * @param {FormQuestion} question
 * @param {number} at
 */
function questionOf(question, at) {
  const note = el("p.test-note", { role: "status" });
  const { kind, range } = question;
  const hint = [question.hint, question.most && speak("most", { n: question.most }), question.required && speak("required")]
    .filter(Boolean).join(" · ");
  const title = [`${at + 1}. ${question.text}`, hint ? el("span.form-hint", {}, hint) : null];
  const attributes = { "data-question": at };
  if (kind === "number" || kind === "text") {
    const what = {
      number: kind === "number", range, lines: question.lines, required: question.required, kept: answerTo(question, answers()),
      label: [el("span.form-title", {}, ...title, question.unit ? el("span.form-hint", {}, question.unit) : null)],
    };
    return el("div.test-question", attributes, field(what, note, value => answer(question.id, value)), note);
  }
  if (kind === "date") {
    const input = el("input", { type: "date", value: String(answerTo(question, answers()) ?? "") });
    input.addEventListener("input", () => answer(question.id, fits(question, input.value) ? input.value : undefined));
    return el("div.test-question", attributes, el("label.test-field", {}, el("span.form-title", {}, ...title), input), note);
  }
  const inside = kind === "scale" ? scale(question) : kind === "table" ? table(question, note) : choices(question, note);
  return el("fieldset.test-question", attributes, el("legend.form-title", {}, ...title), inside, note);
}

/** The questions in their parts. */
function parts() {
  /** @type {HTMLElement[]} */
  const found = [];
  form.questions.forEach((question, at) => {
    if (question.section || !found.length) {
      found.push(el("section.form-part", {}, question.section ? el("h3", {}, question.section) : null));
    }
    found[found.length - 1].append(questionOf(question, at));
  });
  return found;
}

/** Who asks, as the paper says it. */
function greeting() {
  const text = /** @type {HTMLElement} */ (one(".form-greeting").cloneNode(true));
  for (const named of [text, ...all("[id]", text)]) { named.removeAttribute("id"); }
  return text;
}

/**
 * Asks somebody.
 * @param {FormPerson} who
 * @param {{ finished: () => void, later: () => void }} then
 */
export function askPerson(who, then) {
  person = who;
  const heading = () => el("h2", {}, speak("ask"));
  const later = el("p.test-side", {}, button("quiet", speak("later"), then.later), " ", el("span", {}, speak("kept")));
  if (form.consent && !person.agreed) {
    const box = el("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      person = { ...person, agreed: true };
      changePerson(person, known => ({ ...known, agreed: true }));
      askPerson(person, then);
    });
    showView("ask", heading(), greeting(), el("p.form-consent", {}, form.consent),
      el("label.test-answer", {}, box, el("span", {}, speak("agree"))), el("p", {}, speak("agree-note")),
      el("p.test-side", {}, button("quiet", speak("later"), then.later)));
    return;
  }
  const note = el("p.test-note", { role: "status" });
  const finish = (/** @type {Event} */ event) => {
    event.preventDefault();
    const open = countOf(answers()).open.filter(({ required }) => required);
    if (open.length) {
      const first = form.questions.indexOf(open[0]);
      note.textContent = speak("open-left", { n: open.length, first: first + 1 });
      /** @type {HTMLElement} */ (one(`[data-question="${first}"] :is(input, textarea)`, app)).focus();
      return;
    }
    changePerson(person, known => ({ ...known, done: true }));
    then.finished();
  };
  showView("ask", heading(), greeting(),
    form.consent ? el("p.form-consent", {}, form.consent, " ", el("b", {}, `${speak("agree")}.`)) : null,
    el("form.test-form.form-questions", { submit: finish, novalidate: true }, ...parts(),
      el("div.test-progress.form-progress", {}, el("progress", {}), el("span.form-done", {})), note,
      el("p.test-turn", {}, el("button.button", { type: "submit" }, speak("finish")))), later);
  follow();
}
