// Added to every page by `bagyt serve`: reloads it after each build and shows what is wrong.
(function () {
  "use strict";
  var own = Number((document.currentScript.src.split("?")[1] || "0"));
  var panel = null;

  function show(text) {
    if (!panel) {
      panel = document.createElement("pre");
      panel.id = "bagyt-errors";
      panel.setAttribute("role", "alert");
      panel.tabIndex = 0;
      var style = panel.style;
      style.position = "fixed";
      style.inset = "auto 0 0 0";
      style.maxHeight = "60vh";
      style.overflow = "auto";
      style.margin = "0";
      style.padding = "1rem 1.25rem";
      style.background = "#2b0f0f";
      style.color = "#fff3ef";
      style.borderTop = "4px solid #e0563b";
      style.font = "14px/1.45 ui-monospace, Consolas, monospace";
      style.whiteSpace = "pre-wrap";
      style.zIndex = "2147483647";
      document.body.appendChild(panel);
    }
    panel.textContent = text;
  }

  function hide() {
    if (panel) {
      panel.remove();
      panel = null;
    }
  }

  new EventSource("/_bagyt/news").onmessage = function (message) {
    var news = JSON.parse(message.data);
    if (news.errors) {
      show(news.errors);
    } else if (news.build !== own && news.build > 0) {
      location.reload();
    } else {
      hide();
    }
  };
})();
