/* A diary: whose it is, its pages, the whole to read and print. Everything stays on this device. */
/** @import { DiaryPage } from "./shapes" */
import "./site.js";
import { all, button, el, one } from "./base/elements.js";
import { bookletOf, leftOver } from "./diary/booklet.js";
import { promptOf } from "./diary/fields.js";
import { tellDiary, writtenBy, device, diary, doneOf, flush, dropWaiting, isFilled, owner, diaryWord, desk, turnTo, stepOf, diaryStore, titleOf, watchDiary } from "./diary/page.js";
import { foldPapers } from "./store/device.js";

/* What stands behind # says what is shown: nothing for the beginning, the id of a page, or one of these. */
const CONTENTS = "pages";
const BOOKLET = "booklet";

/** Whether the address names a view of the diary, and no other place of the page. @param {string} name */
const isView = name => name === "" || name === CONTENTS || name === BOOKLET || diary.pages.some(({ id }) => id === name);
/** What the address says after its `#`. */
const named = () => {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); }
};
let viewNow = "";
/** The view that is shown: the last that the address named. */
const shown = () => {
  if (isView(named())) { viewNow = named(); }
  return viewNow;
};

/** @param {string} name */
function go(name) {
  flush();
  if (shown() === name) { open(); } else { location.hash = name; }
}

/** @param {{ id: string, name: string }} person */
function goOn({ id, name }) {
  const who = name || diaryWord("nameless");
  const n = diary.pages.filter(page => doneOf(page, id).done > 0).length;
  return el("li", {}, el("span", {}, diaryWord("there", { who, n, all: diary.pages.length })), " ",
    button("button", diaryWord("go-on"), () => {
      flush();
      diaryStore.choose(id);
      go(CONTENTS);
    }, { "aria-label": `${diaryWord("go-on")}: ${who}` }));
}

function start() {
  const people = diaryStore.people();
  const name = el("input", { type: "text", autocomplete: "off", maxlength: 60 });
  const form = el("form.test-start", {
    submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      flush();
      diaryStore.add(name.value);
      go(CONTENTS);
    },
  }, el("label.test-field", {}, diaryWord("name"), name),
  el("p", {}, el("button.button", { type: "submit" }, diaryWord(people.length ? "begin-anew" : "begin"))));
  turnTo("start", el("h2", {}, diaryWord("start")),
    location.protocol === "file:" ? el("p.notice", {}, el("span", {}, diaryWord("disk"))) : null,
    people.length ? el("ul.test-people", {}, ...people.map(goOn)) : null,
    form,
    el("details.test-more", {}, el("summary", {}, diaryWord("elsewhere")), device.fileInput(() => go(CONTENTS)),
      el("p", {}, device.removeButton("clear", () => {
        dropWaiting();
        diaryStore.removeAll();
        start();
      }))));
}

/** @param {DiaryPage} page */
function line(page) {
  const { done, all: of } = doneOf(page);
  return el("li", {}, el("a", { href: `#${page.id}` }, titleOf(page)), " ",
    done ? el("span.diary-state", { "data-state": done < of ? "begun" : "full" }, diaryWord(done < of ? "begun" : "full")) : null);
}

function contents() {
  /** Pages that follow one another in a step. @type {DiaryPage[][]} */
  const groups = [];
  for (const page of diary.pages) {
    const last = groups[groups.length - 1];
    if (last && last[0].step === page.step) { last.push(page); } else { groups.push([page]); }
  }
  turnTo("contents", el("h2", {}, owner() ? `${diaryWord("contents")} · ${owner()}` : diaryWord("contents")),
    el("p.test-buttons", {}, button("button", diaryWord("booklet"), () => go(BOOKLET)), " ", device.saveButton(), " ",
      button("quiet", diaryWord("begin-anew"), () => go(""))),
    ...groups.map(pages => el("section.diary-group", {}, el("h3", {}, stepOf(pages[0]) || diaryWord("general")), el("ul", {}, ...pages.map(line)))),
    el("p.test-side", {}, diaryWord("pause")),
    lock());
}

function lock() {
  return el("div.test-lock", {}, el("p", {}, diaryWord("lock")), el("p.test-buttons", {}, device.saveButton(), " ", device.removeButton("finish", () => {
    dropWaiting();
    diaryStore.remove(diaryStore.current());
    location.hash = "";
    start();
  })));
}

/** @param {DiaryPage} page */
function fill(page) {
  const at = diary.pages.indexOf(page);
  const turn = (/** @type {number} */ to, /** @type {string} */ name, /** @type {string} */ kind) =>
    (diary.pages[to] ? button(kind, diaryWord(name), () => go(diary.pages[to].id)) : null);
  turnTo("page", el("h2", {}, titleOf(page)),
    el("p.diary-step", {}, [stepOf(page), diaryWord("page", { n: at + 1, all: diary.pages.length })].filter(Boolean).join(" · "),
      page.url ? [" · ", el("a", { href: page.url }, diaryWord("lesson"))] : null),
    ...page.prompts.map(prompt => promptOf(page, prompt)),
    el("p.diary-kept", {}, diaryWord("pause")),
    el("p.test-turn", {}, turn(at - 1, "back", "quiet"), " ", button("quiet", diaryWord("to-contents"), () => go(CONTENTS)), " ",
      turn(at + 1, "next", "button")));
}

const filledPages = () => {
  const answers = writtenBy();
  return diary.pages.filter(page => doneOf(page).done > 0 || (page.prompts.some(({ kind }) => kind === "result") && isFilled(answers)));
};

function booklet() {
  const whole = el("div.diary-book", {});
  const only = el("input", { type: "checkbox" });
  only.checked = true;
  const set = () => {
    const pages = only.checked ? filledPages() : diary.pages;
    whole.replaceChildren(.../** @type {Node[]} */ (pages.length ? bookletOf(pages) : [el("p", {}, diaryWord("empty"))]), .../** @type {Node[]} */ ([leftOver()].filter(Boolean)));
  };
  only.addEventListener("change", set);
  set();
  turnTo("booklet", el("h2", {}, diaryWord("booklet-title")),
    el("p.test-buttons", {}, button("button", diaryWord("print"), () => window.print()), " ", device.saveButton(), " ",
      button("quiet", diaryWord("to-contents"), () => go(CONTENTS))),
    el("label.test-box", {}, only, el("span", {}, diaryWord("only-filled"))),
    whole, lock());
}

function open() {
  const name = shown();
  const page = diary.pages.find(({ id }) => id === name);
  if (page) { fill(page); } else if (name === CONTENTS) { contents(); } else if (name === BOOKLET) { booklet(); } else { start(); }
}

// What is printed of a page that is being filled in is what stands in it, at any length.
const print = el("div.diary-print.diary-book", { hidden: true });
desk.append(print);
window.addEventListener("beforeprint", () => {
  flush();
  const page = diary.pages.find(({ id }) => id === shown());
  print.hidden = false;
  print.replaceChildren(.../** @type {Node[]} */ (page ? bookletOf([page]) : shown() === CONTENTS ? bookletOf(filledPages()) : []));
});
window.addEventListener("afterprint", () => {
  print.hidden = true;
  print.replaceChildren();
});

foldPapers(all(".test-paper"), diaryWord);
one(".test-save button", desk).addEventListener("click", device.saveFile);
desk.hidden = false;
window.addEventListener("hashchange", () => {
  flush();
  if (isView(named())) { open(); }
});
watchDiary(() => { if (!desk.contains(document.activeElement) || desk.getAttribute("data-view") !== "page") { open(); } });
open();
tellDiary("");
