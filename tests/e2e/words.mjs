// The visible names of a language, read from the built page's own texts: the
// journeys find everything by what a user reads.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { DIST } from "./support.mjs";

/** `say("plan.import")` is the text of that key in the language. */
export function words(lang) {
  const file = readdirSync(DIST).find((name) => name.startsWith(`texts.${lang}.`));
  const texts = JSON.parse(readFileSync(path.join(DIST, file), "utf8"));
  return (key) => {
    if (!(key in texts)) throw new Error(`no text ${key} in ${file}`);
    return texts[key];
  };
}
