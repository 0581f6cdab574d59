#!/usr/bin/env bash
# Satori: of a font that comes in several files (Latin, Cyrillic, its extension) one file is used, and the rest of the words are boxes.
#
# (a) Most engineers would guess: `fonts` takes all files of a family, as a page has one `@font-face` for each, and each letter is drawn from
#     the file that has it; if none has it, an error, or a word on the console.
# (b) What happens in satori 0.63.2 (npm) with the files of @fontsource/inter 5.3.0: of files with the same name, weight and style the first
#     is used alone. «Таң өмүр abc» is drawn with ң, ө and ү of the extension and «NO GLYPH» boxes for all other letters; with the file for
#     Latin first, the Kyrgyz words are boxes. No error, no warning; the card is made. Given as three names (`fontFamily: "A, B, C"`), every
#     letter is drawn.
# (c) What follows: cards for sharing, made at build time and looked at by nobody, say nothing in Kyrgyz: give every file a name of its own, or one
#     file with all letters, and pass `loadAdditionalAsset`, which is called with what no font has: make that an error.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund satori@0.63.2 @fontsource/inter@5.3.0

cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import satori from "satori";

const console_ = [];
for (const way of ["warn", "error"]) { console[way] = (...words) => console_.push(words.join(" ")); }

/** The letters that satori asks others for, and the drawing. */
async function draw(names, family, asks) {
  const fonts = names.map(([name, part]) => ({
    name, weight: 400, style: "normal", data: readFileSync(`node_modules/@fontsource/inter/files/inter-${part}-400-normal.woff`),
  }));
  const missing = [];
  const card = { type: "div", props: { style: { display: "flex", fontFamily: family, fontSize: 40 }, children: "Таң өмүр abc" } };
  const more = asks ? { loadAdditionalAsset: async (_, letters) => { missing.push(letters); } } : {};
  const drawing = await satori(card, { width: 500, height: 60, fonts, ...more });
  return { missing: missing.join(""), drawing };
}

const extension = ["Card", "cyrillic-ext"];
const cases = [
  ["one name, extension first", [extension, ["Card", "cyrillic"], ["Card", "latin"]], "Card", "Тамрabc"],
  ["one name, Latin first", [["Card", "latin"], ["Card", "cyrillic"], extension], "Card", "Таңөмүр"],
  ["three names", [["A", "latin"], ["B", "cyrillic"], ["C", "cyrillic-ext"]], "A, B, C", ""],
];
const wrong = [];
const first = (await draw([extension], "Card", false)).drawing;
for (const [name, names, family, expected] of cases) {
  const { missing } = await draw(names, family, true);
  const { drawing } = await draw(names, family, false);
  console.log(`${name}: without a glyph: ${missing || "none"}; drawing of ${drawing.length} bytes`);
  if (missing !== expected || !drawing.startsWith("<svg")) { wrong.push(name); }
  if (name.includes("extension") && drawing !== first) { wrong.push("the other files are used"); }
}
console.log(`Said on the console: ${console_.join("; ") || "nothing"}`);
if (console_.length) { wrong.push("something is said"); }
if (wrong.length) {
  process.stderr.write(`No longer as described: ${wrong.join("; ")}\n`);
  process.exit(1);
}
console.log("As described: with two more files the same drawing as without.");
JS
node probe.js
