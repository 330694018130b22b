// What the first visit costs a phone: the Brotli size of every file the page
// really asks for until it stands, with one language's texts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DIST, LANGUAGES, firstLoad, launch } from "./support.mjs";

const CEILING_KB = 260;

test(`the first load stays below ${CEILING_KB} KB Brotli in every language`, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  for (const lang of LANGUAGES) {
    const files = await firstLoad(browser, { dir: DIST, lang });
    const total = files.reduce((sum, file) => sum + file.kb, 0);
    t.diagnostic(`${lang}: ${total.toFixed(1)} KB in ${files.length} files`);
    for (const file of files.filter((one) => one.kb >= 5)) {
      t.diagnostic(`    ${file.kb.toFixed(1)} KB  ${file.name}`);
    }
    const programs = files.filter((file) => file.name.endsWith(".wasm"));
    assert.equal(programs.length, 1, `the first file alone: ${programs.map((file) => file.name)}`);
    assert.ok(total <= CEILING_KB, `${lang}: ${total.toFixed(1)} KB`);
  }
});
