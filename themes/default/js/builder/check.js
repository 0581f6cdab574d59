/* What should be looked at once more before a document is sent. Words of languages come with the page. */
/** @import { BuilderData, MadeDocument, MadeEntry, MadeFinding } from "../shapes" */
import { NOW, dateOf, monthOf, monthText } from "./dates.js";
import { isEmpty, only } from "./model.js";

const GAP = 6; // months of which nothing is said
const ADDRESS = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/u;
const WORDS = 30; // of a Kyrgyz text, of which one would have a letter of its own

/**
 * A text with its letters mended: those that only look like Cyrillic ones, in words that have Cyrillic letters.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} letters
 */
export function mended(text, letters) {
  return text.normalize("NFC").replace(/[\p{L}\p{M}]+/gu, word => {
    const wrong = [...word].filter(sign => letters[sign]).length;
    const cyrillic = [...word].filter(sign => /\p{Script=Cyrillic}/u.test(sign)).length;
    return wrong && cyrillic ? [...word].map(sign => letters[sign] || sign).join("") : word;
  });
}

/** Fields in which letters of any alphabet are right. */
const FREE = ["email", "url", "image", "phone"];

/**
 * Everything that was noticed.
 * @param {MadeDocument} made
 * @param {BuilderData} data
 * @param {{ pages: number, today: string }} now how many sheets it takes, and the day
 * @returns {MadeFinding[]}
 */
export function noticed(made, data, { pages, today }) {
  /** @type {MadeFinding[]} */
  const found = [];
  /**
   * @param {string} id
   * @param {string} part
   * @param {Record<string, string | number>} [values]
   * @param {string} [field]
   * @param {string} [entry]
   */
  const add = (id, part, values = {}, field, entry) => found.push({ id, part, values, field, entry });
  const { name = "", phone = "", email = "" } = only(made, "person");
  if (!name.trim()) { add("name", "person", {}, "name"); }
  if (!phone.trim() && !email.trim()) { add("contact", "person", {}, "phone"); }
  if (phone.trim() && (phone.match(/\d/g) || []).length < 6) { add("phone", "person", { text: phone }, "phone"); }
  if (email.trim()) { address(email.trim(), data, (id, values) => add(id, "person", values, "email")); }

  for (const part of data.parts) {
    for (const entry of made.parts[part.id] || []) {
      if (isEmpty(entry)) { continue; }
      texts(entry, data, (id, values, field) => add(id, part.id, values, field, entry.id));
      dates(entry, part.fields, today, (id, values, field) => add(id, part.id, { what: titleOf(entry, part.title), ...values }, field, entry.id));
      const lines = entry.values.highlights || "";
      if (lines.trim() && !/\d/.test(lines)) { add("number", part.id, { what: titleOf(entry, part.title) }, "highlights", entry.id); }
    }
  }
  if (made.lang === "ky") { ownLetters(made, data, () => add("kyrgyz", data.parts[0].id)); }
  gaps(made, today, values => add("gap", "work", values));
  if (data.kind === "letter") {
    for (const part of data.parts.filter(({ id }) => id !== "person")) {
      const needed = part.id === "letter" ? part.fields : part.fields.filter(({ id }) => id === "organization");
      const empty = needed.filter(({ id }) => !(only(made, part.id)[id] || "").trim() && id !== "subject" && id !== "date");
      if (empty.length) { add("missing", part.id, { what: empty.map(({ title }) => title).join(", ") }, empty[0].id); }
    }
  }
  if (pages > 1) { add(data.kind === "letter" ? "long-letter" : "long", "", { n: pages }); }
  return found;
}

/**
 * @param {MadeEntry} entry
 * @param {string} otherwise
 */
const titleOf = ({ values }, otherwise) =>
  values.position || values.area || values.name || values.organization || values.institution || otherwise;

/**
 * @param {string} email
 * @param {BuilderData} data
 * @param {(id: string, values: Record<string, string>) => void} add
 */
