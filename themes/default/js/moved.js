/* An old address leads on to the page's new one, to the same place on it. */
location.replace((document.currentScript?.getAttribute("data-to") || "") + location.search + location.hash);
