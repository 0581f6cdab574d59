/* What can honestly be said of a sheet of answers: the same as src/scoring.rs, operation by operation, which says after which
 * sources. A test holds the two equal. */
/** @import { TestForm, TestLimits, TestProfile } from "../shapes" */

const STRONGEST = 4; // how many strengths stand out, at either end
const MOST_STRONGEST = 6; // where several are equal

/**
 * Scores a whole sheet: the scale and the answer of each item, and the seconds that they took, if known.
 * @param {TestForm} form
 * @param {number[]} answers
 * @param {number | null} seconds
 * @returns {TestProfile}
 */
export function profileOf(form, answers, seconds) {
  const sums = Array(form.scales).fill(0);
  const counts = Array(form.scales).fill(0);
  form.items.forEach((scale, at) => {
    sums[scale] += answers[at];
    counts[scale] += 1;
  });
  const doubts = doubtsOf(form, answers, seconds, sums, counts);
  const heavy = doubts.some(([, weighs]) => weighs);
  return { sums, doubts: doubts.map(([name]) => name), sureness: heavy ? "none" : doubts.length ? "likely" : "clear" };
}

/**
 * Each doubt with whether nothing can be said because of it.
 * @param {TestForm} form
 * @param {number[]} answers
 * @param {number | null} seconds
 * @param {number[]} sums
 * @param {number[]} counts
 * @returns {[name: string, heavy: boolean][]}
 */
function doubtsOf(form, answers, seconds, sums, counts) {
  /** @type {TestLimits} */
  const limits = form.limits;
  // Forms are balanced, so the first scale's highest sum is that of all.
  const top = (counts[0] || 0) * form.most;
  const high = Math.max(...sums);
  const low = Math.min(...sums);
  const { within, f } = variance(form, answers, sums, counts);
  /** @type {[name: string, heavy: boolean, is: boolean][]} */
  const all = [
    ["flat", true, (high - low) * 100 < limits.flat * top],
    ["low", true, high * 100 < limits.low * top],
    ["same", true, longestRun(answers) >= limits.same],
    ["pattern", true, within === 0],
    ["random", true, f < limits.random],
    ["fast", false, seconds !== null && seconds < limits.fast * answers.length],
    ["unsure", false, f < limits.unsure],
    ["short", false, limits.short],
  ];
  return all.filter(([, , is]) => is).map(([name, heavy]) => [name, heavy]);
}

/**
 * One-way analysis of variance with the scales as groups.
 * @param {TestForm} form
 * @param {number[]} answers
 * @param {number[]} sums
 * @param {number[]} counts
 */
function variance(form, answers, sums, counts) {
  const total = sums.reduce((sum, value) => sum + value, 0);
  const squares = answers.reduce((sum, value) => sum + value * value, 0);
  const mean = (total * total) / answers.length;
  let between = 0;
  sums.forEach((sum, at) => { between += (sum * sum) / counts[at]; });
  // What is left of whole numbers after a division is no variance.
  /** @param {number} value */
  const real = value => (value < 1e-9 ? 0 : value);
  const inside = real(Math.max(squares - between, 0));
  between = real(Math.max(between - mean, 0));
  const within = inside / (answers.length - form.scales);
  const f = within > 0 ? between / (form.scales - 1) / within : between > 0 ? Infinity : 0;
  return { within, f };
}

/** @param {number[]} answers */
function longestRun(answers) {
  let [longest, run] = [0, 0];
  answers.forEach((answer, at) => {
    run = at && answers[at - 1] === answer ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

/** @param {number[]} values */
function deviations(values) {
  let sum = 0;
  for (const value of values) { sum += value; }
  const mean = sum / values.length;
  return values.map(value => value - mean);
}

/**
 * Pearson's correlation of two profiles; null where one of them is flat.
 * @param {number[]} one
 * @param {number[]} other
 */
export function correlationOf(one, other) {
  const a = deviations(one);
  const b = deviations(other);
  let [both, ofA, ofB] = [0, 0, 0];
  a.forEach((x, at) => {
    both += x * b[at];
    ofA += x * x;
    ofB += b[at] * b[at];
  });
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : null;
}

/**
 * Why a correlation is as it is: the scales that both have much of, and the one in which they differ most.
 * @param {number[]} one
 * @param {number[]} other
 */
export function reasonsOf(one, other) {
  const a = deviations(one);
  const b = deviations(other);
  const scales = a.map((_, at) => at);
  /** @param {number} at */
  const product = at => a[at] * b[at];
  const shared = scales.filter(at => a[at] > 0 && b[at] > 0).sort((x, y) => product(y) - product(x) || x - y).slice(0, 3);
  /** @type {number | null} */
  let apart = null;
  for (const at of scales) { if (product(at) < 0 && (apart === null || product(at) < product(apart))) { apart = at; } }
  return { shared, apart };
}

/**
 * Where each scale stands within the person: 1 strong, 0 in the middle, -1 worth training.
 * @param {number[]} sums
 */
export function standingsOf(sums) {
  const strong = outstanding(sums, (a, b) => a > b);
  const train = outstanding(sums, (a, b) => a < b);
  return sums.map((_, at) => Number(strong[at]) - Number(train[at]));
}

/**
 * @param {number[]} sums
 * @param {(a: number, b: number) => boolean} before
 */
function outstanding(sums, before) {
  const ahead = sums.map(sum => sums.filter(other => before(other, sum)).length);
  const found = ahead.map(place => place < STRONGEST);
  if (found.filter(Boolean).length <= MOST_STRONGEST) { return found; }
  const edge = Math.max(...ahead.filter(place => place < STRONGEST));
  return ahead.map(place => place < edge);
}
