/* Bagyt: the finder. It narrows the professions of `data.js` by the boxes that are ticked, counts what each further box would
 * leave, and keeps the choice in the address. */
(function () {
  "use strict";

  var SHOWN = 20;
  var OF_ROUTE = ["start", "way", "test", "time"];

  var script = document.currentScript;
  var form = document.getElementById("site-facets");
  var tools = window.bagytTools;
  var page = document.querySelector(".finder-in");
  if (!form || !page || !tools) { return; }

  var data = null;
  var facets = [];
  var shown = SHOWN;
  var found = [];

  var word = tools.word;
  var counted = tools.counted;
  var make = tools.make;
  var sign = tools.sign;
  // What stands there already need not be laid out again.
  function say(element, text) { if (element.textContent !== text) { element.textContent = text; } }
  function each(list, run) { Array.prototype.forEach.call(list, run); }

  /* The choice ----------------------------------------------------------------------------------------------------- */

  // For each facet the numbers of the options that are ticked.
  function chosen() {
    return facets.map(function (facet) {
      var ticked = [];
      facet.boxes.forEach(function (box, at) { if (box && box.checked) { ticked.push(at); } });
      return ticked;
    });
  }
  function address() {
    var parts = [];
    facets.forEach(function (facet) {
      var values = facet.boxes.filter(function (box) { return box && box.checked; }).map(function (box) { return box.value; });
      if (values.length) { parts.push(facet.id + "=" + values.map(encodeURIComponent).join(",")); }
    });
    return parts.join("&");
  }
  // What an address asks for, by facet; `null` if it names none, as one that leads to a place of the page.
  function wanted() {
    var values = Object.create(null);
    var any = false;
    window.location.hash.slice(1).split("&").forEach(function (part) {
      var at = part.indexOf("=");
      var id = part.slice(0, Math.max(at, 0));
      if (!facets.some(function (facet) { return facet.id === id; })) { return; }
      any = true;
      values[id] = part.slice(at + 1).split(",").map(function (value) {
        try { return decodeURIComponent(value); } catch (e) { return value; }
      });
    });
    return any ? values : null;
  }
  function follow() {
    var asked = wanted() || Object.create(null);
    facets.forEach(function (facet) {
      var values = asked[facet.id] || [];
      facet.boxes.forEach(function (box) { if (box) { box.checked = values.indexOf(box.value) >= 0; } });
      if (values.length) { facet.element.open = true; }
    });
  }

  /* Narrowing ------------------------------------------------------------------------------------------------------ */

  function any(values, wanted) {
    for (var i = 0; i < wanted.length; i += 1) { if (values.indexOf(wanted[i]) >= 0) { return true; } }
    return false;
  }
  function all(values, wanted) {
    for (var i = 0; i < wanted.length; i += 1) { if (values.indexOf(wanted[i]) < 0) { return false; } }
    return true;
  }
  function valuesOf(item, at) { return item.v[at] || []; }

  // Whether a way in has what is asked of ways, leaving out one facet.
  function routeFits(route, ticked, without) {
    for (var i = 0; i < OF_ROUTE.length; i += 1) {
      var at = routeFacets[i];
      if (at >= 0 && at !== without && ticked[at].length && ticked[at].indexOf(route[i]) < 0) { return false; }
    }
    return true;
  }
  function fits(item, ticked, without) {
    for (var at = 0; at < facets.length; at += 1) {
      if (at === without || !ticked[at].length || facets[at].ofRoute) { continue; }
      var holds = facets[at].all ? all : any;
      if (!holds(valuesOf(item, at), ticked[at])) { return false; }
    }
    if (!asksRoute(ticked, without)) { return true; }
    for (var i = 0; i < item.w.length; i += 1) { if (routeFits(item.w[i], ticked, without)) { return true; } }
    return false;
  }
  function asksRoute(ticked, without) {
    return routeFacets.some(function (at) { return at >= 0 && at !== without && ticked[at].length; });
  }
  var routeFacets = [];

  // How many professions each option of a facet would leave. What is ticked in the same facet widens the choice, so it does
  // not count; where every box must hold, it narrows it and does.
  function counts(at, ticked) {
    var facet = facets[at];
    var number = facet.boxes.map(function () { return 0; });
    var without = facet.all ? -1 : at;
    var place = OF_ROUTE.indexOf(facet.id);
    data.items.forEach(function (item) {
      if (place < 0) {
        if (fits(item, ticked, without)) { valuesOf(item, at).forEach(function (value) { number[value] += 1; }); }
        return;
      }
      if (!fits(item, ticked, at)) { return; }
      var seen = [];
      item.w.forEach(function (route) {
        var value = route[place];
        if (value >= 0 && seen.indexOf(value) < 0 && routeFits(route, ticked, at)) {
          seen.push(value);
          number[value] += 1;
        }
      });
    });
    return number;
  }

  /* Showing -------------------------------------------------------------------------------------------------------- */

  var list = page.querySelector(".found-list");
  var count = page.querySelector(".found-count");
  var more = page.querySelector(".found-more");
  var none = page.querySelector(".found-none");
  var tags = page.querySelector(".found-chosen");

  function card(item) {
    var element = make("li", "found-item");
    var text = tools.about(item);
    var ways = [9, 11].map(function (grade) { return after(item, String(grade)); }).filter(Boolean);
    if (ways.length) {
      var lines = make("ul", "found-ways");
      ways.forEach(function (way) { lines.appendChild(make("li", "", way)); });
      text.appendChild(lines);
    }
    element.appendChild(text);
    if (window.bagytSaved) { element.appendChild(saveButton(item)); }
    return element;
  }
  function saveButton(item) {
    var button = make("button", "save save-sign");
    var on = window.bagytSaved.has(item.i);
    button.type = "button";
    button.setAttribute("data-save", item.i);
    button.setAttribute("aria-label", word("keep") + ": " + item.t);
    button.setAttribute("aria-pressed", on ? "true" : "false");
    button.classList.toggle("is-saved", on);
    button.appendChild(sign("star"));
    button.appendChild(sign("star-full"));
    return button;
  }
  function after(item, grade) {
    var names = tools.ways(data, item, grade).map(function (name) { return name.toLowerCase(); });
    return names.length ? word("after", { grade: grade, ways: names.join(", ") }) : "";
  }

  function draw() {
    list.textContent = "";
    var part = document.createDocumentFragment();
    found.slice(0, shown).forEach(function (item) { part.appendChild(card(item)); });
    list.appendChild(part);
    more.textContent = "";
    if (found.length > shown) {
      var button = make("button", "quiet", word("more"));
      button.type = "button";
      button.addEventListener("click", function () {
        var first = shown;
        shown += SHOWN;
        write();
        draw();
        list.children[first].querySelector("a").focus();
      });
      more.appendChild(button);
    }
  }
  function drawTags(ticked) {
    tags.textContent = "";
    var any = false;
    ticked.forEach(function (options, at) {
      options.forEach(function (option) {
        any = true;
        var button = make("button", "chip", facets[at].names[option] + " ");
        button.type = "button";
        button.setAttribute("aria-label", word("remove", { option: facets[at].names[option] }));
        button.appendChild(sign("close"));
        button.addEventListener("click", function () {
          facets[at].boxes[option].checked = false;
          changed();
          document.getElementById("site-found").focus();
        });
        tags.appendChild(button);
      });
    });
    if (any) {
      var reset = make("button", "find-link", word("reset"));
      reset.type = "button";
      reset.addEventListener("click", function () { form.reset(); changed(); document.getElementById("site-found").focus(); });
      tags.appendChild(reset);
    }
  }
  // When nothing is left: which single box to take away, and what would come of it.
  function drawNone(ticked) {
    none.hidden = found.length > 0;
    var ways = none.querySelector("ul");
    ways.textContent = "";
    if (found.length) { return; }
    var offers = [];
    ticked.forEach(function (options, at) {
      options.forEach(function (option) {
        var rest = ticked.map(function (list, other) {
          return other === at ? list.filter(function (one) { return one !== option; }) : list;
        });
        var left = data.items.filter(function (item) { return fits(item, rest, -1); }).length;
        if (left) { offers.push([left, at, option]); }
      });
    });
    // No single box helps: then a whole facet at a time.
    if (!offers.length) {
      ticked.forEach(function (options, at) {
        if (!options.length) { return; }
        var left = data.items.filter(function (item) { return fits(item, ticked, at); }).length;
        if (left) { offers.push([left, at, -1]); }
      });
    }
    offers.sort(function (a, b) { return b[0] - a[0]; });
    offers.slice(0, 5).forEach(function (offer) {
      var facet = facets[offer[1]];
      var name = offer[2] < 0 ? facet.title : facet.names[offer[2]];
      var line = make("li");
      var button = make("button", "find-link", word("without", { option: name, n: offer[0] }));
      button.type = "button";
      button.addEventListener("click", function () {
        facet.boxes.forEach(function (box, at) { if (box && (offer[2] < 0 || at === offer[2])) { box.checked = false; } });
        changed();
        document.getElementById("site-found").focus();
      });
      line.appendChild(button);
      ways.appendChild(line);
    });
    if (!offers.length) {
      var line = make("li");
      var reset = make("button", "find-link", word("reset"));
      reset.type = "button";
      reset.addEventListener("click", function () { form.reset(); changed(); });
      line.appendChild(reset);
      ways.appendChild(line);
    }
  }

  function update() {
    var ticked = chosen();
    found = data.items.filter(function (item) { return fits(item, ticked, -1); });
    shown = SHOWN;
    var total = 0;
    facets.forEach(function (facet, at) {
      var number = counts(at, ticked);
      facet.boxes.forEach(function (box, option) {
        if (!box) { return; }
        var label = box.parentNode;
        say(label.querySelector(".count"), String(number[option]));
        label.classList.toggle("is-empty", !number[option] && !box.checked);
      });
      var here = ticked[at].length;
      total += here;
      var badge = facet.element.querySelector(".facet-count");
      say(badge, here ? String(here) : "");
      badge.hidden = !here;
    });
    var badge = form.querySelector(".facets-count");
    badge.textContent = word("chosen", { n: total });
    badge.hidden = !total;
    count.textContent = found.length ? counted("found", found.length) : word("none");
    drawTags(ticked);
    drawNone(ticked);
    draw();
  }
  // The address holds the choice, for reloading, coming back and sending it; how much of the list was shown stands beside it.
  // Where the address may not be changed, as on some disks, nothing is lost.
  function write() {
    var hash = address();
    try { window.history.replaceState({ shown: shown }, "", hash ? "#" + hash : window.location.pathname + window.location.search); }
    catch (e) { window.location.hash = hash; }
  }
  function changed() {
    if (!data) { return; }
    update();
    write();
  }

  /* Beginning ------------------------------------------------------------------------------------------------------ */

  function begin(given) {
    data = given;
    each(form.querySelectorAll(".facet"), function (element) {
      var id = element.getAttribute("data-facet");
      var at = tools.facet(data, id);
      if (at < 0) { return; }
      var options = data.facets[at].options;
      var boxes = options.map(function (option) {
        var box = null;
        each(element.querySelectorAll("input"), function (input) { if (input.value === option[0]) { box = input; } });
        return box;
      });
      facets[at] = {
        id: id,
        title: data.facets[at].title,
        element: element,
        boxes: boxes,
        values: options.map(function (option) { return option[0]; }),
        names: options.map(function (option) { return option[1]; }),
        all: element.hasAttribute("data-all"),
        ofRoute: OF_ROUTE.indexOf(id) >= 0
      };
    });
    routeFacets = OF_ROUTE.map(function (id) { return tools.facet(data, id); });
    // One may have ticked boxes while the list was on its way.
    var touched = form.querySelector("input:checked");
    if (!touched || wanted()) { follow(); }
    update();
    var before = window.history.state;
    if (before && before.shown > SHOWN) {
      shown = before.shown;
      draw();
    }
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", function () {
    if (!data) { return; }
    // Some place of the page, or names of nothing: the choice stays and comes back into the address.
    if (window.location.hash && !wanted()) { write(); return; }
    follow();
    update();
  });
  // So links inside the page lead to their place and leave the address alone.
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    var place = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!place || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  });

  var share = page.querySelector(".found-share button");
  if (share && window.navigator.clipboard) {
    share.hidden = false;
    share.addEventListener("click", function () {
      window.navigator.clipboard.writeText(window.location.href).then(function () {
        page.querySelector(".found-share [role=\"status\"]").textContent = word("shared");
      }, function () { /* the address bar has it too */ });
    });
  }

  // On a narrow screen the boxes are folded away until they are asked for.
  var fold = form.querySelector(".facets-fold");
  var wide = window.matchMedia("(min-width: 56rem)");
  fold.open = wide.matches;

  page.hidden = false;
  tools.load(script.getAttribute("data-data"), begin, function (message) { count.textContent = message; });
}());
