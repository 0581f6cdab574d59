#!/usr/bin/env bash
# Word diffs in JavaScript: in Cyrillic texts they compare letters, so that a changed word is shown as shreds of two words.
#
# (a) Most engineers would guess: `diffWords("Бул мектеп …", "Бул лицей …")` marks whole words as removed and added, as it does for «school»
#     and «college»; that a library has its own idea of a letter shows, if anywhere, in CJK.
# (b) What happens in diff 9.0.0 (jsdiff), node-htmldiff 0.9.4 and htmldiff-js 1.0.5 (npm): each has a list of letters that is Latin only
#     (`\w`, or ranges up to U+1EFF). Every Cyrillic letter is a word of its own: «мектеп» replaced by «лицей» is «м→лиц», «е»,
#     «ктеп→й», a reader can't see what was written. All letters are there, so a test that applies the difference passes. `diffWords` with
#     `intlSegmenter: new Intl.Segmenter("ky", { granularity: "word" })` marks whole words; the other two have no such setting.
# (c) What follows: what changed between two versions of a Kyrgyz or Russian text is shown by jsdiff with a segmenter, by
#     `diffArrays` over words of `\p{L}`, or made in another place; a test counts the words that are cut, in Cyrillic.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund diff@9.0.0 node-htmldiff@0.9.4 htmldiff-js@1.0.5

cat > probe.js <<'JS'
import { diffWords } from "diff";
import htmldiffJs from "htmldiff-js";
import nodeHtmldiff from "node-htmldiff";

const texts = {
  English: ["The school helps.", "The college helps."],
  Kyrgyz: ["Бул мектеп берет.", "Бул лицей берет."],
  Russian: ["Наша школа готовит.", "Наша гимназия готовит."],
};
const marked = parts => parts.map(part => part.added ? `[+${part.value}]` : part.removed ? `[-${part.value}]` : part.value).join("");
const html = text => text.replace(/<del[^>]*>(.*?)<\/del>/g, "[-$1]").replace(/<ins[^>]*>(.*?)<\/ins>/g, "[+$1]").replace(/<[^>]*>/g, "");
const segmenter = language => new Intl.Segmenter(language, { granularity: "word" });
const ways = {
  "jsdiff, diffWords": (before, after) => marked(diffWords(before, after)),
  "node-htmldiff": (before, after) => html(nodeHtmldiff(`<p>${before}</p>`, `<p>${after}</p>`)),
  "htmldiff-js": (before, after) => html(htmldiffJs.default.execute(`<p>${before}</p>`, `<p>${after}</p>`)),
  "jsdiff, segmenter": (before, after, language) => marked(diffWords(before, after, { intlSegmenter: segmenter(language) })),
};
const wrong = [];
for (const [name, way] of Object.entries(ways)) {
  for (const [language, [before, after]] of Object.entries(texts)) {
    const seen = way(before, after, { English: "en", Kyrgyz: "ky", Russian: "ru" }[language]);
    // A mark that begins or ends beside a letter outside of it has cut a word.
    const cut = /\p{L}\[[-+]|(?:\[[-+][^\]]*\])+\p{L}/u.test(seen);
    console.log(`${name.padEnd(19)}${language.padEnd(9)}${seen}`);
    if (cut !== (language !== "English" && name !== "jsdiff, segmenter")) { wrong.push(`${name}, ${language}`); }
  }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: Cyrillic words are cut into letters.");
JS
node probe.js
