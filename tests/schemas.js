// Asks ajv which documents a schema accepts. Argument: a JSON file with the schemas by name, and documents with the name of theirs;
// the answer is a list of what is wrong with each, empty where nothing is.
"use strict";
const fs = require("node:fs");
const Ajv = require("ajv");

const asked = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, strictRequired: false });
const checks = new Map(Object.entries(asked.schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
const said = asked.documents.map(({ schema, document }) => {
  const check = checks.get(schema);
  return check(document) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`);
});
process.stdout.write(JSON.stringify(said));
