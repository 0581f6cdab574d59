#!/usr/bin/env bash
# SVGO: with its default settings a described drawing loses its role, its description and the language of its words.
#
# (a) Most engineers would guess: since version 4 keeps `viewBox` and `<title>`, the default preset leaves alone what is for
#     assistive technology; an id that `aria-labelledby` or `aria-describedby` refers to is in use, as one that `href` refers to.
# (b) What happens in SVGO 4.1.0 (npm): `role` and `lang` are removed from every element (`removeUnknownsAndDefaults` has a
#     parameter for roles, off by default), and ids of `title` and `desc` are removed as unused, while the attributes that point to
#     them stay and point to nothing. By the rules for names (dom-accessibility-api 0.7.1) the drawing is no image any more, its description is
#     empty, a list of bars is no list, and Russian words in a Kyrgyz drawing count as Kyrgyz. The name is left, by way of `title`.
#     Nothing is printed, the picture looks the same; what `href` refers to keeps its id.
# (c) What follows: run SVGO on figures with `cleanupIds` off or ids preserved, `keepRoleAttr: true`, and a check that `lang`, ids that are
#     referred to and roles are still there; compare names and descriptions, not pictures.
set -euo pipefail

for need in node npm; do
  command -v "$need" >/dev/null || { echo "Not run: $need is missing." >&2; exit 2; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund svgo@4.1.0 jsdom@26.1.0 dom-accessibility-api@0.7.1

cat > probe.js <<'JS'
import { computeAccessibleDescription, computeAccessibleName, getRole } from "dom-accessibility-api";
import { JSDOM } from "jsdom";
import { optimize } from "svgo";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" role="img" aria-labelledby="name" aria-describedby="words" lang="ky">
  <title id="name">Кесиптер</title><desc id="words">Ашпозчу: үч, токарь: эки</desc>
  <g role="list" aria-label="Тилкелер"><g role="listitem"><rect width="30" height="10"/><text y="20" lang="ru">повар</text></g></g>
  <defs><circle id="dot" r="2"/></defs><use href="#dot"/><use href="#dot" x="9"/>
</svg>`;

function look(name, text) {
  const svg = new JSDOM(text, { contentType: "image/svg+xml" }).window.document.documentElement;
  const seen = {
    role: getRole(svg), name: computeAccessibleName(svg), description: computeAccessibleDescription(svg),
    roles: svg.querySelectorAll("[role]").length, languages: text.match(/ lang="/g)?.length ?? 0,
    dangling: ["aria-labelledby", "aria-describedby"].filter(at => svg.hasAttribute(at) && !svg.querySelector(`[id="${svg.getAttribute(at)}"]`)).length,
    used: [...svg.querySelectorAll("use")].every(use => svg.querySelector(use.getAttribute("href"))),
  };
  console.log(`${name.padEnd(12)}${JSON.stringify(seen)}`);
  return JSON.stringify(Object.values(seen));
}

const words = "Ашпозчу: үч, токарь: эки";
const careful = { plugins: [{ name: "preset-default", params: { overrides: { cleanupIds: false, removeUnknownsAndDefaults: { keepRoleAttr: true } } } }] };
const results = [
  [look("before", drawing), ["img", "Кесиптер", words, 2, 2, 0, true]],
  [look("default", optimize(drawing).data), [null, "Кесиптер", "", 0, 0, 2, true]],
  [look("with care", optimize(drawing, careful).data), ["img", "Кесиптер", words, 2, 0, 0, true]],
];
if (results.some(([seen, expected]) => seen !== JSON.stringify(expected))) {
  console.error("No longer as described.");
  process.exit(1);
}
console.log("As described: role, description and languages are gone.");
JS
node probe.js
