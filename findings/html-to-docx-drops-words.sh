#!/usr/bin/env bash
# html-to-docx: words inside inline elements that it does not know are left out of the Word file.
#
# (a) Most engineers would guess: a converter that meets an element it has no rule for writes the element's text without it, as
#     browsers, pandoc and mammoth do; at worst the styling is lost.
# (b) What happens in html-to-docx 1.8.0 (npm) and in its maintained fork @turbodocx/html-to-docx 1.23.1: inside a paragraph the
#     text of `abbr`, `q`, `cite`, `dfn`, `kbd`, `time`, `small`, `ruby`, `label`, `output`, `bdi` and others is gone, and so are
#     captions of tables, `figcaption`, and what a form has in `textarea` and `select`. The promise is resolved, nothing is
#     printed, and the file opens in Word and LibreOffice. The same elements in a cell of a table are kept, so a sample with a
#     table shows nothing.
# (c) What follows: a page with marked terms (`dfn`, `abbr`), quotations or a filled-in form cannot be handed to it as it stands:
#     replace such elements by `span` or their text first, and compare the letters of the page with those of the file.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "commonjs" }' > package.json
npm install --silent --no-audit --no-fund html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 jszip@3.10.1

cat > probe.js <<'JS'
const JSZip = require("jszip");

async function text(convert, html) {
  const packed = await JSZip.loadAsync(await convert(html));
  const document = await packed.file("word/document.xml").async("string");
  return document.replaceAll("</w:p>", " ").replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
}

const inline = ["abbr", "bdi", "cite", "dfn", "kbd", "output", "q", "ruby", "samp", "small", "time"];
const forms = ["label", "textarea", "select"];
(async () => {
  const wrong = [];
  for (const name of ["html-to-docx", "@turbodocx/html-to-docx"]) {
    const convert = require(name);
    console.log(`${name} ${require(`${name}/package.json`).version}`);
    const lost = [];
    for (const tag of [...inline, ...forms]) {
      const inner = tag === "select" ? "<option selected>Аккан</option>" : "Аккан";
      const seen = await text(convert, `<p>Суу <${tag}>${inner}</${tag}> жолу</p>`);
      if (!seen.includes("Суу") || !seen.includes("жолу")) { wrong.push(`${name}: the words beside ${tag} are lost as well`); }
      if (!seen.includes("Аккан")) { lost.push(tag); } else { wrong.push(`${name} keeps ${tag}`); }
    }
    console.log(`  lost in a paragraph: ${lost.join(" ")}`);
    const others = [
      ["<table><caption>Аккан</caption><tbody><tr><td>Суу</td></tr></tbody></table>", false],
      ["<figure><figcaption>Аккан</figcaption></figure><p>Суу</p>", false],
      ["<p>Суу <span>Аккан</span></p>", true],
      ["<p>Суу <em><b>Аккан</b></em></p>", true],
      ["<table><tbody><tr><td>Суу <abbr>Аккан</abbr></td></tr></tbody></table>", true],
    ];
    for (const [html, expected] of others) {
      const seen = await text(convert, html);
      console.log(`  ${html} gives «${seen}»`);
      if (!seen.includes("Суу") || seen.includes("Аккан") !== expected) { wrong.push(`${name}: ${html} gives «${seen}»`); }
    }
  }
  if (wrong.length) {
    console.error(`No longer as described: ${wrong.join("; ")}`);
    process.exit(1);
  }
  console.log("As described: words are lost in silence.");
})();
JS
node probe.js
