/* Bagyt: what a page can do beyond plain HTML. Every page works without this file.
 * It is loaded in <head> before anything is painted, so the first part must not touch <body>. */
(function () {
  "use strict";

  var root = document.documentElement;
  var script = document.currentScript;

  // Storage may be forbidden (private window, file:// in some browsers): then nothing is remembered, nothing breaks.
  function recall(key) {
    try { return window.localStorage.getItem(key); } catch (e) { return null; }
  }
  function keep(key, value) {
    try { window.localStorage.setItem(key, value); } catch (e) { /* not remembered */ }
  }
  function media(query) {
    return window.matchMedia ? window.matchMedia(query) : { matches: false };
  }
  function onChange(list, run) {
    if (list.addEventListener) { list.addEventListener("change", run); }
    else if (list.addListener) { list.addListener(run); }
  }
  function each(selector, run) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), run);
  }

  /* Numbers --------------------------------------------------------------------------------------------------------
   * As the build writes them: browsers do not all know Kyrgyz and would take the rules of another language. `data-forms`
   * has the plural form of every number up to 199; they repeat by the hundred from 100 on. */

  var FORMS = { z: "zero", o: "one", t: "two", f: "few", m: "many", x: "other" };
  window.bagytNumbers = {
    figure: function (n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u00a0"); },
    form: function (n) {
      var forms = (script && script.getAttribute("data-forms")) || "";
      return FORMS[forms.charAt(n < 200 ? n : 100 + n % 100)] || "other";
    }
  };

  /* Before painting ------------------------------------------------------------------------------------------------ */

  // The error page asks for this file at every depth; on a host's root several of these are the same.
  if (root.classList.contains("js")) { return; }
  root.classList.add("js");

  var saved = recall("bagyt-theme");
  if (saved === "light" || saved === "dark") { root.setAttribute("data-theme", saved); }

  // A returning visitor goes on to the language chosen before; `#choose` is how one comes back to choose again.
  if (root.getAttribute("data-kind") === "front" && window.location.hash !== "#choose" && script) {
    var lang = recall("bagyt-lang");
    var home = lang && /^[a-z]{2,3}$/.test(lang) ? script.getAttribute("data-home-" + lang) : null;
    if (home) { window.location.replace(home); }
  }

  /* When the page is there ----------------------------------------------------------------------------------------- */

  // The error page does not know at which address it is shown. This file has come, so its way to the root is the right
  // one; and the address, or else an earlier choice, tells the language.
  function lost(up) {
    if (up !== null) {
      each("main a[href^='/']", function (link) { link.setAttribute("href", up + link.getAttribute("href").slice(1)); });
    }
    var parts = window.location.pathname.split("/");
    var found = null;
    each(".lost section", function (part) {
      var code = part.lang;
      if (parts.indexOf(code) >= 0 || (!found && code === recall("bagyt-lang"))) { found = part; }
    });
    if (!found) { return; }
    each(".lost section", function (part) { part.hidden = part !== found; });
    root.lang = found.lang;
    document.title = found.getAttribute("data-title");
  }

  function start() {
    if (root.getAttribute("data-kind") === "error") { lost(script && script.getAttribute("data-root")); }

    // A language picked anywhere is the language of the next visit.
    each("a[data-lang]", function (link) {
      link.addEventListener("click", function () { keep("bagyt-lang", link.getAttribute("data-lang")); });
    });
    // The other language shows the same place, and in the finder the same choice: both stand behind the `#`.
    each(".langs a[data-lang]", function (link) {
      ["pointerdown", "mousedown", "focus", "click"].forEach(function (name) {
        link.addEventListener(name, function () {
          if (root.getAttribute("data-kind") !== "saved") { link.hash = window.location.hash; }
        });
      });
    });
    each(".front-hint", function (hint) { hint.hidden = false; });

    // Light or dark: the button names what it will do.
    var dark = media("(prefers-color-scheme: dark)");
    var button = document.querySelector(".theme");
    function isDark() {
      var set = root.getAttribute("data-theme");
      return set ? set === "dark" : dark.matches;
    }
    function name() {
      var text = button.getAttribute(isDark() ? "data-to-light" : "data-to-dark");
      button.querySelector(".hush").textContent = text;
      button.title = text;
      button.classList.toggle("is-dark", isDark());
    }
    if (button) {
      button.hidden = false;
      name();
      onChange(dark, name);
      button.addEventListener("click", function () {
        var next = isDark() ? "light" : "dark";
        root.setAttribute("data-theme", next);
        keep("bagyt-theme", next);
        name();
      });
    }

    if (window.print) {
      each("button.print", function (b) {
        b.hidden = false;
        b.addEventListener("click", function () {
          // A button may print one part of the page only.
          var only = b.getAttribute("data-only");
          if (only) { root.setAttribute("data-print", only); }
          window.print();
        });
      });
      window.addEventListener("afterprint", function () { root.removeAttribute("data-print"); });
    }

    // The menu and the table of contents fold on a narrow screen and stand open on a wide one.
    var wide = media("(min-width: 68rem)");
    function unfold() {
      each(".menu, .toc", function (part) { part.open = wide.matches; });
    }
    unfold();
    onChange(wide, unfold);

    // On a narrow screen the menu lies over the page: Escape or a touch elsewhere puts it away.
    var menu = document.querySelector(".menu");
    if (menu) {
      document.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && menu.open && !wide.matches) {
          menu.open = false;
          menu.querySelector("summary").focus();
        }
      });
      document.addEventListener("click", function (event) {
        if (menu.open && !wide.matches && !menu.contains(event.target)) { menu.open = false; }
      });
    }

    // Having jumped to a heading, the folded contents would stay in the way.
    each(".toc a", function (link) {
      link.addEventListener("click", function () {
        if (!wide.matches) { document.querySelector(".toc").open = false; }
      });
    });
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); }
  else { start(); }
}());
