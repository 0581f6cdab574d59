/* Bagyt: the reader's own list, and up to four of its professions side by side. */
(function () {
  "use strict";

  var MOST = 4;
  var SVG = "http://www.w3.org/2000/svg";
  var OF_ROUTE = ["start", "way", "test", "time"];

  var script = document.currentScript;
  var tools = window.bagytTools;
  var saved = window.bagytSaved;
  if (!tools || !saved) { return; }

  var none = document.querySelector(".saved-none");
  var section = document.querySelector(".saved-list");
  var list = section.querySelector(".found-list");
  var count = section.querySelector(".found-count");
  var compare = document.querySelector(".compare");
  var note = compare.querySelector(".compare-note");
  var table = compare.querySelector(".compare-table");
  var data = null;
  var picked = [];

  var word = tools.word;
  var counted = tools.counted;
  var make = tools.make;
  var sign = tools.sign;
  function draw(tag, values, text) {
    var element = document.createElementNS(SVG, tag);
    Object.keys(values).forEach(function (key) { element.setAttribute(key, values[key]); });
    if (text !== undefined) { element.textContent = text; }
    return element;
  }

  /* What stands in the table ---------------------------------------------------------------------------------------- */

  function facet(id) { return tools.facet(data, id); }
  function names(item, id) {
    var at = facet(id);
    if (at < 0) { return []; }
    return (item.v[at] || []).map(function (value) { return data.facets[at].options[value][1]; });
  }
  function lines(texts) {
    if (!texts.length) { return make("span", "soft", word("empty")); }
    var element = make("ul");
    texts.forEach(function (text) { element.appendChild(make("li", "", text)); });
    return element;
  }
  function bars(item) {
    if (!item.r) { return lines([]); }
    // Which letters count is said by the code that the build derived, and not again here.
    var at = facet("interest");
    var code = at < 0 ? [] : (item.v[at] || []).map(function (value) { return data.facets[at].options[value][0]; });
    var described = data.interests.map(function (name, at) { return name + ": " + item.r[at]; }).join("; ");
    var svg = draw("svg", { viewBox: "0 0 150 102", role: "img", "class": "bars small", "aria-label": described });
    "RIASEC".split("").forEach(function (letter, at) {
      var group = draw("g", { transform: "translate(0 " + at * 17 + ")", "class": "bar" + (code.indexOf(letter) >= 0 ? " bar-strong" : "") });
      group.appendChild(draw("text", { x: 7, y: 12, "class": "bar-letter" }, letter));
      group.appendChild(draw("rect", { x: 18, y: 4, width: 130, height: 8, rx: 2, "class": "bar-track" }));
      group.appendChild(draw("rect", { x: 18, y: 4, width: item.r[at] * 1.3, height: 8, rx: 2, "class": "bar-value" }));
      svg.appendChild(group);
    });
    return svg;
  }
  function conditions(item) {
    if (!item.c) { return []; }
    return item.c.map(function (often, at) { return [often, data.conditions[at] + " — " + data.often[often]]; })
      .sort(function (a, b) { return b[0] - a[0]; }).map(function (pair) { return pair[1]; });
  }
  var rows = {
    summary: function (item) { return make("p", "", item.s); },
    interest: bars,
    competency: function (item) { return lines(item.k.map(function (pair) { return data.competencies[pair[0]]; })); },
    condition: function (item) { return lines(conditions(item)); },
    start9: function (item) { return lines(tools.ways(data, item, "9")); },
    start11: function (item) { return lines(tools.ways(data, item, "11")); },
    test: function (item) {
      var free = item.w.some(function (route) { return route[OF_ROUTE.indexOf("test")] >= 0; });
      return make("span", "", word(free ? "yes" : "no"));
    },
    subject: function (item) { return lines(names(item, "subject")); },
    self: function (item) { return lines(names(item, "self")); },
    region: function (item) { return lines(names(item, "region")); }
  };

  function drawTable(items) {
    table.textContent = "";
    if (!items.length) { return; }
    var element = make("table");
    var head = make("thead");
    var top = make("tr");
    top.appendChild(make("td"));
    items.forEach(function (item) {
      var cell = make("th");
      cell.scope = "col";
      var link = make("a", "", item.t);
      link.href = item.u;
      cell.appendChild(link);
      top.appendChild(cell);
    });
    head.appendChild(top);
    element.appendChild(head);
    var body = make("tbody");
    Object.keys(rows).forEach(function (name) {
      // A row that no profession fills says nothing.
      var cells = items.map(rows[name]);
      if (cells.every(function (cell) { return cell.classList.contains("soft"); })) { return; }
      var row = make("tr");
      var title = make("th", "", word("row-" + name));
      title.scope = "row";
      row.appendChild(title);
      cells.forEach(function (cell) {
        var place = make("td");
        place.appendChild(cell);
        row.appendChild(place);
      });
      body.appendChild(row);
    });
    element.appendChild(body);
    table.appendChild(element);
  }

  /* The list ------------------------------------------------------------------------------------------------------- */

  function show(ids) {
    if (!data) { return; }
    var items = ids.map(function (id) {
      return data.items.filter(function (item) { return item.i === id; })[0];
    }).filter(Boolean);
    none.hidden = items.length > 0;
    section.hidden = !items.length;
    count.textContent = items.length ? counted("saved", items.length) : "";
    var known = items.map(function (item) { return item.i; });
    picked = picked.filter(function (id) { return known.indexOf(id) >= 0; });
    list.textContent = "";
    items.forEach(function (item) { list.appendChild(line(item)); });
    // The other language shows the same list, in browsers too that keep a store for each file.
    Array.prototype.forEach.call(document.querySelectorAll(".langs a[data-lang]"), function (link) { link.hash = known.join(","); });
    drawTable(items.filter(function (item) { return picked.indexOf(item.i) >= 0; }));
    // With nothing picked the section stays, for the boxes in the list speak of it.
    compare.hidden = !items.length;
  }
  function line(item) {
    var element = make("li", "found-item");
    var label = make("label", "compare-box");
    var box = make("input");
    box.type = "checkbox";
    box.checked = picked.indexOf(item.i) >= 0;
    box.setAttribute("aria-label", compare.querySelector("h2").textContent + ": " + item.t);
    box.addEventListener("change", function () { pick(item.i, box); });
    label.appendChild(box);
    element.appendChild(label);
    element.appendChild(tools.about(item));
    var remove = make("button", "save save-sign is-saved");
    remove.type = "button";
    remove.setAttribute("aria-label", word("drop") + ": " + item.t);
    remove.appendChild(sign("close"));
    remove.addEventListener("click", function () {
      saved.toggle(item.i);
      var next = list.querySelector(".save-sign");
      (next || document.getElementById("site-main")).focus();
    });
    element.appendChild(remove);
    return element;
  }
  function pick(id, box) {
    note.textContent = "";
    if (!box.checked) { picked = picked.filter(function (other) { return other !== id; }); }
    else if (picked.length === MOST) {
      box.checked = false;
      note.textContent = word("full");
      return;
    } else { picked = picked.concat([id]); }
    drawTable(data.items.filter(function (item) { return picked.indexOf(item.i) >= 0; }));
  }

  function begin(given) {
    data = given;
    // The address may carry the list: from a page of a disk, or from somebody who sent it.
    var carried = window.location.hash.slice(1).split(",").filter(function (id) {
      return data.items.some(function (item) { return item.i === id; });
    });
    var ids = saved.ids();
    if (carried.length) {
      saved.set(ids.concat(carried));
      ids = saved.ids();
    }
    picked = ids.slice(0, MOST);
    saved.watch(show);
  }
  section.querySelector(".saved-forget").addEventListener("click", function () {
    saved.set([]);
    try { window.history.replaceState(null, "", window.location.pathname + window.location.search); } catch (e) { /* stays */ }
    document.getElementById("site-main").focus();
  });

  tools.load(script.getAttribute("data-data"), begin, function (message) {
    none.hidden = false;
    none.querySelector("span").textContent = message;
  });
}());
