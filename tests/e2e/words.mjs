// The visible names of a language, read from the built page's own texts: the
// journeys find everything by what a user reads.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { DIST } from "./support.mjs";

/** `say("plan.import")` is the text of that key in the language. */
export function words(lang) {
  const files = readdirSync(DIST).filter((name) => /^(texts|words)\./.test(name) && name.split(".")[1] === lang);
  const texts = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(path.join(DIST, file), "utf8"))));
  return (key) => {
    if (!(key in texts)) throw new Error(`no text ${key} in ${files.join(", ")}`);
    return texts[key];
  };
}
