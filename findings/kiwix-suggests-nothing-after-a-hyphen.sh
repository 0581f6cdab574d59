#!/usr/bin/env bash
# libzim: a title with a hyphen is suggested until the reader types what follows the hyphen, and then no more until it is complete.
#
# (a) Most engineers would guess: suggestions of a Kiwix archive are titles that begin with, or have words that begin with, what
#     was typed; the whole title typed letter by letter finds it at every letter, since punctuation is ignored on both sides.
# (b) What happens in libzim 3.13.1 (PyPI): «Повар-» suggests «Повар-кондитер», «Повар-к» nothing, nor does any letter after it
#     until the title is complete. The same for «Үй куруучу-монтажчы», «IT-адис», «3D-дизайнер» and English «Pastry-cook»; in a
#     title with several words one hyphen is enough («Үй куруучу-м»). Typed with a space («Повар к», «кондит») it is suggested, and
#     brackets, commas and quotation marks do no harm. It is the hyphen typed that matters: a redirect titled «Слесарь сантехник»
#     does not help those who type «Слесарь-с».
# (c) What follows: no title can be written so that typing a hyphen works; say in the welcome page that a space does, keep a
#     finder of the site's own in the archive, and test suggestions with every beginning of every title, not with first words.
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
from libzim.suggestion import SuggestionSearcher
from libzim.writer import Creator, Hint, Item, StringProvider


class Page(Item):
    def __init__(self, name, title):
        super().__init__()
        self.name, self.title = name, title

    def get_path(self):
        return self.name

    def get_title(self):
        return self.title

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider(f'<!doctype html><meta charset="utf-8"><title>{self.title}</title><p>{self.title}</p>')

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


hyphen = ["Повар-кондитер", "Үй куруучу-монтажчы", "IT-адис", "3D-дизайнер", "Pastry-cook"]
others = ["Сварщик (дуговая сварка)", "Нан бышыруучу, кондитер", "Колледж «Билим»"]
with Creator(pathlib.Path("site.zim")).config_verbose(False).config_indexing(True, "rus") as archive:
    for number, title in enumerate(hyphen + others):
        archive.add_item(Page(f"p{number}", title))
    archive.add_redirection("other", "Слесарь сантехник", "p0", {Hint.FRONT_ARTICLE: True})
    archive.set_mainpath("p0")
archive = Archive(pathlib.Path("site.zim"))


def suggested(typed, title):
    paths = SuggestionSearcher(archive).suggest(typed).getResults(0, 20)
    return title in [archive.get_entry_by_path(path).title for path in paths]


print("libzim", version("libzim"))
wrong = []
for title in hyphen + others:
    missed = [title[:end] for end in range(1, len(title) + 1) if not suggested(title[:end], title)]
    after = title.index("-") + 1 if title in hyphen else len(title)
    print(f"{title}: " + (f"not suggested from «{missed[0]}» to «{missed[-1]}»" if missed else "suggested at every letter"))
    if missed != [title[:end] for end in range(after + 1, len(title))]:
        wrong.append(f"{title}: {missed}")
for typed, title in (("Повар к", "Повар-кондитер"), ("кондит", "Повар-кондитер"), ("Үй куруучу м", "Үй куруучу-монтажчы")):
    if not suggested(typed, title):
        wrong.append(f"«{typed}» does not suggest {title}")
if not suggested("Слесарь с", "Слесарь сантехник") or suggested("Слесарь-с", "Слесарь сантехник"):
    wrong.append("the redirect with a space")
if wrong:
    sys.exit("No longer as described: " + "; ".join(wrong))
print("As described: the first letter after a hyphen ends the suggestions.")
PYTHON
PYTHONUTF8=1 python/bin/python probe.py