function address(email, data, add) {
  if (!ADDRESS.test(email)) {
    add("email", { text: email });
    return;
  }
  const own = email.split("@")[0].toLowerCase();
  const odd = data.odd_addresses.some(word => own.includes(word)) || /\d{4,}/.test(own) || /(.)\1\1/.test(own) || !/\p{L}/u.test(own);
  if (odd) { add("odd", { text: email }); }
}

/**
 * Letters, secrets and empty words of one entry.
 * @param {MadeEntry} entry
 * @param {BuilderData} data
 * @param {(id: string, values: Record<string, string>, field: string) => void} add
 */
function texts({ values }, data, add) {
  for (const [field, text] of Object.entries(values)) {
    if (FREE.includes(field)) { continue; }
    const right = mended(text, data.letters);
    if (right !== text.normalize("NFC")) {
      const words = text.normalize("NFC").split(/\s+/);
      const better = right.split(/\s+/);
      add("letters", { text: words.find((word, at) => word !== better[at]) || text }, field);
    }
    const secret = /(?:^|\D)(\d{14})(?!\d)/.exec(text)?.[1] || /(?:^|[^\p{L}])((?:ID|AN|AC)\s?\d{7})(?!\d)/u.exec(text)?.[1];
    if (secret) { add("secret", { text: secret }, field); }
    const small = text.toLowerCase();
    const empty = data.empty_words.find(word => small.includes(word.toLowerCase()));
    if (empty) { add("empty", { text: wordAround(text, small.indexOf(empty.toLowerCase())) }, field); }
  }
}

/**
 * The word that begins around a place.
 * @param {string} text
 * @param {number} at
 */
const wordAround = (text, at) => /^[\p{L}-]*/u.exec(text.slice(at))?.[0] || text.slice(at, at + 20);

/**
 * @param {MadeEntry} entry
 * @param {{ id: string, entry: string }[]} fields
 * @param {string} today
 * @param {(id: string, values: Record<string, string>, field: string) => void} add
 */
function dates({ values }, fields, today, add) {
  for (const { id } of fields.filter(({ entry }) => entry === "begin" || entry === "end" || entry === "day")) {
    const text = values[id] || "";
    if (text && text !== NOW && !dateOf(text)) { add("date", { text }, id); }
  }
  const begin = monthOf(values.startDate || "", false);
  const end = monthOf(values.endDate || "", true);
  if (begin !== null && end !== null && end < begin) { add("order", {}, "endDate"); }
  const present = monthOf(today, false);
  if (begin !== null && present !== null && begin > present) { add("future", {}, "startDate"); }
}

/**
 * @param {MadeDocument} made
 * @param {BuilderData} data
 * @param {() => void} add
 */
function ownLetters(made, data, add) {
  const all = data.parts.flatMap(({ id }) => (made.parts[id] || []).flatMap(({ values }) =>
    Object.entries(values).filter(([field]) => !FREE.includes(field)).map(([, text]) => text))).join(" ");
  const words = all.match(/\p{Script=Cyrillic}{2,}/gu) || [];
  if (words.length >= WORDS && ![...data.kyrgyz].some(letter => all.includes(letter))) { add(); }
}

/**
 * Stretches of which nothing is said, between the first thing that is and now.
 * @param {MadeDocument} made
 * @param {string} today
 * @param {(values: Record<string, string>) => void} add
 */
function gaps(made, today, add) {
  const present = monthOf(today, false) ?? 0;
  const spans = ["work", "education", "projects", "volunteer"].flatMap(part => made.parts[part] || []).flatMap(({ values }) => {
    const begin = monthOf(values.startDate || "", false) ?? monthOf(values.endDate || "", false);
    const end = values.endDate === NOW ? present : monthOf(values.endDate || "", true) ?? monthOf(values.startDate || "", true);
    return begin === null || end === null || end < begin ? [] : [{ begin, end }];
  }).sort((a, b) => a.begin - b.begin);
  let until = spans[0]?.end ?? present;
  for (const { begin, end } of [...spans, { begin: present + 1, end: present }]) {
    if (begin - until - 1 > GAP) { add({ from: monthText(until + 1), to: monthText(begin - 1) }); }
    until = Math.max(until, end);
  }
}
