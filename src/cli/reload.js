// Added to every page by `bagyt serve`: reloads it after each build and shows what is wrong.
(function () {
  "use strict";
  var own = Number(document.currentScript.src.split("?")[1] || "0");
  var CLOSED = "bagyt-closed";
  var panel = null;

  var style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_bagyt/reload.css";
  document.head.appendChild(style);

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function button(text, parent, act) {
    var made = element("button", text, parent);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // One and the same trouble stays closed on every page, until something changes.
  function trouble(news) {
    return JSON.stringify([news.errors, news.warnings].map(function (list) {
      return list.map(function (message) { return message.text; });
    }));
  }

  function copy(place, shown) {
    function select() {
      getSelection().selectAllChildren(shown);
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(place).catch(select);
    } else {
      select();
    }
  }

  function list(messages, parent) {
    var items = element("ol", "", parent);
    messages.forEach(function (message) {
      var item = element("li", "", items);
      element("pre", message.text, item);
      if (!message.place) {
        return;
      }
      var row = element("div", "", item);
      row.className = "place";
      var path = element("code", message.place, row);
      button("Copy the path", row, function () { copy(message.place, path); });
      element("a", "Open in VS Code", row).href = message.link;
    });
  }

  function counted(count, word) {
    return count + " " + word + (count === 1 ? "" : "s");
  }

  function version(news) {
    if (!news.shown) {
      return "There is no page to show yet.";
    }
    var time = new Date(news.shown).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    return "This is the page as of " + time + ", before the " + (news.errors.length === 1 ? "error." : "errors.");
  }

  function hide() {
    if (panel) {
      panel.remove();
      panel = null;
    }
  }

  function show(news) {
    hide();
    if (!news.errors.length && !news.warnings.length || sessionStorage.getItem(CLOSED) === trouble(news)) {
      return;
    }
    panel = document.createElement("section");
    panel.id = "bagyt-panel";
    panel.lang = "en";
    panel.setAttribute("aria-label", "bagyt");
    panel.className = news.errors.length ? "" : "calm";
    var head = element("header", "", panel);
    if (news.errors.length) {
      element("b", counted(news.errors.length, "error"), head);
      element("span", version(news), head);
    }
    button("Close", head, function () {
      sessionStorage.setItem(CLOSED, trouble(news));
      hide();
    }).title = "Esc";
    if (news.errors.length) {
      var errors = element("div", "", panel);
      errors.id = "bagyt-errors";
      errors.setAttribute("role", "alert");
      list(news.errors, errors);
    }
    if (news.warnings.length) {
      var warnings = element("details", "", panel);
      warnings.id = "bagyt-warnings";
      element("summary", counted(news.warnings.length, "warning"), warnings);
      list(news.warnings, warnings);
    }
    document.body.appendChild(panel);
  }

  document.addEventListener("keydown", function (event) {
    if (panel && event.key === "Escape" && !event.defaultPrevented) {
      panel.querySelector("header button").click();
    }
  });

  // A page asks and lets go: a browser opens six connections to a host, for all its tabs. One that nobody looks at asks seldom,
  // and at once when it is looked at again.
  var SEEN = 250;
  var UNSEEN = 2000;
  var LOST = 3000;
  var told = -1;
  var timer = 0;
  var asking = false;

  function hear(news) {
    told = news.build;
    if (!news.errors.length && news.build !== own && news.build > 0) {
      location.reload();
    } else {
      show(news);
    }
  }

  function ask() {
    clearTimeout(timer);
    if (asking) {
      return;
    }
    asking = true;
    var next = document.hidden ? UNSEEN : SEEN;
    fetch("/_bagyt/news?build=" + told, { cache: "no-store" }).then(function (answer) {
      return answer.status === 200 ? answer.json().then(hear) : null;
    }).catch(function () {
      // It was stopped, or is just being started anew.
      next = LOST;
    }).then(function () {
      asking = false;
      timer = setTimeout(ask, next);
    });
  }

  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
  addEventListener("focus", ask);
  ask();
})();
