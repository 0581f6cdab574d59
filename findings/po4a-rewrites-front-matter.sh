#!/usr/bin/env bash
# po4a: a Markdown page that is translated by it has other values in its front matter, and its tables are text.
#
# (a) Most engineers would guess: a tool made for translating Markdown hands over text only; keys, quotation marks and order of the front
#     matter and the shape of tables come out as they went in, the more so where nothing has been translated yet.
# (b) What happens in po4a 0.69 (Debian 12, 0.69-1; format "text", option "markdown") with an empty list of translations: keys are put
#     in order of the alphabet and quotation marks are taken off, so that `code: "007"`, `phone: "+996312000000"`, `answer: "no"` and
#     `date: "2026-09-01"`, all texts before, are numbers, a boolean and a date for YAML 1.1 readers (PyYAML 6.0.3). Comments are gone.
#     The lines of a table are joined to one, which is no table any more (unless a cell is padded with blanks), and so are term
#     and meaning of a definition. Exit code 0, no warning.
# (c) What follows: never let it write pages that hold records: take front matter off before and put it back after, give each field
#     to translators oneself, and compare the types of all values and the number of tables before and after.
set -euo pipefail

for need in po4a-translate python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages po4a, python3-venv)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pyyaml==6.0.3
dpkg-query -W -f 'po4a ${Version}\n' po4a 2>/dev/null || true

cat > before.md <<'MARKDOWN'
---
title: Ашпозчу   # кыска аты
code: "007"
phone: "+996312000000"
answer: "no"
date: "2026-09-01"
time: "10:30"
---

# Ашпозчу

| Окуу жай | Мөөнөт |
|---|---:|
| Лицей | 2 |

Лицей
: Кесиптик окуу жай
MARKDOWN
: > empty.po
po4a-translate --format text --option markdown --master before.md --master-charset UTF-8 --localized-charset UTF-8 \
  --po empty.po --localized after.md --keep 0 2> log || { cat log >&2; exit 1; }
cat after.md
echo "po4a says: $(grep -v deprecated log || echo nothing)"

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import sys, yaml


def read(name):
    with open(name) as file:
        _, front, body = file.read().split("---\n", 2)
    return front, yaml.safe_load(front), body


front, before, _ = read("before.md")
written, after, body = read("after.md")
for key in before:
    print(f"{key}: {before[key]!r} becomes {after[key]!r}")
wrong = [key for key in ("code", "phone", "answer", "date", "time") if not isinstance(before[key], str) or isinstance(after[key], str)]
if list(after) != sorted(after) or list(after) == list(before):
    wrong.append("the order of keys")
if "#" in written:
    wrong.append("the comment")
if "| Окуу жай | Мөөнөт | |" not in body or "Лицей : Кесиптик" not in body:
    wrong.append("table or definition")
if wrong:
    sys.exit("No longer as described: " + ", ".join(wrong))
print("As described: texts have become numbers, a boolean and a date, and the table is text.")
PYTHON
