#!/usr/bin/env bash
# libzim: a page that asks web search engines not to index it is missing from the search of a Kiwix archive, too.
#
# (a) Most engineers would guess: `<meta name="robots" content="noindex">` is for crawlers of the web; whoever puts a page into an
#     archive and marks it as an article means it to be found there.
# (b) What happens in libzim 3.13.1 (PyPI): the indexer of full text obeys it, also as «noindex, follow» or «none» and in capitals, and leaves
#     the page out. Its title is still suggested, so one search finds the page and the other does not. `Hint.FRONT_ARTICLE` does not
#     help, no message tells of it, and `config_indexing(True, ...)` means less than it says. `nofollow` does no harm.
# (c) What follows: pages that a site hides from search engines for their own reasons (a text shown in the other language until it
#     is translated, a finder, results of a test) lose that mark when they are packed; and a test searches for a word of each page.
set -euo pipefail

command -v python3 >/dev/null || { echo "Not run: python3 is missing (Debian package python3-venv)." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check libzim==3.13.1

cat > probe.py <<'PYTHON'
import pathlib, sys
from importlib.metadata import version

from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from libzim.writer import Creator, Hint, Item, StringProvider


class Page(Item):
    def __init__(self, word, head):
        super().__init__()
        self.word, self.head = word, head

    def get_path(self):
        return self.word

    def get_title(self):
        return f"Барак {self.word}"

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider(f'<!doctype html><html lang="ky"><head><meta charset="utf-8">{self.head}<title>Барак</title></head>'
                              f'<body><p>{self.word}</p></body></html>')

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


robots = '<meta name="robots" content="{}">'
pages = {
    "ашпозчу": ("", True), "токарь": (robots.format("index, follow"), True), "тигүүчү": (robots.format("nofollow"), True),
    "врач": (robots.format("noindex"), False), "мугалим": (robots.format("noindex, follow"), False), "айдоочу": (robots.format("none"), False),
    "багбан": ('<META NAME="ROBOTS" CONTENT="NOINDEX">', False), "сатуучу": ('<meta name="googlebot" content="noindex">', True),
}
with Creator(pathlib.Path("site.zim")).config_indexing(True, "kir") as archive:
    for word, (head, _) in pages.items():
        archive.add_item(Page(word, head))
    archive.set_mainpath("ашпозчу")
archive = Archive(pathlib.Path("site.zim"))
print("libzim", version("libzim"))
wrong = []
for word, (head, expected) in pages.items():
    found = Searcher(archive).search(Query().set_query(word)).getEstimatedMatches() > 0
    suggested = word in SuggestionSearcher(archive).suggest(word).getResults(0, 9)
    print(f"{head or 'no mark':52} full text: {'found' if found else 'not found':10} title: {'suggested' if suggested else 'not suggested'}")
    if found != expected or not suggested:
        wrong.append(head)
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: what is hidden from the web is hidden in the archive.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py 2> log || { cat log >&2; exit 1; }
