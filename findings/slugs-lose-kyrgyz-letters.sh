#!/usr/bin/env bash
# Makers of addresses from titles: ө, ү and ң fall out, so that pages get torn, empty or equal addresses.
#
# (a) Most engineers would guess: a library that writes Cyrillic in Latin letters for addresses (its documentation shows Russian) knows the
#     other Cyrillic letters, too, or leaves them as they are; two different words do not get one address.
# (b) What happens in @sindresorhus/slugify 3.0.1 and speakingurl 14.0.1 (npm), also with `lang: "ru"`: letters they don't know are dropped as if they
#     were punctuation. «Көл» (lake) is `k-l`, «Үзүм» `z-m`, «таң» `ta`, «Үй» `y` or `i`, «Үңкүр» (cave) `k-r`, and «Өң» has an empty address. «Көл» and
#     «Күл» (ash) share `k-l`, and so do «төш» and «түш». python-slugify 9.2.0 (PyPI) writes each, but «таң» and «тан», «өң» and «оң» are equal.
#     No error, no warning. slugify 1.6.9 (npm) keeps all of these apart.
# (c) What follows: addresses from titles need a table of one's own for ө, ү and ң, and a check that none is empty or there twice; else one
#     page is written over another. Better, a page has the address that its writer gave its file.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @sindresorhus/slugify@3.0.1 speakingurl@14.0.1 slugify@1.6.9
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-slugify==9.2.0

echo '["Көл", "Күл", "төш", "түш", "таң", "тан", "Өң", "оң", "Үңкүр", "Үзүм", "Үй", "Повар", "Өнүктүрүү"]' > titles.json
PYTHONUTF8=1 python/bin/python -c 'import json; from slugify import slugify
print(json.dumps([slugify(title) for title in json.load(open("titles.json"))]))' > python.json
cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import sindresorhus from "@sindresorhus/slugify";
import slugify from "slugify";
import speaking from "speakingurl";

const read = name => JSON.parse(readFileSync(name, "utf8"));
const titles = read("titles.json");
const made = {
  "@sindresorhus/slugify": titles.map(title => sindresorhus(title)),
  "speakingurl": titles.map(title => speaking(title)),
  "speakingurl, ru": titles.map(title => speaking(title, { lang: "ru" })),
  "python-slugify": read("python.json"),
  "slugify": titles.map(title => slugify(title, { lower: true })),
};
const torn = { "Көл": "k-l", "Күл": "k-l", "Үзүм": "z-m", "таң": "ta", "Өң": "", "Үңкүр": "k-r", "Повар": "povar" };
const wrong = [];
console.log(titles.join(" "));
for (const [name, addresses] of Object.entries(made)) {
  const of = title => addresses[titles.indexOf(title)];
  const twice = titles.filter((_, number) => addresses[number] && addresses.some((address, other) => other !== number && address === addresses[number]));
  console.log(`${name}: ${addresses.map(address => address || "(empty)").join(" ")}; equal: ${twice.join(" ") || "none"}`);
  const expected = {
    "python-slugify": () => of("таң") === of("тан") && of("Өң") === of("оң") && addresses.every(Boolean),
    "slugify": () => twice.length === 0 && addresses.every(Boolean),
  }[name] ?? (() => Object.entries(torn).every(([title, address]) => of(title) === address) && of("төш") === of("түш"));
  if (!expected()) { wrong.push(name); }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: torn, empty and equal addresses.");
JS
node probe.js
