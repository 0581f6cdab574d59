#!/usr/bin/env bash
# Pearson's r: two flat lists of scores, which have no correlation at all, get 1 or -1 from numpy, pandas, polars and others.
#
# (a) Most engineers would guess: r of a list whose values are all equal is undefined, and every library says so: NaN, as numpy
#     and pandas do for [3, 3, 3, 3, 3, 3], or an error, as Python's `statistics.correlation` promises in its documentation.
# (b) What happens in Python 3.11 (statistics), numpy 2.4.6, pandas 3.1.1, polars 2.1.0 (PyPI), simple-statistics 7.12.1 and jstat 1.9.6 (npm): they
#     divide by a deviation that is only almost zero, since the mean of six times 0.7 is not 0.7. Two flat lists, of 0.7 and
#     of 3.3 or of 0.1, then get 1 or -1 instead of nothing, and a flat list against a real one 0, which reads as «measured,
#     not related». With 3, 2/3 and most whole numbers all is as guessed, so a test with whole scores passes. scipy 1.17.1
#     compares the values first, and is right each time.
# (c) What follows: a pupil who answers everything alike, compared with a record whose values are alike, would be told of a
#     perfect match. Before r is computed compare the largest score with the smallest, and test with tenths, not with 3.
set -euo pipefail

for need in node npm python3; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund simple-statistics@7.12.1 jstat@1.9.6
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1 polars==2.1.0 scipy==1.17.1

cat > probe.py <<'PYTHON'
import json, math, platform, statistics, warnings

import numpy, pandas, polars
from scipy import stats

warnings.simplefilter("ignore")


def standard(a, b):
    try:
        return statistics.correlation(a, b)
    except statistics.StatisticsError:
        return math.nan


ways = {
    f"statistics of Python {platform.python_version()}": standard,
    "numpy": lambda a, b: numpy.corrcoef(a, b)[0, 1],
    "pandas": lambda a, b: pandas.Series(a).corr(pandas.Series(b)),
    "polars": lambda a, b: polars.DataFrame({"a": a, "b": b}).select(polars.corr("a", "b")).item(),
    "scipy": lambda a, b: stats.pearsonr(a, b).statistic,
}
with open("cases.json") as file:
    cases = json.load(file)
seen = {name: [None if math.isnan(r) else round(float(r), 9) for r in (way(a, b) for a, b in cases)] for name, way in ways.items()}
print(json.dumps(seen))
PYTHON

cat > probe.js <<'JS'
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import jstat from "jstat";
import { sampleCorrelation } from "simple-statistics";

const flat = value => Array(6).fill(value);
const scores = [10, 25, 3, 40, 18, 30];
const cases = [[flat(0.7), flat(3.3)], [flat(0.1), flat(0.7)], [flat(0.1), scores], [flat(3), scores], [flat(3), flat(4)], [scores, [12, 20, 5, 33, 21, 29]]];
writeFileSync("cases.json", JSON.stringify(cases));
const python = JSON.parse(execFileSync("python/bin/python", ["probe.py"]));
const round = r => Number.isNaN(r) ? null : Math.round(r * 1e9) / 1e9 + 0;
const seen = {
  ...python,
  "simple-statistics": cases.map(([a, b]) => round(sampleCorrelation(a, b))),
  jstat: cases.map(([a, b]) => round(jstat.jStat.corrcoeff(a, b))),
};
const wrong = [];
for (const [name, results] of Object.entries(seen)) {
  const [one, other, half, whole, wholes, real] = results;
  const show = r => r === null ? "none" : String(r);
  console.log(`${name.padEnd(25)} flat 0.7 and flat 3.3: ${show(one)}, flat 0.1 and flat 0.7: ${show(other)}, flat 0.1 and scores: ${show(half)}, flat 3 and scores: ${show(whole)}, two real ones: ${show(real)}`);
  const right = name === "scipy";
  if (right ? [one, other, half].some(r => r !== null) : Math.abs(one) !== 1 || Math.abs(other) !== 1 || half !== 0) { wrong.push(`${name} with tenths`); }
  if (whole !== null || wholes !== null || !(real > 0.9 && real < 1)) { wrong.push(`${name} with whole or real scores`); }
}
if (wrong.length) {
  console.error(`No longer as described: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log("As described: flat lists of tenths are fully alike.");
JS
OPENBLAS_NUM_THREADS=1 node probe.js
