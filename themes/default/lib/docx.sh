#!/usr/bin/env bash
# Makes docx.js, the library that writes Word files in the browser, from the package `docx` of npm: only what the builder of CVs
# uses, as one classic script, for a browser loads no module from a disk. Nobody needs this to build a site: the file is checked
# in. Needed for a newer version; its licence stands in docx.txt, and a test holds both to the list of licences.
set -euo pipefail
cd "$(dirname "$0")"
target=../../../target/docx
mkdir -p "$target"
cp docx.package.txt "$target/package.json"
npm install --silent --no-fund --no-audit --ignore-scripts --prefix "$target"
names="AlignmentType, BorderStyle, Document, ImageRun, Packer, Paragraph, TabStopType, TextRun"
cat > "$target/entry.js" <<JS
import { $names } from "docx";
globalThis.bagytDocx = { $names };
JS
"$target/node_modules/.bin/esbuild" "$target/entry.js" --bundle --minify --charset=utf8 --format=iife \
    --target=chrome109,firefox115 --legal-comments=none --log-level=warning --outfile=docx.js
{
    for name in docx fflate nanoid; do
        version=$(node -p "require('$PWD/$target/node_modules/$name/package.json').version")
        licence=$(node -p "require('$PWD/$target/node_modules/$name/package.json').license")
        printf '%s %s: %s\n\n' "$name" "$version" "$licence"
        cat "$target"/node_modules/"$name"/LICEN[CS]E*
        printf '\n\f\n'
    done
} > docx.txt
