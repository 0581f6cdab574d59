#!/usr/bin/env bash
# Orama: with the language Russian the letters ө, ү and ң end a word, and without a language no Cyrillic word is found at all.
#
# (a) Most engineers would guess: a search library splits text where Unicode has no letter, and the language only chooses the
#     stemmer, so Kyrgyz under «russian» is found, perhaps too strictly.
# (b) What happens in @orama/orama 3.1.18 (npm): each language has a list of its letters, and every other one separates words.
#     With "russian" (also "bulgarian" and "ukrainian") «көз» is kept as «к» and «з», «үй» as «й», «өмүр» as «м» and «р». So a
#     search for «көк» (blue) finds «Үй куруучу» (builder), «төр» finds «Таң», and «сөз» finds «Көз дарыгери» (eye doctor),
#     though none of these words is in any text. Without a language, or with "english", a Cyrillic text has no words, and every
#     search for one finds nothing. `insert` and `search` succeed in all cases, and nothing is printed.
# (c) What follows: give it a tokenizer of one's own (`components.tokenizer`) that splits by \p{L}; and test with words of ө, ү
#     and ң that must not be found: a test that looks for the right page among the results passes by way of the pieces.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @orama/orama@3.1.18

cat > probe.js <<'JS'
import { create, insert, search } from "@orama/orama";

const titles = ["Үй куруучу", "Көз дарыгери", "Күн энергетикасы", "Мектеп окуучусу", "Өмүр жана эмгек", "Көчө тазалоочу", "Таң"];
const own = { language: "own", normalizationCache: new Map(), tokenize: text => text.toLowerCase().match(/\p{L}+/gu) ?? [] };
const wrong = [];

async function run(name, options, expected) {
  const database = create({ schema: { title: "string" }, ...options });
  for (const title of titles) { await insert(database, { title }); }
  const words = database.tokenizer.tokenize("көз өмүр мектеп");
  console.log(`${name}: «көз өмүр мектеп» becomes ${JSON.stringify(words)}`);
  if (words.join(" ") !== expected.words) { wrong.push(`${name}: other words`); }
  for (const [term, found] of Object.entries(expected.found)) {
    const hits = (await search(database, { term })).hits.map(hit => hit.document.title);
    console.log(`  ${term}: ${hits.join(", ") || "nothing"}`);
    if (found === null ? hits.length !== 0 : !hits.includes(found)) { wrong.push(`${name}: «${term}» finds ${hits.join(", ")}`); }
  }
}

const astray = { "көк": "Үй куруучу", "төр": "Таң", "сөз": "Көз дарыгери" };
for (const language of ["russian", "bulgarian", "ukrainian"]) {
  await run(language, { language }, { words: "к з м р мектеп", found: { ...astray, "мектеп": "Мектеп окуучусу" } });
}
await run("no language", {}, { words: "", found: { "көз": null, "мектеп": null } });
await run("a tokenizer of our own", { components: { tokenizer: own } }, {
  words: "көз өмүр мектеп",
  found: { "көк": null, "төр": null, "сөз": null, "көз": "Көз дарыгери", "мектеп": "Мектеп окуучусу" },
});
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: words fall to pieces at ө, ү and ң, or are not there.");
JS
node probe.js
