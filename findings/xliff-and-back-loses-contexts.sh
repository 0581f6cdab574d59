#!/usr/bin/env bash
# translate-toolkit: a PO file that goes to XLIFF or CSV and back has lost its contexts, and with them translations.
#
# (a) Most engineers would guess: `po2xliff` writes `msgctxt` into the XLIFF file (which has `context-group` for it), and
#     `xliff2po` reads it back; what a format can't hold, such as CSV without such a column, is refused or reported.
# (b) What happens in translate-toolkit 3.20.4 (PyPI): `msgctxt "menu"` is not in the XLIFF file, and is not there or
#     empty (`msgctxt ""`) when it comes back, by way of CSV too. So `pgettext("menu", ...)` no longer finds its message and the interface falls back to the
#     source language. Of two messages with one source (a button «Открыть» and a state «Открыть») only the first is left.
#     Exit code 0; where both are there, a line about a duplicate says nothing of a loss; `msgfmt -c` accepts the result.
# (c) What follows: never let translations go that way and back into the files they came from: put the key into the text of the
#     exchange file oneself, and on return count messages and compare their contexts with what was sent.
set -euo pipefail

for need in python3 msgfmt; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, gettext)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4

# Arguments: file, pairs of context and translation; the source is the same for all.
write() {
  local file=$1
  shift
  printf '%s\n' 'msgid ""' 'msgstr ""' '"Content-Type: text/plain; charset=UTF-8\n"' '"Language: ky\n"' > "$file"
  while [ $# -gt 0 ]; do
    printf '\nmsgctxt "%s"\nmsgid "Открыть"\nmsgstr "%s"\n' "$1" "$2" >> "$file"
    shift 2
  done
}
write one.po menu Ачуу
write two.po menu Ачуу state Ачык
export PYTHONUTF8=1

wrong=
for name in one two; do
  for way in xliff csv; do
    python/bin/po2$way "$name.po" "$name.$way" > log 2>&1 || wrong="$wrong po2$way fails;"
    python/bin/${way}2po "$name.$way" "$name.$way.po" >> log 2>&1 || wrong="$wrong ${way}2po fails;"
    grep -qi 'menu' "$name.$way" && wrong="$wrong $name.$way has the context;"
    msgfmt -c -o "$name.mo" "$name.$way.po" 2>> log || wrong="$wrong msgfmt refuses $name.$way.po;"
    left=$(grep -c '^msgid "Открыть"' "$name.$way.po" || true)
    contexts=$(sed -n 's/^msgctxt //p' "$name.$way.po" | sort -u | tr '\n' ' ')
    echo "$name.po by way of $way: messages left: $left; contexts: ${contexts:-none}; says: $(grep -i warning log | grep -vi 'initial default' | tr '\n' ' ')"
    [ "$left" = 1 ] || wrong="$wrong $name by way of $way has $left messages;"
    grep -q '^msgctxt "menu"' "$name.$way.po" && wrong="$wrong $name.$way.po has the context back;"
    python/bin/python - "$name.mo" <<'PYTHON' || wrong="$wrong the message is found by its context;"
import gettext, sys

with open(sys.argv[1], "rb") as file:
    found = gettext.GNUTranslations(file).pgettext("menu", "Открыть")
print(f"  pgettext(\"menu\", \"Открыть\") gives «{found}»")
sys.exit(found == "Ачуу")
PYTHON
  done
done
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: contexts are lost, and of two messages one."
