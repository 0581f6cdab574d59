#!/usr/bin/env bash
# Bare addresses in « »: GitHub's Markdown and most makers of links take the closing mark into the address.
#
# (a) Most engineers would guess: a library that finds addresses in text knows punctuation: in `«https://edu.gov.kg/ky»` the link ends
#     before `»` as it ends before `)`, `.` and `"`; so it does for the Kyrgyz ending after an apostrophe or dash.
# (b) What happens in cmarkgfm 2025.10.22 (PyPI; GitHub's own cmark), pandoc 3.9 (gfm; pypandoc-binary 1.17), remark-gfm 4.0.1, marked 18.2.1,
#     showdown 2.1.0 and linkify-string 4.3.3 (npm): only ASCII punctuation is left out, by showdown not even «).». The links lead to `ky»`, for „…“ to `ky“`,
#     for an ellipsis to `ky…`, for «ky’де» to `ky’де`: pages that are not there. bleach 6.4.0 (PyPI) leaves out `»` after a host
#     only. No message, and on the page the mark looks as if it belonged there. markdown-it 15.0.3 with `linkify` and Autolinker 4.1.5 end
#     each where they should.
# (c) What follows: in texts with « », addresses are written as links (`<https://…>`, `[text](…)`), or the finder is one that knows
#     Unicode's punctuation; a check of links over built pages finds these, a look at the pages doesn't.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund markdown-it@15.0.3 marked@18.2.1 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 showdown@2.1.0 \
  linkifyjs@4.3.3 linkify-string@4.3.3 autolinker@4.1.5
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check cmarkgfm==2025.10.22 bleach==6.4.0 pypandoc-binary==1.17

cat > texts.json <<'JSON'
["«https://edu.gov.kg/ky» барагы", "„https://edu.gov.kg/ky“ барагы", "https://edu.gov.kg/ky…", "https://edu.gov.kg/ky’де", "(https://edu.gov.kg/ky).", "«https://edu.gov.kg»"]
JSON
cat > probe.py <<'PYTHON'
import json

import bleach, cmarkgfm, pypandoc

makers = {
    "cmarkgfm": cmarkgfm.github_flavored_markdown_to_html,
    "pandoc gfm": lambda text: pypandoc.convert_text(text, "html", "gfm"),
    "bleach": bleach.linkify,
}
with open("texts.json", encoding="utf-8") as file:
    print(json.dumps([{name: make(text) for name, make in makers.items()} for text in json.load(file)]))
PYTHON
PYTHONUTF8=1 python/bin/python probe.py > python.json
cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import Autolinker from "autolinker";
import linkify from "linkify-string";
import { marked } from "marked";
import MarkdownIt from "markdown-it";
import { remark } from "remark";
import gfm from "remark-gfm";
import html from "remark-html";
import showdown from "showdown";

const read = name => JSON.parse(readFileSync(name, "utf8"));
const converter = new showdown.Converter({ simplifiedAutoLink: true });
const wrong = [];
for (const [number, text] of read("texts.json").entries()) {
  const pages = {
    ...read("python.json")[number],
    "remark-gfm": String(await remark().use(gfm).use(html).process(text)),
    marked: marked.parse(text),
    showdown: converter.makeHtml(text),
    "linkify-string": linkify(text),
    "markdown-it": MarkdownIt({ linkify: true }).render(text),
    Autolinker: Autolinker.link(text),
  };
  console.log(text);
  for (const [name, page] of Object.entries(pages)) {
    const link = decodeURI(/href="([^"]*)"/.exec(page)?.[1] ?? "");
    const right = /^https:\/\/edu\.gov\.kg(\/ky)?$/.test(link);
    console.log(`  ${name.padEnd(14)} ${link}`);
    const careful = ["markdown-it", "Autolinker"].includes(name) || (name === "bleach" && number === 5) || (name !== "showdown" && number === 4);
    if (right !== careful || !link.startsWith("https://edu.gov.kg")) { wrong.push(`${name}, ${text}: ${link}`); }
  }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: most links lead to an address with a quotation mark.");
JS
node probe.js
