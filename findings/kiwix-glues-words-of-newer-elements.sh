#!/usr/bin/env bash
# libzim: the full-text index of a Kiwix archive glues words together at the ends of most elements that are younger than HTML 4.
#
# (a) Most engineers would guess: whoever indexes HTML knows which elements begin a new line, so that `<section>бир</section>
#     <section>эки</section>` written without white space, as every minifier writes it, is two words, as it is for `p` and `div`.
# (b) What happens in libzim 3.13.1 (PyPI): the indexer's list of such elements ends with HTML 4, and is not whole. `p`, `div`, `li`, `td`, `h2`,
#     `dt`, `option` and others divide words; `section`, `article`, `main`, `header`, `footer`, `nav`, `aside`, `figure`,
#     `figcaption`, `details`, `summary`, `dialog`, `caption`, `button`, `hgroup` and the `text` of a drawing do not: «Мектеп» and
#     «Колледж» become the one word «мектепколледж», and a search finds neither. A soft hyphen, too, divides a word: «үй&shy;бүлө»
#     is found as «бүлө», not as «үйбүлө». No message; a page whose source has a line break after each element shows nothing of it.
# (c) What follows: a site that is minified needs white space (or an element of the old list) between such elements before it is
#     packed, and no soft hyphens in its pages; else hand the indexer a text of one's own (`get_indexdata`). Test by searching the
#     finished archive for the first and last word of a summary, a caption and a section.
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
from libzim.writer import Creator, Hint, Item, StringProvider


class Page(Item):
    def __init__(self, name, body):
        super().__init__()
        self.name = name
        self.html = f'<!doctype html><html lang="ky"><head><meta charset="utf-8"><title>Барак</title></head><body>{body}</body></html>'

    def get_path(self):
        return self.name

    def get_title(self):
        return self.name

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider(self.html)

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


divide = "p div li td th h2 dt dd pre blockquote address fieldset legend option".split()
glue = ("section article main header footer nav aside figure figcaption details summary dialog caption button hgroup search "
        "text tspan").split()
# Every page has words of its own: мектепа, колледжа; мектепб, колледжб; and so on.
letters = "абвгдежзиклмнопрстуфхцчшщыэюя" * 2
names = divide + glue
words = {name: (f"мектеп{letters[n] * (1 + n // 29)}", f"колледж{letters[n] * (1 + n // 29)}") for n, name in enumerate(names)}
with Creator(pathlib.Path("site.zim")).config_verbose(False).config_indexing(True, "kir") as archive:
    for name, (first, second) in words.items():
        archive.add_item(Page(name, f"<{name}>{first}</{name}><{name}>{second}</{name}>"))
        archive.add_item(Page(f"{name} on lines", f"<{name}>лицей{first}</{name}>\n<{name}>лицей{second}</{name}>"))
    archive.add_item(Page("shy", "<p>үй&shy;бүлө</p>"))
    archive.set_mainpath("p")
archive = Archive(pathlib.Path("site.zim"))


def found(word):
    return Searcher(archive).search(Query().set_query(word)).getEstimatedMatches()


print("libzim", version("libzim"))
wrong = []
for name, (first, second) in words.items():
    apart, together, lines = found(first) + found(second), found(first + second), found("лицей" + first) + found("лицей" + second)
    if lines != 2 or (apart, together) != ((2, 0) if name in divide else (0, 1)):
        wrong.append(f"{name}: apart {apart}, together {together}, on lines {lines}")
print("Words are divided by:", *divide)
print("Words are glued by:", *glue)
soft = {word: found(word) for word in ("үйбүлө", "үй", "бүлө")}
print("With a soft hyphen:", soft)
if soft != {"үйбүлө": 0, "үй": 1, "бүлө": 1}:
    wrong.append("the soft hyphen")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: words at the ends of newer elements are glued.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py 2> log || { cat log >&2; exit 1; }
