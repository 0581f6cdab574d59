#!/usr/bin/env bash
# Info-ZIP zip: names are marked as UTF-8 only where the locale en_US.UTF-8 is installed, whatever locale is in use.
#
# (a) Most engineers would guess: `zip -r site.zip site` under any UTF-8 locale (C.UTF-8 in a container, ky_KG.UTF-8) writes
#     names that any reader decodes as UTF-8; `LC_ALL=C` may spoil it, and `-UN=UTF8` forces it.
# (b) What happens in zip 3.0 (Debian 12, 3.0-13): the program tries to set "en_US.UTF-8" itself. Where that locale is not
#     installed, as in most containers, names are written as raw bytes without the mark (general purpose bit 11) and without
#     an extra field, under C.UTF-8 and ky_KG.UTF-8 as well, and with `-UN=UTF8` too. Where it is installed, names are marked
#     even under LC_ALL=C. Readers that follow the format take unmarked names for code page 437: Python's zipfile gives
#     «╨Ü╨╡╤ü╨╕╨┐» for «Кесип». `unzip` on the same machine prints the names right, so whoever packs doesn't notice.
# (c) What follows: a site or a folder of documents with Cyrillic names that is packed in a container unpacks with broken names
#     and dead links elsewhere, though the same command is right on a desktop. Pack with Python's zipfile, `git archive` or
#     install that one locale, and check bit 11 of what was packed; or keep published file names ASCII.
set -euo pipefail

for need in zip unzip localedef python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages zip, unzip, libc-bin, python3)." >&2; exit 2; }
done
[ -e /usr/share/i18n/locales/ky_KG ] || { echo "Not run: sources of locales are missing (Debian package locales)." >&2; exit 2; }
zip -v | sed -n 2p

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir site without with
echo '<!doctype html><title>Кесип</title>' > 'site/Кесип.html'
# Two sets of locales of our own, so that it does not matter which ones this machine has.
localedef -i ky_KG -f UTF-8 "$folder/without/ky_KG.UTF-8"
localedef -i ky_KG -f UTF-8 "$folder/with/ky_KG.UTF-8"
localedef -i en_US -f UTF-8 "$folder/with/en_US.UTF-8"

wrong=
# Arguments: set of locales, locale in use, whether names ought to be marked, options of zip.
try() {
  local set=$1 locale=$2 expected=$3 seen
  shift 3
  rm -f site.zip
  LOCPATH="$folder/$set" LC_ALL="$locale" zip -rq "$@" site.zip site
  seen=$(PYTHONUTF8=1 python3 - <<'PYTHON'
import zipfile
entry = [e for e in zipfile.ZipFile("site.zip").infolist() if not e.is_dir()][0]
unicode_path = b"up" in entry.extra
print("marked" if entry.flag_bits & 0x800 or unicode_path else "unmarked", entry.filename)
PYTHON
)
  printf '%-9s en_US.UTF-8, LC_ALL=%-12s zip %-9s: %s\n' "$set" "$locale" "$*" "$seen"
  [ "${seen%% *}" = "$expected" ] || wrong="$wrong $set en_US.UTF-8 under $locale: ${seen%% *};"
}
try without C.UTF-8 unmarked
try without ky_KG.UTF-8 unmarked
try without C.UTF-8 unmarked -UN=UTF8
unzip -Z1 site.zip | grep -qx 'site/Кесип.html' || wrong="$wrong unzip no longer prints the unmarked name right;"
try with C.UTF-8 marked
try with ky_KG.UTF-8 marked
try with C marked

PYTHONUTF8=1 python3 - <<'PYTHON' || wrong="$wrong Python does not mark names;"
import sys, zipfile
with zipfile.ZipFile("python.zip", "w") as packed:
    packed.write("site/Кесип.html")
entry = zipfile.ZipFile("python.zip").infolist()[0]
print("Python's zipfile:", "marked" if entry.flag_bits & 0x800 else "unmarked", entry.filename)
sys.exit(entry.filename != "site/Кесип.html")
PYTHON
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: the mark depends on en_US.UTF-8 being installed, not on the locale in use."
