#!/usr/bin/env bash
# msgmerge and pybabel: when a text changes, its old translation is looked for among similar texts, not under the same context.
#
# (a) Most engineers would guess: where `msgctxt` is the key of a text (`cook.pay`), an edited text keeps the translation that its
#     key had, marked fuzzy, however much was edited: context and key are the same, only the source is newer.
# (b) What happens in GNU gettext 0.21 (Debian 12) and Babel 2.19.0 (PyPI), both with --previous: the context counts for an exact match
#     alone. «Айлыгы 25 000 сом» of the cook becomes 30 500, and the fuzzy translation comes from the turner, whose text was
#     more alike: «Зарплата 30 000 сомов»; the turner gets the cook's. A text that was written anew gets nothing: its own former translation
#     goes to the end of the file as obsolete, where no editor shows it. A button whose key was moved gets the
#     translation of one of two others with that text, by chance of order: in msgmerge «Открыть», in pybabel «Открыто».
# (c) What follows: who exchanges texts by key takes no new template into an old file with these tools, but writes the file
#     anew, with the old source (`#|`) and the old translation of the same key, marked fuzzy; and never takes a fuzzy one over
#     without a look: numbers in it may be those of another text.
set -euo pipefail

for need in python3 msgmerge; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, gettext)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check babel==2.19.0 polib==1.2.0
msgmerge --version | head -1

# Arguments: file, then context, text and translation of each message.
write() {
  local file=$1
  shift
  printf '%s\n' 'msgid ""' 'msgstr ""' '"Content-Type: text/plain; charset=UTF-8\n"' '"Language: ru\n"' > "$file"
  while [ $# -gt 0 ]; do
    printf '\nmsgctxt "%s"\nmsgid "%s"\nmsgstr "%s"\n' "$1" "$2" "$3" >> "$file"
    shift 3
  done
}
write old.po \
  cook.pay 'Айлыгы 25 000 сом' 'Зарплата 25 000 сомов' \
  turner.pay 'Айлыгы 30 000 сом' 'Зарплата 30 000 сомов' \
  cook.summary 'Тамак даярдайт жана азык-түлүктүн сапатын текшерет' 'Готовит еду и проверяет качество продуктов' \
  menu.open 'Ачуу' 'Открыть' \
  state.open 'Ачуу' 'Открыто'
write new.pot \
  cook.pay 'Айлыгы 30 500 сом' '' \
  turner.pay 'Айлыгы 25 500 сом' '' \
  cook.summary 'Ашканада иштеп, конокторго жылуу тамак берет' '' \
  door.open 'Ачуу' ''
cp old.po babel.po
msgmerge --quiet --previous -o gettext.po old.po new.pot
python/bin/pybabel -q update --previous --locale ru --input-file new.pot --output-file babel.po > log 2>&1 || { cat log >&2; exit 1; }

PYTHONUTF8=1 python/bin/python - <<'PYTHON'
import sys

import polib

expected = {
    "cook.pay": "Зарплата 30 000 сомов",
    "turner.pay": "Зарплата 25 000 сомов",
    "cook.summary": "",
    "door.open": {"gettext": "Открыть", "babel": "Открыто"},
}
wrong = []
for tool in ("gettext", "babel"):
    merged = polib.pofile(f"{tool}.po")
    for entry in merged:
        if entry.obsolete:
            continue
        print(f"{tool}: {entry.msgctxt}: «{entry.msgid}» gets «{entry.msgstr}» {'fuzzy' if entry.fuzzy else ''}")
        right = expected[entry.msgctxt]
        if entry.msgstr != (right[tool] if isinstance(right, dict) else right) or entry.fuzzy != bool(entry.msgstr):
            wrong.append(f"{tool}, {entry.msgctxt}")
    obsolete = {entry.msgctxt for entry in merged.obsolete_entries()}
    print(f"{tool}: obsolete: {', '.join(sorted(obsolete))}")
    if "cook.summary" not in obsolete:
        wrong.append(f"{tool}: the former summary is not obsolete")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: similar texts give the translation, not the same key.")
PYTHON
