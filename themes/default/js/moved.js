// An old address leads on to the page's new one, to the same place on it.
(function () {
  "use strict";
  var to = document.currentScript.getAttribute("data-to");
  location.replace(to + location.search + location.hash);
})();
