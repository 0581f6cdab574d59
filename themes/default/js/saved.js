/* Bagyt: the reader's own list of professions. It stays on the device; links to the list carry it in their address, for
 * browsers that keep a store for each file of a disk apart. */
(function () {
  "use strict";

  var KEY = "bagyt-professions";
  var NAME = /^[a-z0-9][a-z0-9._-]*$/i;
  var MOST = 200;

  function clean(ids) {
    return ids.filter(function (id, at) { return NAME.test(id) && ids.indexOf(id) === at; }).slice(0, MOST);
  }
  function read() {
    try { return clean((window.localStorage.getItem(KEY) || "").split(",")); } catch (e) { return memory; }
  }
  function write(ids) {
    memory = clean(ids);
    try {
      if (memory.length) { window.localStorage.setItem(KEY, memory.join(",")); }
      else { window.localStorage.removeItem(KEY); }
    } catch (e) { /* kept for this page only */ }
    tell();
  }
  var memory = [];
  var listeners = [];

  function tell() {
    var ids = read();
    each("[data-saved-link]", function (link) {
      link.href = link.getAttribute("href").split("#")[0] + (ids.length ? "#" + ids.join(",") : "");
      var count = link.querySelector(".saved-count");
      count.textContent = ids.length ? ids.length : "";
      count.hidden = !ids.length;
      if (link.classList.contains("save-list")) { link.hidden = !ids.length; }
    });
    each("[data-save]", function (button) { show(button, ids.indexOf(button.getAttribute("data-save")) >= 0); });
    listeners.forEach(function (run) { run(ids); });
  }
  function each(selector, run) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), run);
  }
  function show(button, on) {
    button.setAttribute("aria-pressed", on ? "true" : "false");
    button.classList.toggle("is-saved", on);
  }

  window.bagytSaved = {
    ids: read,
    has: function (id) { return read().indexOf(id) >= 0; },
    set: function (ids) { write(ids); },
    toggle: function (id) {
      var ids = read();
      write(ids.indexOf(id) >= 0 ? ids.filter(function (other) { return other !== id; }) : ids.concat([id]));
    },
    /* Runs now and whenever the list changes. */
    watch: function (run) { listeners.push(run); run(read()); }
  };

  // Another tab may change the list.
  window.addEventListener("storage", function (event) { if (event.key === KEY) { tell(); } });
  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("[data-save]") : null;
    if (button) { window.bagytSaved.toggle(button.getAttribute("data-save")); }
  });
  each("[data-save]", function (button) { button.hidden = false; });
  tell();
}());
