/* Documents ↔ JSON Resume, which other programs read (jsonresume.org, schema 1.0.0). What the schema has no place for stands in
 * `meta.bagyt`; what a file holds that no part shows is kept and goes back into the file. */
/** @import { BuilderPart, MadeDocument, MadeEntry } from "../shapes" */
import { NOW, dateOf } from "./dates.js";
import { isEmpty, isGroup, isNewer, linesOf, newId, only, tidied, versionNow } from "./model.js";

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
const EMAIL = /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i;
const LISTS = ["highlights", "courses"];
const DATES = ["startDate", "endDate", "date"];
/** Parts that are lists of the schema by the same name, with the fields that it has for them. */
const SECTIONS = ["work", "education", "projects", "volunteer", "certificates", "languages", "references"];
/** Parts of which the schema knows nothing. */
const OWN = ["recipient", "letter"];
/** What says that something has not ended, though the file gives no end. */
const OPEN = "bagyt:open";

/**
 * An address of the web as the schema wants it; undefined for what is none.
 * @param {string} text
 */
function webAddress(text) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    return /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? url.href : undefined;
  } catch { return undefined; }
}

/**
 * A group without what is empty.
 * @param {Record<string, any>} group
 */
const filled = group => Object.fromEntries(Object.entries(group).filter(([, value]) =>
  value !== undefined && !(typeof value === "string" && !value.trim()) && !(Array.isArray(value) && !value.length) && !(isGroup(value) && !Object.keys(value).length)));

/**
 * @param {MadeEntry} entry
 */
function toItem({ values, rest }) {
  /** @type {Record<string, any>} */
  const item = { ...rest };
  /** @type {Record<string, string>} */
  const odd = {};
  for (const [field, text] of Object.entries(values)) {
    const trimmed = text.trim();
    if (!trimmed || trimmed === NOW) { continue; }
    if (LISTS.includes(field)) { item[field] = linesOf(text); }
    else if (DATES.includes(field) ? !dateOf(trimmed) : field === "url" && !webAddress(trimmed)) { odd[field] = trimmed; }
    else { item[field] = field === "url" ? webAddress(trimmed) : trimmed; }
  }
  if (values.startDate && !values.endDate) { item[OPEN] = false; }
  if (Object.keys(odd).length) { item["bagyt:written"] = odd; }
  return item;
}

/**
 * A document as a JSON Resume.
 * @param {MadeDocument} made
 */
export function toResume(made) {
  const { name, label, phone, email = "", city, url = "", image } = only(made, "person");
  const { basics: basicsRest, meta: metaRest, ...rest } = made.rest;
  const kept = isGroup(basicsRest) ? basicsRest : {};
  const summary = only(made, "aim").summary;
  const address = email.trim();
  const basics = {
    ...kept,
    ...filled({
      name, label, image, phone, summary,
      email: EMAIL.test(address) ? address : undefined,
      url: webAddress(url.trim()),
      location: filled({ ...(isGroup(kept.location) ? kept.location : {}), city }),
    }),
  };
  const sections = SECTIONS.map(part => [part, (made.parts[part] || []).filter(entry => !isEmpty(entry)).map(toItem)]);
  const skills = linesOf(only(made, "skills").lines).map(line => ({ name: line }));
  const own = filled({
    version: versionNow(),
    kind: made.kind,
    called: made.called,
    language: made.lang,
    layout: made.layout,
    order: made.order,
    written: filled({ email: basics.email ? "" : address, url: basics.url ? "" : url.trim() }),
    extra: linesOf(only(made, "extra").lines),
    ...Object.fromEntries(OWN.map(part => [part, filled({ ...only(made, part) })])),
  });
  return filled({ $schema: SCHEMA, ...rest, basics, ...Object.fromEntries(sections), skills, meta: { ...(isGroup(metaRest) ? metaRest : {}), bagyt: own } });
}

/** @param {unknown} value */
const textOf = value => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

/**
 * What an item of a section says in the fields of a part; the rest of it is kept as it is.
 * @param {Record<string, any>} item
 * @param {string[]} fields
 * @returns {MadeEntry}
 */
function fromItem(item, fields) {
  const { [OPEN]: open, "bagyt:written": odd, ...given } = item;
  /** @type {Record<string, string>} */
  const values = {};
  /** @type {Record<string, unknown>} */
  const rest = {};
  for (const [field, value] of Object.entries(given)) {
    const text = LISTS.includes(field) && Array.isArray(value) && value.every(line => typeof line === "string") ? value.join("\n") : textOf(value);
    if (fields.includes(field) && text && (!DATES.includes(field) || dateOf(text))) { values[field] = text; } else { rest[field] = value; }
  }
  // What a section of another program says in sentences is the first of what was done.
  for (const [from, to] of [["summary", "highlights"], ["description", "highlights"]]) {
    if (typeof rest[from] === "string" && fields.includes(to)) {
      values[to] = [String(rest[from]), values[to]].filter(Boolean).join("\n");
      delete rest[from];
    }
  }
  if (isGroup(odd)) { for (const [field, text] of Object.entries(odd)) { if (fields.includes(field) && !values[field]) { values[field] = textOf(text); } } }
  if (fields.includes("endDate") && values.startDate && !values.endDate && rest.endDate === undefined && open === undefined) { values.endDate = NOW; }
  return { id: newId(), values, ...(Object.keys(rest).length ? { rest } : {}) };
}

