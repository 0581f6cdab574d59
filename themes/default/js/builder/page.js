/* What the parts of a builder's page stand on: what the page gives, its words, and the documents on this device. */
/** @import { BuilderData, BuilderPart, DocumentLanguage, MadeDocument, MadeEntry, StoreTrouble } from "../shapes" */
import { all, el, one } from "../base/elements.js";
import { wordsOf } from "../base/words.js";
import { openStore } from "../store/store.js";
import { isNewer, newId, tidied } from "./model.js";

export const room = one(".builder-app");
/** @type {BuilderData} */
export const data = JSON.parse(room.getAttribute("data-builder") || "{}");
export const { word: tell } = wordsOf(one("#site-builder-words"));

/** @type {HTMLElement} */
const view = one(".builder-view", room);
/** @type {HTMLElement} */
const troubles = one(".builder-trouble", room);
/** @type {HTMLElement} */
const said = one(".builder-said", room);
const pageLanguage = document.documentElement.lang;
/** @type {(() => void)[]} */
const watchers = [];

export const shelf = openStore({ troubled: complain, changed: () => { for (const run of watchers) { run(); } } });
/** @param {() => void} run */
export const watchShelf = run => { watchers.push(run); };

/**
 * The names of the records of a kind of document.
 * @param {string} [kind]
 */
export const recordsOfKind = (kind = data.kind) => shelf.names(shelf.current()).filter(name => name.startsWith(`${kind}/`));

/** @param {string} name */
export function documentOf(name) {
  const stored = shelf.get(name);
  if (isNewer(stored)) {
    complain("newer");
    return null;
  }
  return stored && tidied(stored, data.kind, data.parts, pageLanguage);
}

/**
 * Changes a document. What another tab has changed of it in the meantime stays.
 * @param {string} name
 * @param {(made: MadeDocument) => void} edit
 */
export function changeDocument(name, edit) {
  shelf.change(name, stored => {
    const made = tidied(stored, data.kind, data.parts, pageLanguage);
    edit(made);
    return { ...made };
  });
}

/**
 * Keeps a document under a new name, and gives that.
 * @param {MadeDocument} made
 */
export function keepDocument(made) {
  const name = `${made.kind}/${newId()}`;
  shelf.change(name, () => ({ ...made }));
  return name;
}

export const blankDocument = () => tidied(null, data.kind, data.parts, pageLanguage);

/** @param {string} code @returns {DocumentLanguage} */
export const languageOf = code => data.languages.find(language => language.code === code) || data.languages[0];

/** @param {string} id @returns {BuilderPart} */
export const partOf = id => /** @type {BuilderPart} */ (data.parts.find(part => part.id === id));

/**
 * The entry of a document that has an id.
 * @param {MadeDocument} made
 * @param {string} part
 * @param {string} id
 * @returns {MadeEntry}
 */
export function entryOf(made, part, id) {
  const found = made.parts[part].find(entry => entry.id === id);
  if (found) { return found; }
  const entry = { id, values: {} };
  made.parts[part].push(entry);
  return entry;
}

/** What a document is called in the list. @param {MadeDocument} made */
export function callOf(made) {
  const { name, label } = made.parts.person[0].values;
  return made.called || [label || made.parts.recipient?.[0].values.organization, name].filter(Boolean).join(", ") || tell("nameless");
}

/**
 * Shows a part of the page in place of another, and leads there.
 * @param {string} name
 * @param {HTMLElement} heading
 * @param {...import("../shapes").Child} rest
 */
export function showPart(name, heading, ...rest) {
  room.setAttribute("data-view", name);
  one(".builder-intro").hidden = name !== "start";
  heading.tabIndex = -1;
  view.replaceChildren(heading, el("div.builder-in", {}, ...rest));
  if (begun) {
    heading.focus();
    heading.scrollIntoView({ block: "nearest" });
  }
  begun = true;
}
let begun = false;

/** Says something without leading away. @param {string} text */
export function report(text) { said.textContent = text; }

/**
 * Tells what is wrong with the store or a file, above everything.
 * @param {StoreTrouble} name
 */
export function complain(name) {
  if (all(`[data-trouble="${name}"]`, troubles).length) { return; }
  troubles.append(el("p.notice", { "data-trouble": name }, el("span", {}, tell(`trouble-${name}`))));
  one(".builder-save", room).hidden = false;
}

/** Forgets what was wrong with files that were tried before. */
export function clearComplaints() { troubles.replaceChildren(); }

/**
 * Hands a file to the browser.
 * @param {Blob} blob
 * @param {string} name
 */
export function handOut(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  report(tell("saved"));
}

/** @param {string} text @param {string} name */
export const handOutText = (text, name) => handOut(new Blob([text], { type: "application/json" }), name);

/** Gives everything of the present person as a file. */
export const handOutAll = () => handOutText(shelf.file(), `bagyt-${new Date().toISOString().slice(0, 10)}.json`);

/**
 * The name of a document's file, without its ending.
 * @param {MadeDocument} made
 */
export function fileName(made) {
  const words = [made.parts.person[0].values.name, made.called].filter(Boolean).join(" ").match(/[\p{L}\p{N}]+/gu);
  return (words || [made.kind]).join("_").slice(0, 60);
}

/**
 * A button that asks once more before it does something.
 * @param {string} text
 * @param {string} sure
 * @param {() => void} act
 * @param {() => boolean} [asks] whether there is anything to ask about
 */
export function sureButton(text, sure, act, asks = () => true) {
  const question = el("span.builder-sure", { hidden: true }, el("b", {}, sure), " ",
    el("button.quiet.builder-yes", { type: "button", click: act }, tell("remove-yes")), " ",
    el("button.quiet", { type: "button", click: () => { question.hidden = true; first.focus(); } }, tell("remove-no")));
  const first = el("button.quiet", { type: "button", click: () => {
    if (!asks()) { act(); return; }
    question.hidden = false;
    /** @type {HTMLElement | null} */ (question.querySelector("button"))?.focus();
  } }, text);
  return el("span.builder-ask", {}, first, " ", question);
}
