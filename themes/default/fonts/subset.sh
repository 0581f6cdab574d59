#!/bin/sh
# Makes onest.woff2: one variable file (wght 400-700) with Kyrgyz, Russian and basic Latin letters, digits and
# punctuation, out of the two npm packages that carry the Onest family. See README.md.
#
#   npm pack @fontsource-variable/onest @expo-google-fonts/onest      (unpack both)
#   pip install fonttools brotli
#   sh subset.sh PATH/TO/fontsource-variable-onest/package PATH/TO/expo-google-fonts-onest/package
set -eu
[ $# -eq 2 ] || { sed -n '2,8p' "$0"; exit 2; }
VARIABLE=$1 STATIC=$2 OUT=$(dirname "$0")/onest.woff2 python3 - <<'PY'
import os
from collections import defaultdict
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.varLib import instancer
from fontTools.varLib.hvar import add_HVAR

variable, static, out = (os.environ[k] for k in ("VARIABLE", "STATIC", "OUT"))
LOW, HIGH = 400, 700

letters = "".join(map(chr, range(0x0410, 0x0450))) + "ЁёҢңӨөҮү"
latin = "".join(map(chr, range(0x20, 0x7F))) + "ÄÖÜäöüßé"  # and what German names need
signs = "\u00a0«»„“”‘’‚‹›—–-…№§©·•×−°½±≈≤≥→←↑↓↩✓₽"
wanted = set(map(ord, letters + latin + signs))

# 1. The packages split one master by script. Take each character from the first part that has it.
parts, have = [], set()
for script in ("latin", "cyrillic", "cyrillic-ext", "latin-ext", "symbols", "math"):
    path = f"{variable}/files/onest-{script}-wght-normal.woff2"
    if not os.path.exists(path):
        continue
    take = {c for c in TTFont(path).getBestCmap() if c in wanted} - have
    if not take:
        continue
    have |= take
    options = subset.Options(layout_features=["tnum"] if script == "latin" else [], hinting=False, glyph_names=True,
                             notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], drop_tables=["MVAR", "DSIG"])
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=take)
    cutter.subset(font)
    instancer.instantiateVariableFont(font, {"wght": (LOW, LOW, HIGH)}, inplace=True)
    parts.append(font)
missing = wanted - have
if missing:
    print("not in the family:", " ".join(f"U+{c:04X}" for c in sorted(missing)))

# 2. Put the parts together; glyph names are the master's, so an equal name is an equal glyph.
base = parts[0]
order = list(base.getGlyphOrder())
for part in parts[1:]:
    for name in part.getGlyphOrder():
        if name in order:
            continue
        order.append(name)
        glyph = part["glyf"].glyphs[name]
        glyph.expand(part["glyf"])
        base["glyf"].glyphs[name] = glyph
        base["hmtx"].metrics[name] = part["hmtx"].metrics[name]
        if name in part["gvar"].variations:
            base["gvar"].variations[name] = part["gvar"].variations[name]
    for table in base["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({c: n for c, n in part.getBestCmap().items() if c <= 0xFFFF or table.format == 12})
base.setGlyphOrder(order)
base["glyf"].setGlyphOrder(order)
base["glyf"].glyphOrder = order
base["maxp"].numGlyphs = len(order)
for tag in ("GPOS", "GDEF", "HVAR", "prep", "fpgm", "cvt "):
    if tag in base:
        del base[tag]
add_HVAR(base)

# 3. Kerning across scripts (ө after Г, « before Т) is lost by the split; read it from the complete static fonts of
#    the same release, at both ends of the axis, and write it back as one class-based lookup.
def kerning(path, codes):
    font = TTFont(path)
    cmap, gpos = font.getBestCmap(), font["GPOS"].table
    index = {i for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    lookups = [[getattr(s, "ExtSubTable", s) for s in gpos.LookupList.Lookup[i].SubTable] for i in sorted(index)]
    lookups = [[s for s in subs if type(s).__name__ == "PairPos"] for subs in lookups]
    names = {cmap[c]: c for c in codes if c in cmap}
    table = {}
    for first in names:
        for second in names:
            total = 0
            for subs in lookups:
                for s in subs:
                    if first not in s.Coverage.glyphs:
                        continue
                    if s.Format == 1:
                        pairs = s.PairSet[s.Coverage.glyphs.index(first)].PairValueRecord
                        hit = next((p for p in pairs if p.SecondGlyph == second), None)
                        if hit is None:
                            continue
                        value = hit.Value1
                    else:
                        a = s.ClassDef1.classDefs.get(first, 0)
                        b = s.ClassDef2.classDefs.get(second, 0)
                        value = s.Class1Record[a].Class2Record[b].Value1
                    total += getattr(value, "XAdvance", 0) or 0
                    break
            if total:
                table[names[first], names[second]] = total
    return table

codes = sorted(c for c in have if c in wanted)
low = kerning(f"{static}/400Regular/Onest_400Regular.ttf", codes)
high = kerning(f"{static}/700Bold/Onest_700Bold.ttf", codes)
cmap = base.getBestCmap()
# A difference of a hundredth of an em nobody sees; rounding to it lets far more glyphs share a class.
grid = lambda v: round(v / 5) * 5
pair = {k: (grid(low.get(k, 0)), grid(high.get(k, 0))) for k in set(low) | set(high)}
pair = {k: v for k, v in pair.items() if v != (0, 0)}
rows, cols = defaultdict(dict), defaultdict(dict)
for (a, b), v in pair.items():
    rows[a][b] = v
    cols[b][a] = v
def classes(lines):
    groups = defaultdict(list)
    for c, line in lines.items():
        groups[tuple(sorted(line.items()))].append(c)
    return list(groups.values())
left, right = classes(rows), classes(cols)
fea = ["languagesystem DFLT dflt;", "languagesystem latn dflt;", "languagesystem cyrl dflt;"]
digits = [d for d in ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")]
tnum = [f"{d}.{s}" for d in digits for s in ("tnum", "tf", "tabular") if f"{d}.{s}" in order]
if len(tnum) == 10:
    del base["GSUB"]
    fea += ["feature tnum {", f"  sub [{' '.join(digits)}] by [{' '.join(tnum)}];", "} tnum;"]
elif "GSUB" in base:
    del base["GSUB"]
fea.append("feature kern {")
for a in left:
    for b in right:
        v = rows[a[0]].get(b[0])
        if v:
            amount = str(v[0]) if v[0] == v[1] else f"(wght={LOW}:{v[0]} wght={HIGH}:{v[1]})"
            fea.append(f"  pos [{' '.join(cmap[c] for c in a)}] [{' '.join(cmap[c] for c in b)}] {amount};")
fea.append("} kern;")
addOpenTypeFeaturesFromString(base, "\n".join(fea))

# 4. Check, then write.
absent = [chr(c) for c in map(ord, letters + latin + "«»„“—–…№→←↩✓") if c not in base.getBestCmap()]
assert not absent, absent
for table in ("STAT",):
    if table in base:
        del base[table]
base.flavor = "woff2"
base.save(out)
print(f"{out}: {os.path.getsize(out)} bytes, {len(order)} glyphs, {len(pair)} kerned pairs, "
      f"{len(left)}x{len(right)} classes, tabular digits: {len(tnum) == 10}")
PY
