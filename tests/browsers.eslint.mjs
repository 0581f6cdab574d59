// The scripts that a site gets, against the oldest browsers that we name: the last for Windows 7.
import compat from "eslint-plugin-compat";

export default [{
  files: ["**/*.js"],
  languageOptions: { ecmaVersion: 2022, sourceType: "script" },
  plugins: { compat },
  settings: { browserslist: ["chrome 109", "firefox 115"], targets: ["chrome 109", "firefox 115"] },
  linterOptions: { reportUnusedDisableDirectives: "off" },
  rules: { "compat/compat": "error" },
}];
