#!/usr/bin/env bash
# YAML editors that keep comments: changing one value changes the values of other keys.
#
# (a) Most engineers would guess: the document interface of npm `yaml` (`parseDocument`, `set`, `toString`) and ruamel.yaml's
#     round trip are made for editing a file by program: comments, order and every line that was not touched stay as they are.
# (b) What happens in yaml 2.9.1 (npm): setting `title` turns `phone: +996312000000` into 996312000000 and `code: 007` into 7,
#     folds a long line, indents a list anew and closes up the spaces before a comment; values are written from the number that
#     was read. ruamel.yaml 0.19.1 keeps `007` and, given a width, the long line, but loses the plus as well. No error, no
#     warning; comments are all there, so the result looks right.
# (c) What follows: a form that edits front matter with such a library damages telephone numbers and codes that nobody touched.
#     Compare all other values as text before and after; change the file by the places that the parser gives (`range` of
#     npm `yaml`, marks of ruamel.yaml), leaving other bytes alone; and have such values quoted in what is handed out.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund yaml@2.9.1
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check ruamel.yaml==0.19.1

cat > before.yaml <<'YAML'
# Окуу жай
title: Лицей   # кыска аты
phone: +996312000000
code: 007
about: Лицейде ашпозчу, ширетүүчү, электрик жана тигүүчү кесиптерин үйрөтүшөт, окуу кыргыз жана орус тилдеринде жүрөт.
lessons:
- тамак-аш
- жабдуулар
YAML
sed 's/^title: Лицей/title: Колледж/' before.yaml > guess.yaml

cat > edit.js <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "yaml";

const document = parseDocument(readFileSync("before.yaml", "utf8"));
document.set("title", "Колледж");
if (document.errors.length || document.warnings.length) { console.log("The library says:", document.errors, document.warnings); }
writeFileSync("node.yaml", document.toString());
JS
node edit.js
PYTHONUTF8=1 python/bin/python - <<'PYTHON'
from ruamel.yaml import YAML

yaml = YAML()
yaml.width = 4096
with open("before.yaml") as file:
    document = yaml.load(file)
document["title"] = "Колледж"
with open("python.yaml", "w") as file:
    yaml.dump(document, file)
PYTHON

for name in node python; do
  echo "What $name changed apart from the title (lines that a careful edit would have left):"
  diff guess.yaml "$name.yaml" | grep '^[<>]' || true
done
wrong=
# Arguments: file, line it has.
has() { grep -qxF -- "$2" "$1" || wrong="$wrong $1 lacks «$2»;"; }
has node.yaml 'phone: 996312000000'
has node.yaml 'code: 7'
has node.yaml 'title: Колледж # кыска аты'
grep -q 'орус тилдеринде жүрөт' <(grep '^about:' node.yaml) && wrong="$wrong npm yaml does not fold the long line;"
has node.yaml '# Окуу жай'
has python.yaml 'phone: 996312000000'
has python.yaml 'code: 007'
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: values that nobody touched are written anew."
