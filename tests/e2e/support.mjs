// What every journey needs: the release dist behind a small server, a Chromium,
// a page that fails the test when it complains or calls home, and axe.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const DIST = path.resolve(process.env.DIST ?? path.join(ROOT, "dist"));
/** Pictures, PDFs and downloads of a run land here; git ignores it. */
export const RESULTS = path.join(ROOT, "test-results");
export const LANGUAGES = ["en", "zh", "ru"];
export const THEMES = ["light", "dark"];
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };
/** "Now" in every test that does not say otherwise: a Wednesday, mid-quarter. */
export const TODAY = "2026-11-18T10:00:00";

export const MIME = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".yaml": "text/yaml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

/**
 * Serves `dir` below `base` on a free port of 127.0.0.1.
 * `alter(pathInDir, request)` may answer `{ status, headers, body }` instead of
 * the file, to play a broken host. Gives `{ url, close }`.
 */
export async function serve({ dir = DIST, base = "/", alter = () => undefined } = {}) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = asked.startsWith(base) ? asked.slice(base.length) || "index.html" : undefined;
    const altered = inside === undefined ? undefined : alter(inside, request);
    if (altered) {
      response.writeHead(altered.status ?? 200, altered.headers ?? {});
      response.end(altered.body ?? "");
      return;
    }
    const file = inside === undefined ? "" : path.join(dir, inside);
    if (!file.startsWith(dir + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": MIME[path.extname(file)] ?? "application/octet-stream",
      "cache-control": "no-store",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

const BROWSER_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The Chromium to drive: `CHROMIUM`, else the first one found on PATH. */
export function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of BROWSER_NAMES) {
    for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
      const file = path.join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  if (existsSync(MAC_CHROME)) return MAC_CHROME;
  throw new Error("No Chromium or Chrome on PATH: install one, or name it in CHROMIUM.");
}

export const CHROMIUM_ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Starts a headless Chromium; with `profile` (a folder) it keeps that profile's data. */
export function launch({ profile, args = [], ...options } = {}) {
  const all = { executablePath: browserPath(), headless: true, args: [...CHROMIUM_ARGS, ...args], ...options };
  return profile ? chromium.launchPersistentContext(profile, all) : chromium.launch(all);
}

/**
 * A fresh context and page, with the clock standing at `now` (null: the real one).
 * Everything the page complains about or asks of another host is collected in
 * `page.complaints`; `expectQuiet(page)` fails on any. `allow` lists patterns of
 * complaints a test provokes on purpose.
 */
export async function newPage(browser, {
  lang = "en", theme = "light", viewport = DESKTOP, now = TODAY, timezone = "Europe/Berlin",
  allow = [], context: contextOptions = {},
} = {}) {
  const context = await browser.newContext({
    locale: { en: "en-GB", zh: "zh-CN", ru: "ru-RU" }[lang] ?? lang,
    colorScheme: theme,
    viewport,
    timezoneId: timezone,
    acceptDownloads: true,
    ...contextOptions,
  });
  const page = await context.newPage();
  if (now !== null) {
    await page.clock.install({ time: new Date(now) });
  }
  watch(page, allow);
  return page;
}

/** Collects what a page should not do; see `newPage`. */
export function watch(page, allow = []) {
  page.complaints = [];
  page.requests = [];
  const complain = (text) => {
    if (!allow.some((pattern) => pattern.test(text))) page.complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complain(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complain(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    page.requests.push(request.url());
    if (!["127.0.0.1", ""].includes(url.hostname)) complain(`foreign request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complain(`HTTP ${response.status()}: ${response.url()}`);
  });
  return page;
}

/** Fails when the page complained or asked another host for anything. */
export function expectQuiet(page) {
  assert.deepEqual(page.complaints, []);
}

/** Waits until boot.js says so: "ready", or "failed", "stopped", "safe". */
export async function expectApp(page, state = "ready", timeout = 10_000) {
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset.app === wanted, state, { timeout },
  );
}

/** Opens `url` (with a route after `#`, if any) and waits until the app is up. */
export async function open(page, url, route = "") {
  await page.goto(route ? `${url}#${route}` : url);
  await expectApp(page);
}

/** The button of that visible name, on a page or a part of it. */
export const button = (scope, name) => scope.getByRole("button", { name, exact: true });

/** The id of the project a page shows. */
export const projectOf = (page) => new URL(page.url()).hash.match(/p\/(p[0-9a-z]{8})/)[1];

/** A message with its slots filled. */
export const slots = (text, values) => text.replace(/\{(\w+)\}/g, (_, slot) => values[slot] ?? "");

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails on any violation axe finds; each is named with its element. */
export async function expectAccessible(page, label = "") {
  const found = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  const violations = found.violations.flatMap((violation) => violation.nodes.map(
    (node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(" ").trim()}`,
  ));
  assert.deepEqual(violations, [], `axe ${label}`);
  assert.ok(found.passes.length > 0, "axe ran no rule: the page was empty");
}

/** Fails when the page scrolls sideways. */
export async function expectNoSidewaysScroll(page) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth, document.documentElement.clientWidth,
  ]);
  assert.ok(content <= window, `the page is ${content} px wide in a window of ${window} px`);
}

/** A picture of the whole page in test-results/, for a person to look at. */
export async function picture(page, name) {
  mkdirSync(RESULTS, { recursive: true });
  await page.screenshot({ path: path.join(RESULTS, `${name}.png`), fullPage: true });
}

/** Kills a browser started with `profile` as a power cut would, with all its children. */
export function killBrowser(profile) {
  const list = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
  for (const line of list.split("\n")) {
    if (!line.includes(`--user-data-dir=${profile}`)) continue;
    const pid = Number(line.trim().split(" ")[0]);
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // A child may have followed its parent already.
    }
  }
}

/** The size in KB (1,000 bytes) of a file as a host would send it, Brotli at its best. */
export function brotliKb(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(readFileSync(file), { params }).length / 1000;
}

/**
 * The files of `dir` that a first visit in `lang` asks for, with their sizes.
 * Texts of other languages, fetched when the page is idle, are no part of it.
 */
export async function firstLoad(browser, { dir, lang = "en" }) {
  const site = await serve({ dir });
  const page = await newPage(browser, { lang, now: null });
  await open(page, site.url);
  await page.waitForLoadState("networkidle");
  await page.context().close();
  await site.close();
  const isOtherText = (name) => /^(texts|words)\.\w+\./.test(name) && name.split(".")[1] !== lang;
  return [...new Set(page.requests)]
    .filter((url) => url.startsWith(site.url))
    .map((url) => new URL(url).pathname.slice(1) || "index.html")
    .filter((name) => !isOtherText(path.basename(name)))
    .map((name) => ({ name, kb: brotliKb(path.join(dir, name)) }));
}
