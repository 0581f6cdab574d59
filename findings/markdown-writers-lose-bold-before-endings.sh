#!/usr/bin/env bash
# Converters to Markdown: a bold or quoted word with a Kyrgyz ending after it comes back with asterisks instead of bold.
#
# (a) Most engineers would guess: a converter knows its own format, so that what pandoc, Turndown and others write for
#     `<strong>«Билим»</strong>ди` is bold again when it is read: by an escape, an HTML tag or another way to mark it.
# (b) What happens in pandoc 3.9 (pypandoc-binary 1.17; gfm, commonmark, commonmark_x), turndown 7.2.5, node-html-markdown 2.0.0,
#     html-to-md 0.8.8 (npm), markdownify 1.2.3 and markitdown 0.1.9 (PyPI): all write `**«Билим»**ди`. By CommonMark's rule a closing mark
#     after punctuation and before a letter closes nothing, so commonmark.js 0.31.2, markdown-it 15.0.3, marked 18.2.1 and pandoc
#     itself show the asterisks. The same for `**Окуу (9-класс)**тан` and `сөз**«а»**`; `**Билим**ди` is fine. html2text 2025.4.15
#     puts a blank before the ending, which makes two words of one. Only pandoc's own Markdown comes back whole. No warning anywhere.
# (c) What follows: names in quotation marks with an ending are in every Kyrgyz text, so an import by way of such a converter has to
#     move the marks inwards (`«**Билим**»ди`) or refuse to call them bold, and a test reads the Markdown again and compares.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-md@0.8.8 \
  commonmark@0.31.2 markdown-it@15.0.3 marked@18.2.1
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 markdownify==1.2.3 markitdown==0.1.9 html2text==2025.4.15

cat > write.py <<'PYTHON'
import io, json

import html2text, markdownify, pypandoc
from markitdown import MarkItDown

TEXTS = ["<strong>«Билим»</strong>ди окуу", "<em>«Ашпозчу»</em>нун иши", "<strong>Окуу (9-класс)</strong>тан", "сөз<strong>«а»</strong>",
         "<strong>Билим</strong>ди окуу"]
written = []
for text in TEXTS:
    html = f"<p>{text}</p>"
    page = io.BytesIO(f'<!doctype html><meta charset="utf-8">{html}'.encode())
    ways = {
        "markdownify": markdownify.markdownify(html),
        "markitdown": MarkItDown().convert_stream(page, file_extension=".html").text_content,
        "html2text": html2text.html2text(html),
        **{f"pandoc {name}": pypandoc.convert_text(html, name, "html") for name in ("gfm", "commonmark", "commonmark_x", "markdown")},
    }
    again = {name: pypandoc.convert_text(way, "html", name.split()[1]).strip() for name, way in ways.items() if " " in name}
    written.append({"html": html, "ways": {name: way.strip() for name, way in ways.items()}, "pandoc": again})
print(json.dumps({"version": str(pypandoc.get_pandoc_version()), "written": written}))
PYTHON
PYTHONUTF8=1 python/bin/python write.py > written.json

cat > read.js <<'JS'
import { readFileSync } from "node:fs";
import * as commonmark from "commonmark";
import htmlToMd from "html-to-md";
import { marked } from "marked";
import MarkdownIt from "markdown-it";
import { NodeHtmlMarkdown } from "node-html-markdown";
import Turndown from "turndown";

const { version, written } = JSON.parse(readFileSync("written.json", "utf8"));
const turndown = new Turndown({ emDelimiter: "*" });
const readers = {
  "commonmark.js": text => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)),
  "markdown-it": text => MarkdownIt().render(text),
  marked: text => marked.parse(text),
};
console.log(`pandoc ${version}`);
const wrong = [];
for (const { html, ways, pandoc } of written) {
  const all = { ...ways, turndown: turndown.turndown(html), "node-html-markdown": NodeHtmlMarkdown.translate(html), "html-to-md": htmlToMd(html) };
  const fine = html.includes("Билим</strong>");
  console.log(html);
  for (const [name, text] of Object.entries(all)) {
    const seen = Object.fromEntries(Object.entries(readers).map(([reader, read]) => [reader, read(text).trim()]));
    if (pandoc[name]) { seen.pandoc = pandoc[name]; }
    const whole = Object.keys(seen).filter(reader => seen[reader] === html);
    console.log(`  ${name.padEnd(20)} ${text.padEnd(30)} whole again in: ${whole.join(", ") || "none"}`);
    const blank = name === "html2text" && !html.endsWith("</strong></p>");
    const expected = blank ? [] : fine ? Object.keys(seen) : name === "pandoc markdown" ? ["pandoc"] : [];
    if (whole.join() !== expected.join()) { wrong.push(`${name}, ${html}: ${whole}`); }
    if (blank && !/[*_] \p{L}/u.test(text)) { wrong.push(`html2text no longer puts a blank: ${text}`); }
  }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: what was bold has asterisks.");
JS
node read.js
