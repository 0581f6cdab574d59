#!/usr/bin/env bash
# Intl: a Kyrgyz date in figures is read as another day: Node writes year-day-month, Chromium month/day/year.
#
# (a) Most engineers would guess: `date.toLocaleDateString("ky")` gives 01.09.2026, as for Russian and Kazakh and as people in
#     Kyrgyzstan write; and Node at build time and Chromium in the page agree, both being V8 with ICU.
# (b) What happens: Node 24.9.0 (ICU 77.1; npm package node) writes the first of September 2026 as «2026-01-09», which everybody
#     takes for the 9th of January, `new Date` of it too. `dateStyle: "short"` gives «1/9/26», a range of days
#     «01.09.2026 – 05.09.2026». Chromium 156 (Debian 12) has no Kyrgyz dates and numbers and takes its own language, here
#     English, without a word: «9/1/2026», «September 1, 2026», «12,345.5», although `Intl.PluralRules` and `Intl.Segmenter` do know Kyrgyz.
# (c) What follows: write dates in Kyrgyz at build time, from the project's own names and order. Where a script has to write one,
#     ask `Intl.DateTimeFormat.supportedLocalesOf("ky")` first. Test with a day up to the 12th: later ones at least look wrong.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done
browser=${CHROMIUM:-$(command -v chromium || true)}
[ -n "$browser" ] || { echo "Not run: chromium is missing (Debian package chromium)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund node@24.9.0 playwright-core@1.65.1

cat > probe.js <<'JS'
import { chromium } from "playwright-core";

function say() {
  const first = Date.UTC(2026, 8, 1);
  const write = (options, language = "ky") => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  return {
    "ky": write({}).format(first),
    "ky, short": write({ dateStyle: "short" }).format(first),
    "ky, long": write({ dateStyle: "long" }).format(first),
    "ky, range": write({}).formatRange(first, Date.UTC(2026, 8, 5)),
    "ky, number": new Intl.NumberFormat("ky").format(12345.5),
    "kk": write({}, "kk").format(first),
    "ru": write({}, "ru").format(first),
    "month that new Date reads": new Date(write({}).format(first)).getUTCMonth() + 1,
    "dates": Intl.DateTimeFormat.supportedLocalesOf("ky").length,
    "plurals": Intl.PluralRules.supportedLocalesOf("ky").length,
    "segmenter": Intl.Segmenter.supportedLocalesOf("ky").length,
  };
}

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
const page = await browser.newPage({ locale: "en-US", timezoneId: "UTC" });
const seen = [
  [`Node ${process.versions.node}, ICU ${process.versions.icu}`, say(), {
    "ky": "2026-01-09", "ky, short": "1/9/26", "ky, range": "01.09.2026 – 05.09.2026", "kk": "01.09.2026", "ru": "01.09.2026",
    "month that new Date reads": 1, "dates": 1, "plurals": 1, "segmenter": 1,
  }],
  [`Chromium ${browser.version()}`, await page.evaluate(say), {
    "ky": "9/1/2026", "ky, short": "9/1/26", "ky, long": "September 1, 2026", "ky, number": "12,345.5", "ru": "01.09.2026",
    "dates": 0, "plurals": 1, "segmenter": 1,
  }],
];
await browser.close();
const plain = value => (typeof value === "string" ? value.replace(/[\u00a0\u2009\u202f]/g, " ") : value);
const wrong = [];
for (const [name, says, expected] of seen) {
  console.log(`${name}: ${Object.entries(says).map(([what, value]) => `${what} ${value}`).join("; ")}`);
  for (const [what, value] of Object.entries(expected)) {
    if (plain(says[what]) !== value) { wrong.push(`${name}, ${what}: ${says[what]}`); }
  }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: neither writes the first of September as people in Kyrgyzstan read it.");
JS
TZ=UTC timeout 100 node_modules/.bin/node probe.js "$browser"
