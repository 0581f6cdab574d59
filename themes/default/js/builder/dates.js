/* Months of years, as documents keep them: `2026-02`, or `2026`. */

export const NOW = "now";
const DATE = /^([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * The parts of a date; 0 for one that it does not say, null for what is no date.
 * @param {string} text
 */
export function dateOf(text) {
  const [, year, month, day] = DATE.exec(text) || [];
  return year ? { year: Number(year), month: Number(month || 0), day: Number(day || 0) } : null;
}

/**
 * The number of a month since the beginning of the count; a year alone begins with its first one and ends with its last.
 * @param {string} text
 * @param {boolean} end
 */
export function monthOf(text, end) {
  const date = dateOf(text);
  return date ? date.year * 12 + (date.month || (end ? 12 : 1)) - 1 : null;
}

/**
 * The month of such a number, as documents keep it.
 * @param {number} number
 */
export const monthText = number => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;

/**
 * A date as it is read.
 * @param {string} text
 * @param {Readonly<Record<string, any>>} words
 */
export function written(text, words) {
  const date = dateOf(text);
  if (!date) { return text === NOW ? String(words.now) : text; }
  const { year, month, day } = date;
  if (!month) { return String(year); }
  const pattern = String(day ? words.day : words.month);
  const names = day ? words.day_months : words.months;
  return pattern.replace("{year}", String(year)).replace("{month}", names[month - 1]).replace("{day}", String(day));
}

/**
 * A month in figures, for a narrow column.
 * @param {string} text
 * @param {Readonly<Record<string, any>>} words
 */
function figures(text, words) {
  const { year, month } = dateOf(text) || {};
  return month ? `${String(month).padStart(2, "0")}.${year}` : written(text, words);
}

/**
 * From when till when; months of one year are named together.
 * @param {Record<string, string>} values
 * @param {Readonly<Record<string, any>>} words
 * @param {boolean} [narrow]
 */
export function span({ startDate = "", endDate = "", date = "" }, words, narrow) {
  const [begin, end] = [dateOf(startDate), dateOf(endDate)];
  if (!narrow && begin?.month && end?.month && begin.year === end.year && begin.month < end.month) {
    const months = [begin, end].map(({ month }) => words.months[month - 1]).join("–");
    return String(words.month).replace("{year}", String(begin.year)).replace("{month}", months);
  }
  const [from, to] = [startDate, endDate].map(text => (narrow ? figures(text, words) : written(text, words)));
  if (from && to && from !== to) { return `${from} – ${to}`; }
  return from || to || (narrow ? figures(date, words) : written(date, words));
}

/**
 * Newest first: what goes on, then what ended last, and of that what began last. What has no date stays behind.
 * @param {Record<string, string>} a
 * @param {Record<string, string>} b
 */
export function newestFirst(a, b) {
  /** @param {Record<string, string>} values */
  const ends = ({ startDate = "", endDate = "", date = "" }) =>
    (endDate === NOW ? Infinity : monthOf(endDate, true) ?? monthOf(startDate, true) ?? monthOf(date, true) ?? -1);
  /** @param {Record<string, string>} values */
  const begins = ({ startDate = "" }) => monthOf(startDate, false) ?? -1;
  const [first, other] = [ends(a), ends(b)];
  return first === other ? begins(b) - begins(a) : other > first ? 1 : -1;
}
