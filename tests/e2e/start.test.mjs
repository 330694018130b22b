// The release build starts where it is put, alone and quietly; and when it
// cannot, the user gets words, their data and a way out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  DESKTOP, DIST, LANGUAGES, PHONE, THEMES, expectAccessible, expectApp, expectNoSidewaysScroll,
  expectQuiet, launch, newPage, open, picture, serve,
} from "./support.mjs";

const HTML_LANG = { en: "en", zh: "zh-Hans", ru: "ru" };
const DOWNLOAD = { en: "Download stored data", zh: "下载已保存的数据", ru: "Скачать сохранённые данные" };
const isWasm = (file) => file.endsWith(".wasm");
const isAppScript = (file) => /^crm-readiness-app-.*\.js$/.test(file);

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** A page on a host that plays `alter`; both end with the test. */
async function visit(t, { alter, base = "/", ...options } = {}) {
  const site = await serve({ base, alter });
  const page = await newPage(browser, options);
  t.after(async () => {
    await page.context().close();
    await site.close();
  });
  return { page, url: site.url };
}

/** What boot.js says of the app at this moment. */
async function expectStateNow(page, state) {
  assert.equal(await page.locator("html").getAttribute("data-app"), state);
}

/** Notes in the page itself when the bar appears: a busy test machine is no slow bar. */
async function noteBar(page) {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".rescue")) return;
      observer.disconnect();
      window.barAt = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
}

const PROMISE_MS = 1_000;

describe("the release build", () => {
  test("starts in a sub-folder, asks no other host and logs nothing", async (t) => {
    const { page, url } = await visit(t, { base: "/any/folder/" });
    await open(page, url);
    await page.locator("#main h1").waitFor();
    expectQuiet(page);
    const wasm = page.requests.filter((asked) => asked.endsWith(".wasm"));
    assert.equal(wasm.length, 1, "the preloaded wasm file was not the one used");
    assert.equal(await page.locator(".rescue").count(), 0);
  });

  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      test(`is accessible and fits a phone in ${lang}, ${theme}`, async (t) => {
        const { page, url } = await visit(t, { lang, theme, viewport: PHONE });
        await open(page, url);
        assert.equal(await page.locator("html").getAttribute("lang"), HTML_LANG[lang]);
        await expectAccessible(page, `${lang} ${theme}`);
        await expectNoSidewaysScroll(page);
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page);
        await picture(page, `start-${lang}-${theme}`);
        expectQuiet(page);
      });
    }
  }

  test("obeys the stored language and theme before the first paint", async (t) => {
    const { page, url } = await visit(t, { lang: "en", theme: "light" });
    await page.addInitScript(() => {
      localStorage.setItem("crm-readiness:language", JSON.stringify("ru"));
      localStorage.setItem("crm-readiness:theme", JSON.stringify("dark"));
      // What the page looked like when the parser first met the body.
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        window.atBody = [document.documentElement.lang, document.documentElement.dataset.theme];
      }).observe(document, { childList: true, subtree: true });
    });
    await open(page, url);
    assert.deepEqual(await page.evaluate(() => window.atBody), ["ru", "dark"]);
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(background, "rgb(20, 23, 26)");
  });

  test("shows the first screen while the app is still on its way", async (t) => {
    let send;
    const held = new Promise((resolve) => { send = resolve; });
    const { page, url } = await visit(t, { lang: "zh" });
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(url, { waitUntil: "domcontentloaded" });
    assert.equal(await page.locator("#app [data-shell]:visible").count(), 1);
    assert.equal(await page.locator("#app [data-shell]:visible").getAttribute("lang"), "zh-Hans");
    send();
    await expectApp(page);
  });

  test("forbids inline code, evaluation and other hosts by its own policy", async (t) => {
    const { page, url } = await visit(t, { allow: [/.*/] });
    await open(page, url);
    const broken = await page.evaluate(async () => {
      const blocked = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const inline = document.createElement("script");
      inline.textContent = "window.inlineRan = true";
      document.body.append(inline);
      // A string for a handler is evaluated code too, and needs no `eval` here.
      document.body.setAttribute("onclick", "window.handlerRan = true");
      document.body.click();
      await fetch("https://example.invalid/").catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { blocked, inline: window.inlineRan, handler: window.handlerRan };
    });
    assert.equal(broken.inline, undefined);
    assert.equal(broken.handler, undefined);
    assert.ok(broken.blocked.includes("connect-src"), `blocked: ${broken.blocked}`);
    assert.ok(broken.blocked.some((name) => name.startsWith("script-src")), `blocked: ${broken.blocked}`);
  });

  test("says in three languages what it needs when JavaScript is off", async (t) => {
    const { page, url } = await visit(t, { context: { javaScriptEnabled: false } });
    await page.goto(url);
    const text = await page.locator("noscript").innerText();
    for (const words of ["needs JavaScript", "需要 JavaScript", "нужны JavaScript"]) {
      assert.ok(text.includes(words), `missing: ${words}`);
    }
  });
});

