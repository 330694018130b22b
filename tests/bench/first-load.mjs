// The first load of our release build beside a SurveyJS form of 120 questions:
// weight, first and largest paint, main-thread time. Both sides are loaded in
// turn in one run, each time in a fresh context, and compared by medians; the
// absolute times of a shared machine mean nothing.
//
// node first-load.mjs [--reps 9] [--cpu 4] [--dist DIR] [--route /p/…]
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { DIST, MIME, expectApp, firstLoad, launch } from "../e2e/support.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BUDGET_KB = 260;
const QUESTIONS = 120;
/** Long tasks count beyond this, as in "total blocking time". */
const BLOCKING_MS = 50;
/** Quiet time after which a page counts as loaded. */
const QUIET_MS = 1500;

const { values: options } = parseArgs({
  options: {
    reps: { type: "string", default: "9" },
    cpu: { type: "string", default: "1" },
    dist: { type: "string", default: DIST },
    route: { type: "string", default: "" },
  },
});

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A page of 120 questions with three answers each, as SurveyJS' own manual builds it. */
function surveySite() {
  const dir = mkdtempSync(path.join(os.tmpdir(), "survey-"));
  const files = {
    "core.js": "survey-core/survey.core.min.js",
    "ui.js": "survey-js-ui/survey-js-ui.min.js",
    "survey.css": "survey-core/survey-core.min.css",
  };
  for (const [name, file] of Object.entries(files)) {
    symlinkSync(path.join(HERE, "node_modules", file), path.join(dir, name));
  }
  const elements = Array.from({ length: QUESTIONS }, (_, at) => ({
    type: "radiogroup",
    name: `q${at + 1}`,
    title: `Question ${at + 1}: is the condition met, and is there proof of it?`,
    description: "Why it matters, in one line.",
    choices: ["Yes", "Partly", "No"],
    colCount: 3,
  }));
  writeFileSync(path.join(dir, "start.js"), `
    const survey = new Survey.Model(${JSON.stringify({ title: "Readiness", elements })});
    survey.render(document.getElementById("survey"));`);
  writeFileSync(path.join(dir, "index.html"), `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Survey</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="survey.css"><script defer src="core.js"></script><script defer src="ui.js"></script>
    <script defer src="start.js"></script></head><body><div id="survey"></div></body></html>`);
  return dir;
}

/** A host that sends Brotli, compressed once per file, and counts what it sends. */
async function host(dir) {
  const cache = new Map();
  const sent = { bytes: 0 };
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.join(dir, asked.endsWith("/") ? `${asked}index.html` : asked);
    try {
      if (!cache.has(file)) cache.set(file, brotliCompressSync(readFileSync(file)));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const body = cache.get(file);
    sent.bytes += body.length;
    response.writeHead(200, {
      "content-type": MIME[path.extname(file)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
    }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close: () => server.close() };
}

/** One cold load: KB sent, FCP, LCP, blocking time, and all main-thread time in ms. */
async function load(browser, { site, route, ready }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  if (Number(options.cpu) > 1) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: Number(options.cpu) });
  }
  await page.addInitScript(() => {
    window.seen = { lcp: 0, long: [], last: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.seen.lcp = entry.startTime;
      window.seen.last = performance.now();
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.seen.long.push(entry.duration);
      window.seen.last = performance.now();
    }).observe({ type: "longtask", buffered: true });
  });
  site.sent.bytes = 0;
  await page.goto(site.url + route, { waitUntil: "load" });
  await ready(page);
  await page.waitForFunction((quiet) => performance.now() - window.seen.last > quiet, QUIET_MS, { polling: 200 });
  const seen = await page.evaluate(() => ({
    ...window.seen, fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  await context.close();
  return {
    kb: site.sent.bytes / 1000,
    fcp: seen.fcp,
    lcp: seen.lcp,
    blocking: seen.long.reduce((sum, long) => sum + Math.max(0, long - BLOCKING_MS), 0),
    main: metric("TaskDuration") * 1000,
    script: metric("ScriptDuration") * 1000,
    heapMb: metric("JSHeapUsedSize") / 1e6,
  };
}

const surveyDir = surveySite();
const browser = await launch();
const dist = path.resolve(options.dist);

const files = await firstLoad(browser, { dir: dist });
const total = files.reduce((sum, file) => sum + file.kb, 0);
console.log("First load, Brotli at its best:");
for (const file of files) console.log(`  ${file.kb.toFixed(1).padStart(7)} KB  ${file.name}`);
console.log(`  ${total.toFixed(1).padStart(7)} KB  of ${BUDGET_KB} KB allowed: ${total <= BUDGET_KB ? "within" : "OVER"}\n`);

const sides = {
  ours: { site: await host(dist), route: options.route ? `#${options.route}` : "", ready: (page) => expectApp(page) },
  surveyjs: {
    site: await host(surveyDir),
    route: "",
    ready: (page) => page.waitForFunction(
      (wanted) => document.querySelectorAll("fieldset, [role=radiogroup]").length >= wanted, QUESTIONS,
    ),
  },
};
const runs = { ours: [], surveyjs: [] };
// The first round warms the machine's own caches and is thrown away.
for (let round = 0; round <= Number(options.reps); round += 1) {
  for (const [name, side] of Object.entries(sides)) {
    const measured = await load(browser, side);
    if (round > 0) runs[name].push(measured);
  }
}

const UNITS = { kb: "KB sent", fcp: "FCP ms", lcp: "LCP ms", blocking: "blocking ms", main: "main thread ms", script: "script ms", heapMb: "JS heap MB" };
console.log(`Medians of ${options.reps} loads a side, in turn, CPU slowed ${options.cpu}×; SurveyJS with ${QUESTIONS} questions.`);
console.log(`${"".padEnd(16)}${"ours".padStart(10)}${"SurveyJS".padStart(10)}${"ratio".padStart(9)}`);
for (const [key, unit] of Object.entries(UNITS)) {
  const [ours, peer] = ["ours", "surveyjs"].map((name) => median(runs[name].map((run) => run[key])));
  // Paired by round, so that a busy moment of the machine weighs on both sides.
  const ratio = median(runs.ours.map((run, at) => run[key] / runs.surveyjs[at][key]));
  const shown = Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : "–";
  console.log(`${unit.padEnd(16)}${ours.toFixed(1).padStart(10)}${peer.toFixed(1).padStart(10)}${shown.padStart(9)}`);
}

await browser.close();
for (const side of Object.values(sides)) side.site.close();
rmSync(surveyDir, { recursive: true });
