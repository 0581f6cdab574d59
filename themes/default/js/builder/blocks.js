/* A document → the pieces of which it is set, one after the other: the same for the sheet on the screen, paper and Word. */
/** @import { BuilderPart, MadeBlock, MadeDocument } from "../shapes" */
import { newestFirst, span, written } from "./dates.js";
import { isEmpty, linesOf, only } from "./model.js";

/** What stands first of an entry, what after it, and its lines. @type {Record<string, [first: string, after: string[], lines: string]>} */
const SET = {
  work: ["position", ["name", "location"], "highlights"],
  education: ["area", ["studyType", "institution", "location"], "courses"],
  projects: ["name", ["url"], "highlights"],
  volunteer: ["position", ["organization"], "highlights"],
  certificates: ["name", ["issuer"], ""],
};
/** Parts whose entries are a line each, and what parts the halves of one. @type {Record<string, [first: string, after: string, between: string]>} */
const LINES = { languages: ["language", "fluency", " — "], references: ["name", "reference", " · "] };

/** @param {(string | undefined)[]} texts */
const joined = (texts, between = ", ") => texts.map(text => (text || "").trim()).filter(Boolean).join(between);

/**
 * The entries of a part that say something, in the order of the document.
 * @param {MadeDocument} made
 * @param {string} part
 */
export const setEntries = (made, part) => (made.parts[part] || []).filter(entry => !isEmpty(entry)).map(entry => entry)
  .sort((a, b) => newestFirst(a.values, b.values));

/**
 * @param {MadeDocument} made
 * @returns {MadeBlock}
 */
function head(made) {
  const { name = "", label = "", city, phone, email, url, image } = only(made, "person");
  return { kind: "head", text: name.trim(), label: label.trim(), more: joined([city, phone, email, url], " · "), photo: image };
}

/**
 * The pieces of a part of a curriculum vitae, without its heading.
 * @param {MadeDocument} made
 * @param {string} part
 * @param {Readonly<Record<string, any>>} words
 * @returns {MadeBlock[]}
 */
function pieces(made, part, words) {
  const { summary, lines } = only(made, part);
  if (part in LINES) {
    const [first, after, between] = LINES[part];
    return (made.parts[part] || []).filter(entry => !isEmpty(entry))
      .map(({ values }) => ({ kind: "line", text: joined([values[first], values[after]], between) }));
  }
  if (!(part in SET)) {
    return [...linesOf(summary).map(text => ({ kind: /** @type {const} */ ("text"), text })), ...linesOf(lines).map(text => ({ kind: /** @type {const} */ ("item"), text }))];
  }
  const [first, after, list] = SET[part];
  return setEntries(made, part).flatMap(({ values }) => {
    const more = joined(after.map(name => values[name]));
    /** @type {MadeBlock} */
    const entry = { kind: "entry", text: (values[first] || "").trim() || more, more: values[first]?.trim() ? more : "", dates: span(values, words, made.layout === "side") };
    return [entry, ...linesOf(values[list]).map(text => ({ kind: /** @type {const} */ ("item"), text }))];
  });
}

/**
 * The pieces of a letter below its head.
 * @param {MadeDocument} made
 * @param {Readonly<Record<string, any>>} words
 * @returns {MadeBlock[]}
 */
function letter(made, words) {
  const to = only(made, "recipient");
  const { date, subject, greeting, place, why, bring, learning, close } = only(made, "letter");
  /** @type {MadeBlock[]} */
  const blocks = [];
  if (date) { blocks.push({ kind: "date", text: written(date, words) }); }
  for (const text of [to.name, to.position, to.organization, to.location]) { if (text?.trim()) { blocks.push({ kind: "to", text: text.trim() }); } }
  if (subject?.trim()) { blocks.push({ kind: "subject", text: subject.trim() }); }
  for (const text of [greeting, place, why, bring, learning, close]) { blocks.push(...linesOf(text).map(line => ({ kind: /** @type {const} */ ("text"), text: line }))); }
  const name = (only(made, "person").name || "").trim();
  if (blocks.length) { blocks.push({ kind: "name", text: String(words.regards), more: name }); }
  return blocks;
}

/**
 * All pieces of a document.
 * @param {MadeDocument} made
 * @param {BuilderPart[]} parts
 * @param {Readonly<Record<string, any>>} words
 * @returns {MadeBlock[]}
 */
export function blocksOf(made, parts, words) {
  if (parts.some(({ id }) => id === "letter")) { return [head(made), ...letter(made, words)]; }
  const moving = made.order.filter(id => parts.some(part => part.id === id && part.moves));
  return [head(made), ...moving.flatMap(part => {
    const found = pieces(made, part, words);
    /** @type {MadeBlock} */
    const heading = { kind: "heading", text: String(words[part]) };
    return found.length ? [heading, ...found] : [];
  })];
}
