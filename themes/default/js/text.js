/* Bagyt: terms that open where they stand, and tables that can be sorted. Pages are whole without it. */
(function () {
  "use strict";

  function each(list, run) { Array.prototype.forEach.call(list, run); }

  /* Terms ---------------------------------------------------------------------------------------------------------
   * A term is a link to its note at the end of the page. Here the note's text is shown below the words instead; the
   * link stays what it was for whoever opens it in another window, and for paper. */

  var words = document.getElementById("site-words");
  var pop = null;
  var owner = null;
  var waiting = null;

  function noteOf(link) {
    var note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return note ? note.querySelector(".term-text") : null;
  }

  function close(back) {
    if (!pop) { return; }
    var last = owner;
    pop.parentNode.removeChild(pop);
    owner.setAttribute("aria-expanded", "false");
    pop = owner = null;
    if (back) { last.focus(); }
  }

  function place(link) {
    var box = link.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var margin = 12;
    pop.style.maxWidth = Math.min(360, width - 2 * margin) + "px";
    var left = Math.max(margin, Math.min(box.left, width - pop.offsetWidth - margin));
    // Above the words where there is no room below them.
    var below = box.bottom + 6;
    var above = box.top - pop.offsetHeight - 6;
    var top = below + pop.offsetHeight > window.innerHeight && above > 0 ? above : below;
    pop.style.left = left + window.pageXOffset + "px";
    pop.style.top = top + window.pageYOffset + "px";
  }

  function open(link, focus) {
    var text = noteOf(link);
    if (!text) { return false; }
    if (owner === link) { return true; }
    close(false);
    pop = document.createElement("div");
    pop.className = "term-pop";
    pop.id = "site-term-pop";
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", link.firstChild ? link.firstChild.textContent : "");
    pop.lang = document.documentElement.lang;
    pop.tabIndex = -1;
    each(text.childNodes, function (node) { pop.appendChild(node.cloneNode(true)); });
    var button = document.createElement("button");
    button.type = "button";
    button.className = "term-close";
    button.setAttribute("aria-label", (words && words.getAttribute("data-close")) || "×");
    button.textContent = "×";
    button.addEventListener("click", function () { close(true); });
    pop.appendChild(button);
    pop.addEventListener("mouseleave", function () { later(function () { close(false); }); });
    pop.addEventListener("mouseenter", stay);
    pop.addEventListener("keydown", function (event) {
      // Tab leads out of it to what follows the term.
      var inside = pop.querySelectorAll("a, button");
      if (event.key === "Tab" && !event.shiftKey && document.activeElement === inside[inside.length - 1]) { close(true); }
      if (event.key === "Tab" && event.shiftKey && document.activeElement === pop) { event.preventDefault(); close(true); }
    });
    document.body.appendChild(pop);
    owner = link;
    link.setAttribute("aria-expanded", "true");
    place(link);
    if (focus) { pop.focus({ preventScroll: true }); }
    return true;
  }

  function stay() { if (waiting) { window.clearTimeout(waiting); waiting = null; } }
  function later(run) { stay(); waiting = window.setTimeout(run, 300); }

  function terms() {
    var links = document.querySelectorAll("a.term");
    if (!links.length || !document.body.style) { return; }
    each(links, function (link) {
      link.setAttribute("aria-expanded", "false");
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
        if (owner === link && pop.contains(document.activeElement)) { event.preventDefault(); close(true); return; }
        if (owner === link || open(link, true)) { event.preventDefault(); if (pop) { pop.focus({ preventScroll: true }); } }
      });
      if (window.matchMedia && window.matchMedia("(hover: hover)").matches) {
        link.addEventListener("mouseenter", function () { later(function () { open(link, false); }); });
        link.addEventListener("mouseleave", function () { later(function () { if (pop && !pop.contains(document.activeElement)) { close(false); } }); });
      }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && pop) { close(pop.contains(document.activeElement)); }
    });
    document.addEventListener("click", function (event) {
      if (pop && !pop.contains(event.target) && !owner.contains(event.target)) { close(false); }
    });
    window.addEventListener("resize", function () { if (pop) { place(owner); } });
  }

  /* Tables --------------------------------------------------------------------------------------------------------- */

  // By the number that the build gave the cell: that of its words in the language's alphabet, of a date, or its own.
  function value(row, column) {
    var cell = row.cells[column];
    var number = cell ? cell.getAttribute("data-sort") : null;
    return number === null ? NaN : Number(number);
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row, at) { return { row: row, at: at, value: value(row, column) }; });
    rows.sort(function (a, b) {
      // An empty cell is last, whichever way.
      var empty = isNaN(a.value) - isNaN(b.value);
      var order = isNaN(a.value) ? 0 : a.value - b.value;
      return empty || (down ? -order : order) || a.at - b.at;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
  }

  function sortable(table) {
    var head = table.tHead && table.tHead.rows[0];
    if (!head || !table.tBodies[0] || table.tBodies[0].rows.length < 3) { return; }
    each(head.cells, function (cell, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (cell.firstChild) { button.appendChild(cell.firstChild); }
      cell.appendChild(button);
      button.addEventListener("click", function () {
        var down = cell.getAttribute("aria-sort") === "ascending";
        each(head.cells, function (other) { other.removeAttribute("aria-sort"); });
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down);
      });
    });
  }

  /* Time-lines: the other end first. */
  function reversible(list) {
    if (list.children.length < 3 || !words) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "quiet turn";
    var names = [words.getAttribute("data-newest"), words.getAttribute("data-oldest")];
    var turned = 0;
    button.textContent = names[0];
    button.addEventListener("click", function () {
      Array.prototype.slice.call(list.children).reverse().forEach(function (item) { list.appendChild(item); });
      turned = 1 - turned;
      button.textContent = names[turned];
    });
    list.parentNode.insertBefore(button, list);
  }

  function start() {
    terms();
    each(document.querySelectorAll("table[data-sortable]"), sortable);
    each(document.querySelectorAll("ol.timeline"), reversible);
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); }
  else { start(); }
}());
