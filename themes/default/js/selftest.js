/* A self-test: beginning or going on, answering, the result. Everything stays on this device. */
/** @import { FinderData } from "./shapes" */
import "./site.js";
import { all, button, el, one } from "./base/elements.js";
import { loadProfessions } from "./finder/professions.js";
import { carryAnswers, fileInput, removeButton, resultCode, resultOf, saveButton, saveFile, takeCarried } from "./tests/device.js";
import { foldPapers } from "./store/device.js";
import { outsideView } from "./tests/outside.js";
import { answersOf, changeAnswers, formOfTest, openItems, place, show, store, test, watchAnswers, phrase } from "./tests/page.js";
import { hasProfessions, isOfInterests, nearProfessions, profileBars, strengthLists, strongest, sureness, tries, usingProfessions } from "./tests/result.js";
import { profileOf } from "./tests/scoring.js";
import { ask } from "./tests/sheet.js";

/** @type {FinderData | null} */
let professions = null;
let failed = "";

/** @param {() => void} ready */
function withProfessions(ready) {
  if (professions || failed || !hasProfessions) {
    ready();
    return;
  }
  loadProfessions(data => {
    professions = data;
    ready();
  }, message => {
    failed = message;
    ready();
  });
}

/* Beginning */

/** @param {string} [person] */
function doneOf(person) {
  const data = answersOf(person);
  const all = formOfTest(data.form).list.length;
  return { done: all - openItems(data).length, all };
}

/** The people who have begun this test here, the present one first. */
const begun = () => store.people().filter(({ id }) => doneOf(id).done > 0)
  .sort((a, b) => Number(b.id === store.current()) - Number(a.id === store.current()));

/**
 * @param {{ id: string, name: string }} person
 */
function goOn({ id, name }) {
  const { done, all } = doneOf(id);
  const go = () => {
    store.choose(id);
    if (done < all) { ask(result); } else { result(); }
  };
  const who = name || phrase("nameless");
  return el("li", {}, el("span", {}, phrase("there", { who, n: done, all })), " ",
    button("button", phrase(done < all ? "go-on" : "see"), go, { "aria-label": `${phrase(done < all ? "go-on" : "see")}: ${who}` }));
}

/**
 * A choice of one of several.
 * @param {string} name
 * @param {string} legend
 * @param {[value: string, text: string][]} options
 */
function choice(name, legend, options) {
  const labels = options.map(([value, text], at) => {
    const box = el("input", { type: "radio", name, value });
    box.checked = at === 0;
    return el("label.test-box", {}, box, el("span", {}, text));
  });
  return options.length > 1 ? el("fieldset.test-choice", {}, el("legend", {}, legend), ...labels) : null;
}

function start() {
  const there = begun();
  const name = el("input", { type: "text", autocomplete: "off", maxlength: 60 });
  const begin = (/** @type {Event} */ event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    const present = doneOf().done;
    // Answers of somebody are never gone over by the next one.
    if (!store.current() || present > 0) { store.add(name.value); } else if (name.value) { store.rename(name.value); }
    changeAnswers(data => {
      data.form = String(chosen.get("form") || test.forms[0].id);
      data.one = chosen.get("way") !== "all";
    });
    ask(result);
  };
  const form = el("form.test-start", { submit: begin },
    choice("form", phrase("form"), test.forms.map(({ id, items, minutes }) => [id, phrase(`form-${id}`, { n: items, minutes })])),
    choice("way", phrase("way"), [["one", phrase("way-one")], ["all", phrase("way-all")]]),
    el("label.test-field", {}, phrase("name"), name),
    el("p", {}, el("button.button", { type: "submit" }, phrase(there.length ? "begin-anew" : "begin"))));
  const code = el("input", { type: "text", autocomplete: "off", spellcheck: false, maxlength: 40 });
  const note = el("p.test-note", { role: "status" });
  const open = el("form.test-code-form", {
    submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const found = resultOf(code.value);
      if (found) { result({ ...found, doubts: [] }); } else { note.textContent = phrase("code-wrong"); }
    },
  }, el("label.test-field", {}, phrase("code-field"), code), el("button.quiet", { type: "submit" }, phrase("code-open")), note);
  show("start", el("h2", {}, phrase("start")),
    location.protocol === "file:" ? el("p.notice", {}, el("span", {}, phrase("disk"))) : null,
    there.length ? el("ul.test-people", {}, ...there.map(goOn)) : null,
    form,
    el("details.test-more", {}, el("summary", {}, phrase("elsewhere")), fileInput(start), open,
      store.people().length ? el("p", {}, removeButton("clear", () => {
        store.removeAll();
        start();
      })) : null));
}

/* The result */

/** @param {{ form: string, sureness: string, sums: number[], doubts: string[] }} [ofCode] */
function result(ofCode) {
  withProfessions(() => {
    const data = answersOf();
    const { list, scored } = formOfTest(data.form);
    const found = ofCode || { form: data.form, ...profileOf(scored, list.map(({ id }) => data.answers[id]), data.spent || null) };
    const clear = found.sureness !== "none";
    const { sums } = found;
    const longer = !ofCode && test.forms.find(({ id, items }) => id !== data.form && items > list.length);
    const near = !clear ? tries(sums) : professions
      ? (isOfInterests ? nearProfessions(professions, found) : usingProfessions(professions, sums))
      : failed ? el("p.notice", {}, el("span", {}, failed)) : null;
    show("result", el("h2", {}, phrase("result")),
      sureness(found),
      longer ? el("p", {}, button("button", phrase("longer", { n: longer.items - list.length }), () => {
        changeAnswers(now => { now.form = longer.id; });
        ask(result);
      })) : null,
      el("section.test-band", {}, el("h3", {}, phrase("profile")), profileBars(found), el("p.test-norms", {}, phrase("norms")),
        clear && isOfInterests ? strongest(sums) : null),
      clear && !isOfInterests ? strengthLists(sums) : null,
      near,
      isOfInterests || ofCode ? null : outsideView(sums),
      el("section.test-band.test-own", {}, el("h3", {}, phrase("own")),
        el("p", {}, phrase("code"), " ", el("output.test-code", {}, resultCode(found.form, found.sureness, sums)), el("br"), phrase("code-note")),
        el("p.test-buttons", {},
          button("quiet", phrase("print"), () => window.print()), " ",
          ofCode ? null : [saveButton(), " ", button("quiet", phrase("change"), () => {
            changeAnswers(now => { now.one = false; });
            ask(result);
          }), " "],
          button("quiet", phrase("to-start"), start)),
        ofCode ? null : el("div.test-lock", {}, el("p", {}, phrase("lock")), el("p.test-buttons", {}, removeButton("finish", () => {
          store.remove(store.current());
          start();
        })))));
  });
}

foldPapers(all(".test-paper"), phrase);
one(".test-save button", place).addEventListener("click", saveFile);
place.hidden = false;
takeCarried();
// After the listeners of the base, which carry the place of the page.
document.addEventListener("DOMContentLoaded", carryAnswers);
watchAnswers(() => { if (place.getAttribute("data-view") === "start" && !place.contains(document.activeElement)) { start(); } });
start();