const FAULTS = {
  "the wasm file is missing": (file) => isWasm(file) && { status: 404 },
  "a host answers the wasm file with its start page": (file) => isWasm(file)
    && { headers: { "content-type": "text/html" }, body: "<!doctype html><p>hello" },
  "the wasm file is another build's": (file) => isWasm(file)
    && { headers: { "content-type": "application/wasm" }, body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
  "the app's script is missing": (file) => isAppScript(file) && { status: 404 },
  "the app's script is damaged": (file) => isAppScript(file)
    && { headers: { "content-type": "text/javascript" }, body: "export default {" },
  "a host forbids WebAssembly": (file) => file === "index.html" && {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'self'" },
    body: readFileSync(path.join(DIST, "index.html")),
  },
};

describe("the rescue bar", () => {
  for (const [fault, alter] of Object.entries(FAULTS)) {
    test(`appears within a second when ${fault}`, async (t) => {
      const { page, url } = await visit(t, { alter, allow: [/.*/], now: null });
      await noteBar(page);
      await page.goto(url);
      const bar = page.getByRole("region", { name: "The app could not start" });
      await bar.waitFor();
      assert.match(await bar.innerText(), /untouched/);
      await expectStateNow(page, "failed");
      const waited = await page.evaluate(() => {
        const loaded = performance.getEntriesByType("resource").map((entry) => entry.responseEnd);
        return window.barAt - Math.max(...loaded.filter((end) => end <= window.barAt));
      });
      assert.ok(waited <= PROMISE_MS, `the bar came ${waited} ms after the last answer`);
    });
  }

  test("appears when the browser has no WebAssembly", async (t) => {
    const { page, url } = await visit(t, { allow: [/.*/] });
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto(url);
    await page.getByRole("region", { name: "This browser cannot run the app" }).waitFor();
  });

  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      test(`speaks ${lang}, fits a phone and is accessible in ${theme}`, async (t) => {
        const { page, url } = await visit(t, {
          lang, theme, viewport: PHONE, alter: FAULTS["the wasm file is missing"], allow: [/.*/],
        });
        await page.goto(url);
        await page.getByRole("button", { name: DOWNLOAD[lang] }).waitFor();
        await expectAccessible(page, `rescue ${lang} ${theme}`);
        await expectNoSidewaysScroll(page);
        await picture(page, `rescue-${lang}-${theme}`);
      });
    }
  }

  test("takes the keyboard, and its download works without the mouse", async (t) => {
    const { page, url } = await visit(t, { alter: FAULTS["the wasm file is missing"], allow: [/.*/] });
    await page.goto(url);
    await page.locator(".rescue").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), DOWNLOAD.en);
    assert.match(await page.locator(".rescue pre").textContent(), /_bg\.wasm: HTTP 404$/);
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    assert.match((await download).suggestedFilename(), /^crm-readiness-stored-data-2026-11-18\.json$/);
  });

  const CRASHES = {
    "a trap in an event handler": () => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }),
    "a trap in a task": () => { Promise.reject(new WebAssembly.RuntimeError("unreachable")); },
    "a stack overflow": () => setTimeout(() => { const deep = () => deep() + 1; deep(); }),
    "the panic hook": () => window.dispatchEvent(new CustomEvent("crm-readiness:failed", { detail: "panicked at <b>src</b>" })),
  };
  for (const [crash, provoke] of Object.entries(CRASHES)) {
    test(`appears within a second after ${crash}`, async (t) => {
      const { page, url } = await visit(t, { allow: [/.*/], now: null });
      await noteBar(page);
      await open(page, url);
      const crashed = await page.evaluate(() => performance.now());
      await page.evaluate(provoke);
      const bar = page.getByRole("region", { name: "The app has stopped" });
      await bar.waitFor();
      assert.equal(await bar.locator("b").count(), 0, "the message was taken for HTML");
      await expectStateNow(page, "stopped");
      const waited = await page.evaluate((since) => window.barAt - since, crashed);
      assert.ok(waited <= PROMISE_MS, `the bar came after ${waited} ms`);
    });
  }

  test("stays away when a script that is not ours fails", async (t) => {
    const { page, url } = await visit(t, { allow: [/.*/], now: null });
    await open(page, url);
    await page.evaluate(() => setTimeout(() => { throw new TypeError("x is not a function"); }));
    await page.waitForTimeout(300);
    await expectStateNow(page, "ready");
    assert.equal(await page.locator(".rescue").count(), 0);
  });

  test("appears when starting takes long, and leaves when the app is up", async (t) => {
    let send;
    const held = new Promise((resolve) => { send = resolve; });
    const { page, url } = await visit(t, {});
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(url, { waitUntil: "domcontentloaded" });
    assert.equal(await page.locator(".rescue").count(), 0);
    await page.clock.runFor(16_000);
    await page.getByRole("region", { name: "The app is taking long to start" }).waitFor();
    send();
    await expectApp(page);
    assert.equal(await page.locator(".rescue").count(), 0);
  });
});

