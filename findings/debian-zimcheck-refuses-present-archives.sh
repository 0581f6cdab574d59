#!/usr/bin/env bash
# zimcheck of Debian 12: every archive written by the present libzim is «structurally invalid», though all of it can be read.
#
# (a) Most engineers would guess: the ZIM format keeps its major version, so a checker of some years ago either checks a new
#     archive or says that it is too new; an error of structure means that the writer made one.
# (b) What happens with libzim 3.13.1 of PyPI (libzim 9) and zimcheck 3.1.3 (Debian 12, zim-tools 3.1.3-1): the writer leaves out the old list of
#     titles and puts 2^64-1 in its place in the header (version 6.3); zimcheck takes that for a position, «outside (or not fully
#     inside) ZIM file», and ends with 1, for the smallest archive as for any. Its other checks pass, `zimdump` and
#     `zimsearch` of the same package show the page and find its words, and libzim's own `Archive.check()` is content.
# (c) What follows: «zimcheck without errors» is no gate where the checker comes from Debian 12: leave `--integrity` out there (the
#     others one by one: checksum, metadata, main page, links), use `Archive.check()` of the library that wrote, and don't hunt for the fault.
set -euo pipefail

for need in python3 zimcheck zimdump zimsearch; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing (Debian packages python3-venv, zim-tools)." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check libzim==3.13.1
echo "zim-tools $(dpkg-query -W -f '${Version}' zim-tools 2>/dev/null || echo unknown)"

cat > write.py <<'PYTHON'
import base64, pathlib, struct, sys
from importlib.metadata import version

from libzim.reader import Archive
from libzim.writer import Creator, Hint, Item, StringProvider

# A picture of one white dot, which is enough for the check.
DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=")


class Page(Item):
    def get_path(self):
        return "index.html"

    def get_title(self):
        return "Мектеп"

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider('<!doctype html><html lang="ky"><meta charset="utf-8"><title>Мектеп</title><p>Ашпозчу</p></html>')

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


with Creator(pathlib.Path("site.zim")).config_indexing(True, "kir") as archive:
    archive.add_item(Page())
    archive.set_mainpath("index.html")
    archive.add_illustration(48, DOT)
    for name, value in {"Name": "probe", "Title": "Мектеп", "Language": "kir", "Creator": "Мектеп", "Publisher": "Мектеп",
                        "Date": "2026-09-01", "Description": "Кесиптер"}.items():
        archive.add_metadata(name, value)
with open("site.zim", "rb") as file:
    header = struct.unpack("<IHH16sIIQQQQIIQ", file.read(80))
print(f"libzim {version('libzim')}, version {header[1]}.{header[2]}, place of the titles {header[7]:#x}, Archive.check() {Archive(pathlib.Path('site.zim')).check()}")
if header[7] != 2**64 - 1 or not Archive(pathlib.Path("site.zim")).check():
    sys.exit("No longer as described: the header")
PYTHON
PYTHONUTF8=1 python/bin/python write.py

wrong=
for check in integrity checksum metadata favicon main empty url_internal redirect_loop; do
  code=0
  zimcheck "--$check" site.zim > log 2>&1 || code=$?
  echo "zimcheck --$check: exit code $code $(grep -i 'outside' log || true)"
  if [ "$check" = integrity ]; then
    [ "$code" = 1 ] && grep -q 'index table outside' log || wrong="$wrong --$check ends with $code;"
  else
    [ "$code" = 0 ] || wrong="$wrong --$check ends with $code;"
  fi
done
zimdump list site.zim | tr '\n' ' '
zimdump list site.zim | grep -q 'index.html' || wrong="$wrong zimdump does not list the page;"
zimdump show --url=index.html site.zim > page.html || zimdump show --url=A/index.html site.zim > page.html || true
grep -q 'Ашпозчу' page.html || wrong="$wrong zimdump does not show the page;"
zimsearch site.zim Ашпозчу > hits 2> log || true
grep -q 'Мектеп' hits || wrong="$wrong zimsearch does not find it;"
[ -z "$wrong" ] || { echo "No longer as described:$wrong" >&2; exit 1; }
echo "As described: refused by the check of structure, and read by everything."
