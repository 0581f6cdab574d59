/* A document as it is stored: parts with entries, each of which has fields. It has a version and is brought up to date. */
/** @import { BuilderPart, MadeDocument, MadeEntry } from "../shapes" */

/** Each brings a document of a version up to the next one. @type {((older: any) => any)[]} */
const STEPS = [];
export const LAYOUTS = ["plain", "side"];

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isGroup = value => typeof value === "object" && value !== null && !Array.isArray(value);

/** The version that is written, with so many steps behind it. */
export const versionNow = (steps = STEPS) => steps.length + 1;

/**
 * A document of an older version as one of the present.
 * @param {any} data
 * @param {((older: any) => any)[]} [steps]
 */
export function broughtUp(data, steps = STEPS) {
  const version = Number.isInteger(data.version) ? Number(data.version) : 1;
  const now = steps.slice(Math.max(0, version - 1)).reduce((older, step) => step(older), data);
  return { ...now, version: Math.max(version, versionNow(steps)) };
}

/** @param {any} data */
export const isNewer = data => Number.isInteger(data?.version) && data.version > versionNow();

export const newId = () => Math.random().toString(36).slice(2, 10) || "a";

/** @returns {MadeEntry} */
export const newEntry = () => ({ id: newId(), values: {} });

/**
 * A stored document, or an empty one, with what is wrong left out.
 * @param {any} data
 * @param {string} kind
 * @param {BuilderPart[]} parts
 * @param {string} lang
 * @returns {MadeDocument}
 */
export function tidied(data, kind, parts, lang) {
  const from = broughtUp(isGroup(data) ? data : {});
  const ids = parts.map(({ id }) => id);
  /** @type {string[]} */
  const order = Array.isArray(from.order) ? from.order.filter((/** @type {unknown} */ id) => ids.includes(String(id))) : [];
  const given = isGroup(from.parts) ? from.parts : {};
  /** @type {Record<string, MadeEntry[]>} */
  const made = {};
  // Parts of another version of the form stay where they are.
  for (const [id, entries] of Object.entries(given)) { if (Array.isArray(entries)) { made[id] = entries.filter(isGroup).map(tidyEntry); } }
  for (const { id } of parts) { if (!made[id]?.length) { made[id] = [{ id: "1", values: {} }]; } }
  return {
    ...from,
    version: from.version,
    kind,
    called: typeof from.called === "string" ? from.called : "",
    lang: typeof from.lang === "string" && from.lang ? from.lang : lang,
    layout: LAYOUTS.includes(from.layout) ? from.layout : LAYOUTS[0],
    order: [...new Set([...order, ...ids])],
    parts: made,
    rest: isGroup(from.rest) ? from.rest : {},
  };
}

/**
 * @param {any} entry
 * @returns {MadeEntry}
 */
function tidyEntry(entry) {
  const texts = Object.entries(isGroup(entry.values) ? entry.values : {}).filter(([, text]) => typeof text === "string");
  /** @type {MadeEntry} */
  const tidy = { id: typeof entry.id === "string" && entry.id ? entry.id : newId(), values: Object.fromEntries(texts) };
  if (isGroup(entry.rest) && Object.keys(entry.rest).length) { tidy.rest = entry.rest; }
  return tidy;
}

/** @param {MadeEntry} entry */
export const isEmpty = entry => !entry.rest && Object.values(entry.values).every(text => !text.trim());

/**
 * The lines of a text that say something.
 * @param {string | undefined} text
 */
export const linesOf = text => (text || "").split("\n").map(line => line.replace(/^\s*[-•–*]\s+/, "").trim()).filter(Boolean);

/**
 * What the only entry of a part holds.
 * @param {MadeDocument} made
 * @param {string} part
 */
export const only = (made, part) => made.parts[part]?.[0]?.values || {};