describe("the rescue file", () => {
  /** Stored data in a page whose app does not start, and the file it hands out. */
  async function rescue(t, store) {
    const { page, url } = await visit(t, { alter: FAULTS["the wasm file is missing"], allow: [/.*/] });
    await page.goto(url);
    await page.locator(".rescue").waitFor();
    await page.evaluate(store);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: DOWNLOAD.en }).click();
    const file = JSON.parse(readFileSync(await (await waiting).path(), "utf8"));
    return { page, file };
  }

  test("holds every record raw, bytes too, and no other app's keys", async (t) => {
    const { page, file } = await rescue(t, () => new Promise((resolve, reject) => {
      localStorage.setItem("crm-readiness:boot", "{damaged");
      localStorage.setItem("another-app", "secret");
      const request = indexedDB.open("crm-readiness", 3);
      request.onupgradeneeded = () => request.result.createObjectStore("records");
      request.onerror = reject;
      request.onsuccess = () => {
        const work = request.result.transaction("records", "readwrite");
        work.objectStore("records").put("客户 🙂", "a/1");
        work.objectStore("records").put(new Uint8Array([0, 255, 7]), "a/2");
        work.oncomplete = () => { request.result.close(); resolve(); };
      };
    }));
    assert.equal(file.format, "crm-readiness-rescue");
    assert.equal(file.localStorage["crm-readiness:boot"], "{damaged");
    assert.ok(!("another-app" in file.localStorage));
    assert.deepEqual(file.indexedDB.records, [
      { key: "a/1", value: "客户 🙂" }, { key: "a/2", value: { $base64: "AP8H" } },
    ]);
    assert.deepEqual(file.problems, []);
    const status = page.locator(".rescue [role=status]");
    assert.match(await status.innerText(), /Records in the file: \d+\./);
  });

  test("leaves no empty database behind where there was none", async (t) => {
    const { page, file } = await rescue(t, () => {});
    assert.deepEqual(file.indexedDB, {});
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)), []);
  });
});

describe("safe mode", () => {
  test("opens at the third failed start in a row and no longer starts the app", async (t) => {
    let broken = true;
    const { page, url } = await visit(t, {
      alter: (file) => broken && isWasm(file) && { status: 404 }, allow: [/.*/],
    });
    const safe = page.getByRole("region", { name: "Safe mode" });
    for (const failed of [1, 2]) {
      await page.goto(url);
      await page.locator(".rescue").waitFor();
      assert.equal(await safe.count(), 0, `after start ${failed}`);
    }
    await page.goto(url);
    await safe.waitFor();

    broken = false;
    await page.goto(url);
    await safe.waitFor();
    await expectStateNow(page, "safe");
    await expectAccessible(page, "safe mode");

    await page.getByRole("button", { name: "Start anyway" }).click();
    await expectApp(page, "ready");
    assert.equal(await page.locator(".rescue").count(), 0);
    await page.clock.runFor(11_000);
    await page.goto(url);
    await expectApp(page, "ready");
  });

  test("is not reached by failures between which the app ran", async (t) => {
    let broken = true;
    const { page, url } = await visit(t, {
      alter: (file) => broken && isWasm(file) && { status: 404 }, allow: [/.*/],
    });
    for (const works of [false, false, true, false, false]) {
      broken = !works;
      await page.goto(url);
      await expectApp(page, works ? "ready" : "failed");
    }
  });

  test("counts a start that died without a word", async (t) => {
    const { page, url } = await visit(t, { viewport: DESKTOP, allow: [/.*/] });
    await page.addInitScript(() => {
      if (!sessionStorage.getItem("once")) {
        sessionStorage.setItem("once", "1");
        // As a killed tab leaves them: two counted failures, a third start begun.
        sessionStorage.setItem("crm-readiness:starting", "1");
        localStorage.setItem("crm-readiness:failed-starts", "2");
      }
    });
    await page.goto(url);
    await expectApp(page, "safe");
  });
});
