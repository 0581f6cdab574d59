/* Bagyt: what the finder and the reader's own list have in common: the words that the page has for them, elements, signs. */
(function () {
  "use strict";

  var words = document.getElementById("site-finder-words");
  if (!words) { return; }

  function word(name, values) {
    var text = words.getAttribute("data-" + name) || "";
    Object.keys(values || {}).forEach(function (key) { text = text.split("{" + key + "}").join(values[key]); });
    return text;
  }
  var numbers = window.bagytNumbers;
  function counted(name, n) {
    var form = numbers.form(n);
    return word(words.hasAttribute("data-" + name + "-" + form) ? name + "-" + form : name + "-other", { n: numbers.figure(n) });
  }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    if (text !== undefined) { element.textContent = text; }
    return element;
  }
  function sign(name) {
    return document.importNode(words.querySelector("[data-sign=\"" + name + "\"]").content, true);
  }
  // A profession's name and summary.
  function about(item) {
    var text = make("div");
    var title = make("h3");
    var link = make("a", "", item.t);
    link.href = item.u;
    title.appendChild(link);
    text.appendChild(title);
    text.appendChild(make("p", "", item.s));
    return text;
  }
  // The number of a facet in the data; -1 if it has none.
  function facet(data, id) {
    return data.facets.map(function (facet) { return facet.id; }).indexOf(id);
  }
  // What the first two places of a profession's routes say: where one can go after a grade, each once.
  function ways(data, item, grade) {
    var start = facet(data, "start");
    var way = facet(data, "way");
    var found = [];
    if (start < 0 || way < 0) { return found; }
    item.w.forEach(function (route) {
      if (route[0] < 0 || route[1] < 0 || data.facets[start].options[route[0]][0] !== grade) { return; }
      var name = data.facets[way].options[route[1]][1];
      if (found.indexOf(name) < 0) { found.push(name); }
    });
    return found;
  }
  // The professions come as a script, for a browser loads nothing else from a disk.
  function load(path, ready, failed) {
    window.bagytProfessions = ready;
    var script = document.createElement("script");
    script.src = path;
    script.onerror = function () { failed(word("failed", { file: path.split("?")[0] })); };
    document.head.appendChild(script);
  }

  window.bagytTools = { word: word, counted: counted, make: make, sign: sign, about: about, facet: facet, ways: ways, load: load };
}());
