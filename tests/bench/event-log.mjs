// A raw event log added up in our page beside PapaParse and plain JavaScript in
// a page of its own: service level within 20 s by week. In turn in one run, by
// medians; also the longest task on the main thread, and whether the cost is
// linear. Needs the release build in dist/ and `npm i papaparse@5` here.
//
// node event-log.mjs [--rows 1000000] [--reps 3]
import { mkdtempSync, createWriteStream, copyFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { once } from "node:events";
import { launch, newPage, open, serve } from "../e2e/support.mjs";
import { words } from "../e2e/words.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, reps: { type: "string", default: "3" } },
});
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function log(dir, rows) {
  const file = path.join(dir, `log-${rows}.csv`);
  const out = createWriteStream(file);
  out.write("began,ended,channel,agent\n");
  let at = Date.UTC(2025, 0, 1);
  const stamp = (time) => new Date(time).toISOString().slice(0, 19).replace("T", " ");
  for (let row = 0; row < rows; row += 1) {
    at += 1000 * (1 + ((row * 7919) % 61));
    const line = `${stamp(at)},${row % 17 ? stamp(at + 1000 * ((row * 104729) % 47)) : ""},phone,a${row % 40}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return file;
}

/** PapaParse streaming the same file in the same slices, with plain JavaScript. */
function peer(dir) {
  copyFileSync(path.join(HERE, "node_modules/papaparse/papaparse.min.js"), path.join(dir, "papaparse.js"));
  writeFileSync(path.join(dir, "index.html"), `<!doctype html><meta charset="utf-8"><input type="file"><script src="papaparse.js"></script><script src="add.js"></script>`);
  writeFileSync(path.join(dir, "add.js"), `
    const week = (date) => { const d = new Date(date); d.setDate(d.getDate() + 3 - (d.getDay() + 6) % 7); const first = new Date(d.getFullYear(), 0, 4); return d.getFullYear() + "-W" + (1 + Math.round(((d - first) / 864e5 - 3 + (first.getDay() + 6) % 7) / 7)); };
    window.add = (file) => new Promise((resolve) => {
      const weeks = new Map();
      Papa.parse(file, { header: false, skipEmptyLines: true, chunkSize: 256 * 1024, chunk: ({ data }) => {
        for (const row of data) {
          if (row[0] === "began") continue;
          const began = new Date(row[0].replace(" ", "T"));
          const key = week(began);
          const found = weeks.get(key) ?? { part: 0, whole: 0 };
          found.whole += 1;
          if (row[1] && (new Date(row[1].replace(" ", "T")) - began) / 1000 <= 20) found.part += 1;
          weeks.set(key, found);
        }
      }, complete: () => resolve([...weeks.values()].reduce((sum, one) => [sum[0] + one.part, sum[1] + one.whole], [0, 0])) });
    });
    document.querySelector("input").onchange = (event) => { const begin = performance.now(); window.add(event.target.files[0]).then((sum) => { window.took = performance.now() - begin; window.sum = sum; }); };`);
}

const dir = mkdtempSync(path.join(os.tmpdir(), "log-"));
peer(dir);
const rows = Number(options.rows);
const files = { [rows]: await log(dir, rows), [rows / 10]: await log(dir, rows / 10) };
const browser = await launch();
const ours = await serve();
const theirs = await serve({ dir });
const say = words("en");

async function runOurs(file) {
  const page = await newPage(browser, { now: null });
  page.setDefaultTimeout(300_000);
  await open(page, ours.url);
  await page.getByRole("button", { name: say("projects.new"), exact: true }).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Log");
  await page.getByRole("button", { name: say("projects.create"), exact: true }).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  const project = page.url().match(/p\/(p[0-9a-z]{8})/)[1];
  await page.goto(`${ours.url}#/p/${project}/goals`);
  await page.getByRole("button", { name: say("goals.add_indicator"), exact: true }).first().click();
  await page.waitForURL(/definition$/);
  const id = page.url().match(/indicator\/(i[0-9a-z]{8})/)[1];
  await page.getByRole("radio", { name: say("definition.cadence_week"), exact: true }).check();
  await page.getByRole("radio", { name: say("definition.kind_service_level"), exact: true }).check();
  await page.locator("#definition-within").fill("20");
  await page.keyboard.press("Tab");
  await page.goto(`${ours.url}#/p/${project}/indicator/${id}`);
  await page.locator("input.import-file").setInputFiles(file);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: say("log.row_event") }).check();
  await dialog.getByLabel(say("log.when"), { exact: true }).waitFor();
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.longest = Math.max(window.longest, one.duration); })).observe({ entryTypes: ["longtask"] });
    const seen = new MutationObserver(() => {
      if (document.querySelector("#log-result")) { window.took = performance.now() - window.began; seen.disconnect(); }
    });
    seen.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("click", () => { window.began = performance.now(); }, { capture: true, once: true });
  });
  await dialog.getByRole("button", { name: say("log.add_up") }).click();
  await page.waitForFunction(() => window.took);
  const found = await page.evaluate(() => ({ took: window.took, longest: window.longest }));
  await page.context().close();
  return found;
}

async function runTheirs(file) {
  const page = await newPage(browser, { now: null });
  page.setDefaultTimeout(300_000);
  await page.goto(`${theirs.url}index.html`);
  await page.locator("input").setInputFiles(file);
  await page.waitForFunction(() => window.took);
  const found = await page.evaluate(() => ({ took: window.took, sum: window.sum }));
  await page.context().close();
  return found;
}

const result = {};
for (const [count, file] of Object.entries(files)) {
  const [us, them] = [[], []];
  for (let rep = 0; rep < Number(options.reps); rep += 1) {
    us.push(await runOurs(file));
    them.push(await runTheirs(file));
  }
  result[count] = {
    ours_ms: Math.round(median(us.map((one) => one.took))),
    papaparse_ms: Math.round(median(them.map((one) => one.took))),
    longest_task_ms: Math.round(Math.max(...us.map((one) => one.longest))),
  };
  result[count].ratio = (result[count].ours_ms / result[count].papaparse_ms).toFixed(2);
}
console.table(result);
await browser.close();
await ours.close();
await theirs.close();