/**
 * What a JSON Resume says, as a document; or what is wrong with it. `kept` names what it holds and no part shows.
 * @param {unknown} file
 * @param {string} kind the kind of those that do not say one
 * @param {(kind: string) => BuilderPart[]} partsOf
 * @param {string} lang
 * @returns {{ made: MadeDocument, kept: string[], trouble?: undefined } | { trouble: "foreign" | "newer" | "damaged", made?: undefined, kept?: undefined }}
 */
export function fromResume(file, kind, partsOf, lang) {
  if (!isGroup(file) || !["basics", "meta", "skills", ...SECTIONS].some(key => key in file)) { return { trouble: "foreign" }; }
  const { $schema: _, basics = {}, meta = {}, skills = [], ...others } = file;
  const own = isGroup(meta) && isGroup(meta.bagyt) ? meta.bagyt : {};
  if (isNewer(own)) { return { trouble: "newer" }; }
  const lists = [skills, ...SECTIONS.map(part => others[part] ?? [])];
  if (!isGroup(basics) || !isGroup(meta) || !lists.every(list => Array.isArray(list) && list.every(isGroup))) { return { trouble: "damaged" }; }
  const parts = partsOf(textOf(own.kind) || kind);
  const fieldsOf = (/** @type {string} */ id) => (parts.find(part => part.id === id)?.fields || []).map(field => field.id);
  /** @type {string[]} */
  const kept = [];
  /** @type {Record<string, MadeEntry[]>} */
  const made = {};
  const { name, label, email, phone, url, image, summary, location, ...basicsRest } = basics;
  const odd = isGroup(own.written) ? own.written : {};
  const { city, ...locationRest } = isGroup(location) ? location : {};
  // A picture elsewhere is never asked for.
  const photo = /^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/=]+$/.test(textOf(image)) ? textOf(image) : "";
  const person = { name, label, phone, email: email || odd.email, city, url: url || odd.url, image: photo };
  made.person = [{ id: newId(), values: Object.fromEntries(Object.entries(person).map(([key, value]) => [key, textOf(value)]).filter(([, text]) => text)) }];
  made.aim = [{ id: newId(), values: filled({ summary: textOf(summary) }) }];
  const skill = (/** @type {Record<string, any>} */ one) =>
    [[textOf(one.name), textOf(one.level)].filter(Boolean).join(" — "), Array.isArray(one.keywords) ? one.keywords.map(textOf).filter(Boolean).join(", ") : ""].filter(Boolean).join(": ");
  made.skills = [{ id: newId(), values: filled({ lines: skills.map(skill).filter(Boolean).join("\n") }) }];
  made.extra = [{ id: newId(), values: filled({ lines: Array.isArray(own.extra) ? own.extra.map(textOf).filter(Boolean).join("\n") : "" }) }];
  for (const part of OWN) { made[part] = [{ id: newId(), values: Object.fromEntries(Object.entries(isGroup(own[part]) ? own[part] : {}).map(([key, value]) => [key, textOf(value)])) }]; }
  /** @type {Record<string, unknown>} */
  const rest = {};
  for (const [key, value] of Object.entries(others)) {
    if (SECTIONS.includes(key)) {
      made[key] = value.map((/** @type {Record<string, any>} */ item) => fromItem(item, fieldsOf(key)));
      for (const { rest: more } of made[key]) { kept.push(...Object.keys(more || {}).map(field => `${key}.${field}`)); }
    } else {
      rest[key] = value;
      kept.push(key);
    }
  }
  const basicsKept = filled({ ...basicsRest, image: photo ? "" : image, location: locationRest });
  if (Object.keys(basicsKept).length) {
    rest.basics = basicsKept;
    kept.push(...Object.keys(basicsKept).map(key => `basics.${key}`));
  }
  const { bagyt: __, ...metaRest } = meta;
  if (Object.keys(metaRest).length) { rest.meta = metaRest; }
  const data = {
    version: Number.isInteger(own.version) ? own.version : versionNow(),
    called: textOf(own.called) || textOf(label) || textOf(name),
    lang: textOf(own.language),
    layout: textOf(own.layout),
    order: own.order,
    parts: made,
    rest,
  };
  return { made: tidied(data, textOf(own.kind) || kind, parts, lang), kept: [...new Set(kept)] };
}
