#!/usr/bin/env bash
# Writers of Markdown: a paragraph that begins with «1)» is a list when it is read again, and one of «5)» a list from 5.
#
# (a) Most engineers would guess: a library that writes Markdown from a document escapes whatever would begin a block: it does so for
#     «1.», «-», «#» and «>», so a paragraph stays a paragraph.
# (b) What happens in prosemirror-markdown 1.13.9, turndown 7.2.5 (npm) and html2text 2025.4.15 (PyPI): «1.» is escaped and «1)», by CommonMark as
#     good a beginning of a list, is not; markdownify 1.2.3 (PyPI) escapes neither, nor «-». «1) Паспорт» comes back as a list, in the editor of ProseMirror itself, too; so the number typed is
#     gone from the text, and on a site that writes lists as «1.» or in another order it is another. A telephone number or a year with a
#     bracket («2026) …») begins a list at 2026. No message. pandoc 3.9 (gfm; pypandoc-binary 1.17) and remark 15.0.1
#     escape it.
# (c) What follows: Russian and Kyrgyz documents number by «1)», and after an import from Word or HTML, or one visit in a visual editor, some
#     points are paragraphs and others lists. Escape it (`1\)`) in the writer's own hook, and test the round trip with it.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund prosemirror-markdown@1.13.9 turndown@7.2.5 commonmark@0.31.2 remark@15.0.1
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15 pypandoc-binary==1.17

cat > probe.py <<'PYTHON'
import json

import html2text, markdownify, pypandoc

makers = {
    "markdownify": markdownify.markdownify,
    "html2text": html2text.html2text,
    "pandoc gfm": lambda html: pypandoc.convert_text(html, "gfm", "html"),
}
texts = ["1) Паспорт", "2026) жыл", "1. Паспорт", "- Паспорт"]
print(json.dumps({text: {name: make(f"<p>{text}</p>").strip() for name, make in makers.items()} for text in texts}))
PYTHON
PYTHONUTF8=1 python/bin/python probe.py > python.json
cat > probe.js <<'JS'
import { readFileSync } from "node:fs";
import * as commonmark from "commonmark";
import { defaultMarkdownParser, defaultMarkdownSerializer, schema } from "prosemirror-markdown";
import { remark } from "remark";
import Turndown from "turndown";

const read = text => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)).trim().replaceAll("\n", "");
const wrong = [];
for (const [text, python] of Object.entries(JSON.parse(readFileSync("python.json", "utf8")))) {
  const document = schema.node("doc", null, [schema.node("paragraph", null, [schema.text(text)])]);
  const written = {
    "prosemirror-markdown": defaultMarkdownSerializer.serialize(document),
    turndown: new Turndown().turndown(`<p>${text}</p>`),
    remark: remark().stringify({ type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] }).trim(),
    ...python,
  };
  console.log(text);
  for (const [name, markdown] of Object.entries(written)) {
    const page = read(markdown);
    console.log(`  ${name.padEnd(20)} ${markdown.padEnd(14)} is read as ${page}`);
    const listed = name === "markdownify" || (text.includes(")") && ["prosemirror-markdown", "turndown", "html2text"].includes(name));
    if (listed ? !/^<[ou]l/.test(page) : page !== `<p>${text}</p>`) { wrong.push(`${name}, ${text}: ${page}`); }
  }
  const back = defaultMarkdownParser.parse(written["prosemirror-markdown"]);
  console.log(`  ProseMirror's own reader: ${back}`);
  if (back.eq(document) === text.includes(")")) { wrong.push(`ProseMirror's own reader, ${text}: ${back}`); }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: what was a paragraph is a list.");
JS
node probe.js
