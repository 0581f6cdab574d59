/* Numbers as short codes that people can read to one another and type: letters and digits that look unlike (after D. Crockford's
 * Base32), in groups, with a check that finds a slip. */

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK = 1021; // a prime; one slip in so many passes
const GROUP = 5;
// What is typed for a sign: O and I, and the Cyrillic letters that look like Latin ones.
const MEANT = { O: "0", I: "1", L: "1", "\u041e": "0", "\u0410": "A", "\u0412": "B", "\u0421": "C", "\u0415": "E", "\u041d": "H",
  "\u041a": "K", "\u041c": "M", "\u0420": "P", "\u0422": "T", "\u0425": "X", "\u0423": "Y" };

/** @param {number[]} numbers */
const check = numbers => numbers.reduce((sum, number) => (sum * 31 + number + 1) % CHECK, 7);

/**
 * The code of numbers, each of which is below its base.
 * @param {number[]} numbers
 * @param {number[]} bases
 */
export function packed(numbers, bases) {
  const value = numbers.reduce((sum, number, at) => sum * BigInt(bases[at]) + BigInt(number), 1n);
  let rest = value * BigInt(CHECK) + BigInt(check(numbers));
  let code = "";
  for (; rest > 0n; rest /= 32n) { code = SIGNS[Number(rest % 32n)] + code; }
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) || []).join("-");
}

/**
 * The numbers of a code; null if it is none of these bases.
 * @param {string} code
 * @param {number[]} bases
 */
export function unpacked(code, bases) {
  let all = 0n;
  for (const sign of code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "")) {
    const digit = SIGNS.indexOf(/** @type {Record<string, string>} */ (MEANT)[sign] || sign);
    if (digit < 0) { return null; }
    all = all * 32n + BigInt(digit);
  }
  let value = all / BigInt(CHECK);
  /** @type {number[]} */
  const numbers = [];
  for (const base of [...bases].reverse()) {
    numbers.unshift(Number(value % BigInt(base)));
    value /= BigInt(base);
  }
  return value === 1n && Number(all % BigInt(CHECK)) === check(numbers) ? numbers : null;
}
