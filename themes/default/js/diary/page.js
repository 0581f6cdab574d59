/* What the parts of a diary's page stand on: the diary as the page gives it, its words, and what is written on this device. */
/** @import { DiaryData, DiaryPage, DiaryPrompt, DiaryValue, StoreTrouble } from "../shapes" */
import { all, el, one } from "../base/elements.js";
import { own } from "../base/data.js";
import { wordsOf } from "../base/words.js";
import { deviceOf } from "../store/device.js";
import { openStore } from "../store/store.js";

const PAUSE = 300; // milliseconds without a key after which it is stored

export const desk = one(".test-app");
/** @type {DiaryData} */
export const diary = JSON.parse(desk.getAttribute("data-diary") || "{}");
export const { word: diaryWord } = wordsOf(one("#site-diary-words"));

/** @type {HTMLElement} */
const view = one(".test-view", desk);
/** @type {HTMLElement} */
const troubles = one(".test-trouble", desk);

const isMap = (/** @type {unknown} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);

export const diaryStore = openStore({
  checks: { [diary.id]: data => isMap(data.answers) },
  troubled: troubleOfDiary,
  changed: () => { for (const run of watchers) { run(); } },
});
/** @type {(() => void)[]} */
const watchers = [];
/** @param {() => void} run */
export const watchDiary = run => { watchers.push(run); };

/**
 * What somebody has written, by page and prompt.
 * @param {string} [person]
 * @returns {Record<string, DiaryValue>}
 */
export function writtenBy(person) {
  const answers = diaryStore.get(diary.id, person)?.answers;
  return isMap(answers) ? /** @type {any} */ (answers) : {};
}

/**
 * @param {DiaryPage} page
 * @param {DiaryPrompt} prompt
 */
export const keyOf = (page, prompt) => `${page.id}/${prompt.id}`;

/** What was typed and is not stored yet. @type {Map<string, DiaryValue>} */
const waiting = new Map();
let timer = 0;
let asked = false;

/**
 * Stores an answer after a pause.
 * @param {string} key
 * @param {DiaryValue} value
 */
export function write(key, value) {
  waiting.set(key, value);
  clearTimeout(timer);
  timer = setTimeout(flush, PAUSE);
}

/** Stores what waits, now. */
export function flush() {
  clearTimeout(timer);
  if (!waiting.size) { return; }
  const changes = Object.fromEntries(waiting);
  waiting.clear();
  const kept = diaryStore.change(diary.id, data => ({ ...data, answers: { .../** @type {any} */ (data).answers, ...changes } }));
  const note = desk.querySelector(".diary-kept");
  if (note) { note.textContent = diaryWord(kept ? "kept" : "unkept"); }
  // The browser is asked once not to throw it away when its disk gets full.
  if (!asked) {
    asked = true;
    navigator.storage?.persist?.().catch(() => false);
  }
}

/** What waits is not wanted any more. */
export function dropWaiting() {
  clearTimeout(timer);
  waiting.clear();
}

// Whatever happens to the page next, it is stored first.
for (const [target, name] of /** @type {[EventTarget, string][]} */ ([[desk, "change"], [desk, "focusout"], [window, "pagehide"],
  [window, "blur"], [window, "beforeunload"], [document, "visibilitychange"]])) {
  // Before the store asks whether it has everything.
  target.addEventListener(name, flush, { capture: target !== desk });
}

/**
 * An answer as it is now, stored or not.
 * @param {string} key
 */
export const answer = key => (waiting.has(key) ? waiting.get(key) : own(writtenBy(), key));

/**
 * Whether there is something in an answer.
 * @param {unknown} value
 * @returns {boolean}
 */
export function isFilled(value) {
  if (Array.isArray(value)) { return value.some(isFilled); }
  if (isMap(value)) { return Object.values(/** @type {object} */ (value)).some(isFilled); }
  return typeof value === "string" ? value.trim() !== "" : typeof value === "number";
}

/** @param {DiaryPrompt} prompt */
export const isAsked = prompt => prompt.kind !== "note" && prompt.kind !== "result";

/**
 * How many prompts of a page are answered, and how many there are.
 * @param {DiaryPage} page
 * @param {string} [person]
 */
export function doneOf(page, person) {
  const answers = writtenBy(person);
  const prompts = page.prompts.filter(isAsked);
  return { done: prompts.filter(prompt => isFilled(own(answers, keyOf(page, prompt)))).length, all: prompts.length };
}

/** @param {DiaryPage} page */
export const titleOf = page => (page.name ? `${page.name}. ${page.title}` : page.title);

/** @param {DiaryPage} page */
export const stepOf = page => (page.step === null ? "" : `${diary.steps[page.step].name}. ${diary.steps[page.step].title}`);

/** The name of the present person. */
export const owner = () => diaryStore.people().find(({ id }) => id === diaryStore.current())?.name || "";

/**
 * Shows a part of the page in place of another, and leads there.
 * @param {string} name
 * @param {HTMLElement} heading
 * @param {...import("../shapes").Child} rest
 */
export function turnTo(name, heading, ...rest) {
  desk.setAttribute("data-view", name);
  one(".test-intro").hidden = name !== "start";
  heading.tabIndex = -1;
  tellDiary("");
  view.replaceChildren(el("div", {}, heading, ...rest));
  if (started) {
    heading.focus({ preventScroll: true });
    view.scrollIntoView({ block: "start" });
  }
  started = true;
}
let started = false;

/**
 * Says something without leading away.
 * @param {string} text
 */
export function tellDiary(text) { one(".test-said", desk).textContent = text; }

/**
 * Tells what is wrong with the store or a file, above everything, until another page is opened.
 * @param {StoreTrouble} name
 */
export function troubleOfDiary(name) {
  one(".test-save", desk).hidden = false;
  if (all(`[data-trouble="${name}"]`, troubles).length) { return; }
  troubles.append(el("p.notice", { "data-trouble": name }, el("span", {}, diaryWord(`trouble-${name}`))));
}

export const device = deviceOf({ store: { ...diaryStore, file() { flush(); return diaryStore.file(); } }, phrase: diaryWord, announce: tellDiary, trouble: troubleOfDiary });
