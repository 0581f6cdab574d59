// The style sheets that a site gets, against the oldest browsers that we name: the last for Windows 7.
// What is ignored has a fallback beside it, or its absence takes nothing away; README.md says which.
export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, {
      browsers: ["chrome 109", "firefox 115"],
      ignorePartialSupport: true,
      ignore: [
        // Inside @supports.
        "css-has", "css-content-visibility",
        // What lacks them breaks pages and enlarges letters by its own rules.
        "css-widows-orphans", "text-size-adjust",
        // One of several fonts.
        "extended-system-fonts",
      ],
    }],
  },
};
