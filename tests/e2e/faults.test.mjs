// What the storage promises, against a browser that is killed, filled up,
// forbidden to store, emptied, damaged: nothing shown as saved is lost, nothing
// is half-written, and what is wrong is said.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import {
  DESKTOP, expectAccessible, expectApp, expectQuiet, killBrowser, launch, newPage, open, projectOf, serve, watch,
} from "./support.mjs";
import { words } from "./words.mjs";

const say = words("en");
const SAVE_PROMISE_MS = 500;
/** A run's own moments; the same again with FAULTS_SEED. */
const SEED = Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 1e9));
const ROUNDS = Number(process.env.FAULTS_ROUNDS ?? 4);

let site;
let folder;
before(async () => {
  site = await serve();
  folder = mkdtempSync(path.join(tmpdir(), "crm-faults-"));
  console.log(`FAULTS_SEED=${SEED}`);
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A source of chance that a printed seed makes again (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A browser with a profile on disk, and its page. It ends with the test. */
async function person(t, { profile = mkdtempSync(path.join(folder, "profile-")), allow = [], init } = {}) {
  const context = await launch({ profile, locale: "en-GB", viewport: DESKTOP, acceptDownloads: true });
  t.after(() => context.close().catch(() => {}));
  if (init) await context.addInitScript(init);
  const page = watch(context.pages()[0] ?? await context.newPage(), allow);
  return { profile, context, page };
}

const state = (page) => page.locator(".saved-state");
const saved = (page) => state(page).getByText(say("frame.saved"), { exact: true }).waitFor();
/** Everything typed so far is in the store. */
async function settled(page) {
  await page.waitForTimeout(300);
  await saved(page);
}
const button = (page, key) => page.getByRole("button", { name: say(key), exact: true });
const why = (page) => page.getByRole("textbox", { name: say("overview.why") });
const base = (page) => `${site.url}#/p/${projectOf(page)}`;

async function newProject(page, name) {
  await open(page, site.url);
  await button(page, "projects.new").click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill(name);
  await button(page, "projects.create").click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await settled(page);
}

/** Goes to a place of the project shown and waits for a field there. */
async function place(page, rest, field) {
  await page.goto(base(page) + rest);
  await expectApp(page);
  await field.waitFor();
}

/** The rows of the database, as they stand. */
function rows(page) {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("crm-readiness");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => { request.result.close(); resolve(all.result); };
    };
  }));
}

/** Deletes the database; an open page lets go of it. */
function dropDatabase(page) {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("crm-readiness");
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  }));
}

/** Waits until the second copy is as new as the database. */
async function bootCopyWritten(page) {
  for (let tries = 0; tries < 50; tries += 1) {
    const [copy, own] = await page.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open("crm-readiness");
      request.onsuccess = () => {
        const meta = request.result.transaction("meta").objectStore("meta").get("revision");
        meta.onsuccess = () => {
          request.result.close();
          resolve([JSON.parse(localStorage.getItem("crm-readiness:boot") ?? "{}").revision, meta.result]);
        };
      };
    }));
    if (copy === own) return;
    await page.waitForTimeout(200);
  }
  assert.fail("no second copy after ten seconds");
}

/** The text of the plan as it is exported here and now. */
async function exported(page) {
  await page.goto(`${base(page)}/report`);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "plan.export").click()]);
  return readFileSync(await download.path(), "utf8");
}

test("a browser killed while a person types keeps what was shown as saved, and every edit older than half a second", async (t) => {
  const random = chance(SEED);
  let { profile, context, page } = await person(t);
  await newProject(page, "Killed");
  const settings = `${base(page)}/settings`;
  for (let round = 0; round < ROUNDS; round += 1) {
    // What the page says, as it says it: a kill takes nothing of this along.
    const typed = [""];
    const typedAt = [0];
    let shownAsSaved = 0;
    await context.exposeBinding("noteTyped", (_, text) => { typed.push(text); typedAt.push(performance.now()); });
    await context.exposeBinding("noteSaved", (_, text) => { shownAsSaved = Math.max(shownAsSaved, typed.lastIndexOf(text)); });
    await page.goto("about:blank");
    await page.goto(settings);
    await expectApp(page);
    await why(page).fill("");
    await settled(page);
    await page.evaluate((savedWord) => {
      const field = document.getElementById("why");
      field.addEventListener("input", () => window.noteTyped(field.value));
      const status = document.querySelector(".saved-state");
      new MutationObserver(() => {
        if (status.textContent === savedWord) window.noteSaved(field.value);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    }, say("frame.saved"));
    const killAfter = 300 + random() * 2_200;
    let alive = true;
    const typing = (async () => {
      await why(page).focus();
      for (let count = 0; alive; count += 1) {
        await page.keyboard.type(`${round}.${count} `, { delay: 5 + random() * 40 });
        await new Promise((resolve) => setTimeout(resolve, random() * 350));
      }
    })().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, killAfter));
    const killedAt = performance.now();
    killBrowser(profile);
    alive = false;
    await typing;
    await context.close().catch(() => {});
    // The last text that had stood for half a second.
    const older = typedAt.reduce((found, at, index) => (killedAt - at > SAVE_PROMISE_MS ? index : found), 0);

    ({ context, page } = await person(t, { profile }));
    await page.goto(settings);
    await expectApp(page);
    await why(page).waitFor();
    const kept = await why(page).inputValue();
    const found = typed.lastIndexOf(kept);
    const told = `seed ${SEED}, round ${round}, killed after ${Math.round(killAfter)} ms: kept ${JSON.stringify(kept)}`;
    assert.ok(found >= 0, `${told}, which never stood there`);
    assert.ok(found >= shownAsSaved, `${told}, but ${JSON.stringify(typed[shownAsSaved])} was shown as saved`);
    assert.ok(found >= older, `${told}, but ${JSON.stringify(typed[older])} was older than ${SAVE_PROMISE_MS} ms`);
    assert.equal(await page.getByRole("complementary", { name: say("storage.set_aside_label") }).count(), 0);
    expectQuiet(page);
  }
  await context.close();
});

test("a browser killed while an import is written has all of it or nothing", async (t) => {
  const random = chance(SEED + 1);
  let { profile, context, page } = await person(t);
  await newProject(page, "Imported");
  await place(page, "/goals", button(page, "goals.add_indicator").first());
  await button(page, "goals.add_indicator").first().click();
  await page.getByRole("textbox", { name: say("definition.name") }).first().fill("Answer time");
  await page.getByRole("link", { name: say("definition.open_chart") }).first().click();
  await button(page, "indicator.paste").waitFor();
  const indicator = page.url();
  await settled(page);
  let before = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const lines = Array.from({ length: 120 }, (_, n) => {
      const month = new Date(Date.UTC(2015, n, 1)).toISOString().slice(0, 7);
      return `${month}\t${round * 1_000 + n}`;
    });
    await button(page, "indicator.paste").click();
    await page.getByRole("textbox", { name: say("import.paste_here") }).fill(lines.join("\n"));
    const take = page.getByRole("dialog").getByRole("button", { name: /120/ });
    await take.waitFor();
    // The transaction begins a quarter of a second after the click.
    const killAfter = 200 + random() * 250;
    await take.click();
    await new Promise((resolve) => setTimeout(resolve, killAfter));
    killBrowser(profile);
    await context.close().catch(() => {});
    ({ context, page } = await person(t, { profile }));
    await page.goto(indicator);
    await expectApp(page);
    await button(page, "indicator.paste").waitFor();
    const records = await rows(page);
    const values = records.filter((row) => row.key.includes("/m")).map((row) => JSON.parse(row.body).data.value);
    const notes = records.filter((row) => row.key.includes("/n") || JSON.parse(row.body).data.at).length;
    const told = `seed ${SEED}, round ${round}, killed ${Math.round(killAfter)} ms after the click`;
    const fresh = values.filter((value) => Math.floor(value / 1_000) === round).length;
    assert.ok([0, 120].includes(fresh), `${told}: ${fresh} of 120 values`);
    const expected = fresh === 120 ? [120, before.length + 1] : [before.values ?? 0, before.length];
    assert.deepEqual([values.length, notes], expected, told);
    before = Object.assign(Array(notes).fill(0), { values: values.length });
    expectQuiet(page);
  }
  await context.close();
});

test("a full store is said within a second, keeps everything in memory, and is caught up with once there is room", async (t) => {
  const first = await person(t);
  await newProject(first.page, "Full");
  const address = `${base(first.page)}/settings`;
  await first.context.close();
  // A browser that has met plenty of room asks again only after a while.
  const { context, page } = await person(t, { profile: first.profile });
  const cdp = await context.newCDPSession(page);
  const origin = new URL(site.url).origin;
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto(address);
  await why(page).waitFor();
  await page.evaluate(() => {
    const status = document.querySelector(".saved-state");
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent))
      .observe(status, { childList: true, characterData: true, subtree: true });
  });
  await why(page).fill("There was no room for this");
  const full = say("frame.not_saved").replace("{why}", say("storage.full"));
  await state(page).getByText(full).waitFor({ timeout: 1_000 });
  await expectAccessible(page, "full");
  await page.waitForTimeout(1_500);
  assert.ok(!(await page.evaluate(() => window.said)).includes(say("frame.saved")), "“Saved” was said meanwhile");
  assert.equal(await why(page).inputValue(), "There was no room for this");
  assert.match(await exported(page), /There was no room for this/);

  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  // The app tries again by itself too; the button may be gone before the click.
  await button(page, "frame.save_again").click({ timeout: 3_000 }).catch(() => {});
  await saved(page);
  await place(page, "/settings", why(page));
  await page.reload();
  await why(page).waitFor();
  assert.equal(await why(page).inputValue(), "There was no room for this");
  expectQuiet(page);
});

test("a browser that forbids storing is worked in, and says that nothing is kept", async (t) => {
  // As “block all cookies” leaves the profile: local storage and database are denied.
  const profile = mkdtempSync(path.join(folder, "profile-"));
  mkdirSync(path.join(profile, "Default"), { recursive: true });
  writeFileSync(path.join(profile, "Default/Preferences"), JSON.stringify({
    profile: { default_content_setting_values: { cookies: 2 } },
  }));
  const { page } = await person(t, { profile });
  await open(page, site.url);
  assert.equal(await page.evaluate(() => { try { return Boolean(localStorage); } catch { return false; } }), false);
  await button(page, "projects.new").click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("In memory");
  await button(page, "projects.create").click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  const denied = say("frame.not_saved").replace("{why}", say("storage.denied"));
  await state(page).getByText(denied).waitFor();
  assert.match(await exported(page), /In memory/);
  await expectAccessible(page, "denied");
  assert.ok(await state(page).getByText(denied).isVisible());
  expectQuiet(page);
});

test("the second copy emptied beside an intact database is said and written again", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Kept");
  await bootCopyWritten(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByText(say("storage.copy_lost")).waitFor();
  await page.getByText("Kept").first().waitFor();
  await bootCopyWritten(page);
  await page.reload();
  await page.getByText("Kept").first().waitFor();
  assert.equal(await page.getByText(say("storage.copy_lost")).count(), 0, "it was said twice");
  expectQuiet(page);
});

test("a database emptied between two visits is restored from the second copy, said, and filled again", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Restored");
  await place(page, "/settings", why(page));
  await why(page).fill("Written down twice");
  await settled(page);
  await bootCopyWritten(page);
  await dropDatabase(page);
  await page.reload();
  await page.getByText(say("storage.from_boot_copy")).waitFor();
  assert.equal(await why(page).inputValue(), "Written down twice");
  await saved(page);
  assert.ok((await rows(page)).some((row) => row.body.includes("Written down twice")), "the database is filled again");
  await page.reload();
  await why(page).waitFor();
  assert.equal(await page.getByText(say("storage.from_boot_copy")).count(), 0);
  expectQuiet(page);
});

test("a database whose files were damaged is restored from the second copy", async (t) => {
  const { profile, context, page } = await person(t);
  await newProject(page, "Damaged files");
  await bootCopyWritten(page);
  const address = base(page);
  await context.close();
  const databases = path.join(profile, "Default/IndexedDB");
  const own = readdirSync(databases).find((name) => name.endsWith(".indexeddb.leveldb"));
  for (const file of readdirSync(path.join(databases, own))) {
    writeFileSync(path.join(databases, own, file), "no database\n".repeat(50));
  }
  // Chromium itself complains of what it finds.
  const again = await person(t, { profile, allow: [/IndexedDB|backing store/i] });
  await again.page.goto(address);
  await again.page.getByText(say("storage.from_boot_copy")).waitFor();
  await again.page.getByText("Damaged files").first().waitFor();
  expectQuiet(again.page);
});

test("a database that does not open leaves the second copy in use, and is not called saved", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Unopened");
  await bootCopyWritten(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = function open() {
      throw new DOMException("Internal error opening backing store for indexedDB.open.", "UnknownError");
    };
  });
  await page.reload();
  await page.getByText(say("storage.from_boot_copy")).waitFor();
  await place(page, "/settings", why(page));
  await why(page).fill("In memory only");
  await state(page).getByText(say("frame.not_saved").replace("{why}", say("storage.unavailable"))).waitFor();
  assert.match(await exported(page), /In memory only/);
  expectQuiet(page);
});

test("both copies gone but for the marker, no first visit is pretended", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Gone");
  await bootCopyWritten(page);
  await page.goto(site.url);
  await expectApp(page);
  await page.evaluate(() => localStorage.removeItem("crm-readiness:boot"));
  await dropDatabase(page);
  await page.reload();
  await page.getByText(say("storage.vanished")).waitFor();
  await button(page, "plan.import").first().waitFor();
  assert.equal(await page.getByText(say("projects.lead")).count(), 0, "the welcome of a first visit");
  await expectAccessible(page, "vanished");
  expectQuiet(page);
});

test("a database emptied under an open page is noticed, and “Try again” writes everything anew", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Emptied");
  await place(page, "/settings", why(page));
  await why(page).fill("Before");
  await settled(page);
  await bootCopyWritten(page);
  await dropDatabase(page);
  // Neither a look at what other windows saved nor the second copy follows it.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.waitForTimeout(2_000);
  assert.equal(await why(page).inputValue(), "Before");
  assert.match(await page.evaluate(() => localStorage.getItem("crm-readiness:boot")), /Before/);
  await page.getByRole("textbox", { name: say("overview.benefit") }).fill("After");
  await state(page).getByText(say("frame.not_saved").replace("{why}", say("storage.lost_ground"))).waitFor();
  await button(page, "frame.save_again").click();
  await saved(page);
  await page.reload();
  await why(page).waitFor();
  assert.equal(await why(page).inputValue(), "Before");
  assert.equal(await page.getByRole("textbox", { name: say("overview.benefit") }).inputValue(), "After");
  expectQuiet(page);
});

test("one damaged record is set aside byte for byte and all others load", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Whole");
  await place(page, "/people", page.locator(".register-new textarea").first());
  for (const name of ["Ada", "Grace"]) {
    await page.locator(".register-new textarea").first().fill(name);
    await page.keyboard.press("Enter");
  }
  await settled(page);
  const damaged = '{"format":1,"position":0,"data":{"na\u0000';
  const key = await page.evaluate((body) => new Promise((resolve) => {
    const request = indexedDB.open("crm-readiness");
    request.onsuccess = () => {
      const records = request.result.transaction("records", "readwrite").objectStore("records");
      const all = records.getAll();
      all.onsuccess = () => {
        const row = all.result.find((one) => one.body.includes('"Ada"'));
        records.put({ ...row, body });
        records.transaction.oncomplete = () => { request.result.close(); resolve(row.key); };
      };
    };
  }), damaged);
  await page.reload();
  const banner = page.getByRole("complementary", { name: say("storage.set_aside_label") });
  await banner.waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "Grace"));
  const [download] = await Promise.all([
    page.waitForEvent("download"), banner.getByRole("button", { name: say("storage.download_raw") }).click(),
  ]);
  assert.equal(JSON.parse(readFileSync(await download.path(), "utf8"))[key], damaged);
  await page.locator(".register-new textarea").first().fill("Mary");
  await page.keyboard.press("Enter");
  await settled(page);
  const stored = await rows(page);
  assert.equal(stored.find((row) => row.key === key).body, damaged, "it was rewritten");
  assert.ok(stored.some((row) => row.body.includes('"Mary"')));
  expectQuiet(page);
});

/** Types a text; 30 ms after its last key the page reloads, with no field left. */
async function typeAndReload(page, field, text) {
  await field.focus();
  await field.fill(text.slice(0, -1));
  const loaded = page.waitForEvent("load");
  await page.evaluate(() => addEventListener("input", () => setTimeout(() => location.reload(), 30), { capture: true, once: true }));
  await page.keyboard.press("End");
  await page.keyboard.press(text.slice(-1));
  await loaded;
  await expectApp(page);
}

test("what was typed 30 ms before a reload is there, in every kind of field", async (t) => {
  const { page } = await person(t);
  await newProject(page, "Reloaded");
  await place(page, "/settings", why(page));
  await typeAndReload(page, why(page), "No field was left");
  assert.equal(await why(page).inputValue(), "No field was left");
  const grace = page.getByRole("textbox", { name: say("settings.grace") });
  await typeAndReload(page, grace, "17");
  assert.equal(await grace.inputValue(), "17");
  const stage = page.locator(".register-new textarea").first();
  await place(page, "/funding", stage);
  await typeAndReload(page, stage, "Pilot");
  const named = page.locator("main textarea").first();
  await named.waitFor();
  assert.equal(await named.inputValue(), "Pilot");
  const needed = page.locator('main input[id$="-needed"]').first();
  await typeAndReload(page, needed, "12345");
  assert.equal((await needed.inputValue()).replace(/\D/g, ""), "12345");

  await place(page, "/goals", button(page, "goals.add_indicator").first());
  await button(page, "goals.add_indicator").first().click();
  await page.getByRole("textbox", { name: say("definition.name") }).first().fill("Answer time");
  const target = page.getByRole("textbox", { name: say("definition.target"), exact: true });
  await typeAndReload(page, target, "20");
  assert.equal(await target.inputValue(), "20");
  await page.getByRole("link", { name: say("definition.open_chart") }).first().click();
  await page.locator("#new-period").fill("2026-10");
  await page.locator("#new-value").fill("45");
  await page.keyboard.press("Enter");
  const value = page.locator("#value-2026-10-value");
  await value.waitFor();
  await typeAndReload(page, value, "44");
  assert.equal(await value.inputValue(), "44");
  const note = page.locator("#value-2026-10-note");
  await typeAndReload(page, note, "a new team");
  assert.equal(await note.inputValue(), "a new team");
  expectQuiet(page);
});

test("a disk that fills up is said, nothing is called saved, and room lets it catch up", async (t) => {
  const disk = path.join(folder, "disk");
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=192m", "tmpfs", disk], { stdio: "pipe" });
  } catch (error) {
    t.skip(`no small disk to fill: mounting one takes root (${String(error.message).split("\n")[0]})`);
    return;
  }
  t.after(() => { try { execFileSync("umount", ["-l", disk], { stdio: "pipe" }); } catch { /* gone */ } });
  const { context, page } = await person(t, { profile: path.join(disk, "profile"), allow: [/./] });
  t.after(() => context.close().catch(() => {}));
  await newProject(page, "Small disk");
  await place(page, "/settings", why(page));
  const filler = path.join(disk, "filler");
  for (const block of [1 << 20, 4096]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(block), { flag: "a" });
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    }
  }
  assert.equal(statfsSync(disk).bavail, 0);
  await page.evaluate(() => {
    const status = document.querySelector(".saved-state");
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent))
      .observe(status, { childList: true, characterData: true, subtree: true });
  });
  // More than what a file set aside for the database's log may still take.
  const text = "no room ".repeat(1_200);
  await why(page).fill(text);
  await page.getByRole("textbox", { name: say("overview.benefit") }).fill(text);
  const notSaved = say("frame.not_saved").split("{")[0];
  await state(page).getByText(notSaved).waitFor({ timeout: 5_000 });
  assert.ok(!(await page.evaluate(() => window.said)).includes(say("frame.saved")), "“Saved” was said on a full disk");
  assert.equal(await why(page).inputValue(), text);
  rmSync(filler);
  await button(page, "frame.save_again").click();
  await saved(page);
  await page.reload();
  await why(page).waitFor();
  assert.equal(await why(page).inputValue(), text);
});

/** Two windows on one project; the second never looks at what the first saves. */
async function twoWindows(t, name) {
  const { context, page: one } = await person(t);
  await newProject(one, name);
  const two = watch(await context.newPage());
  return { one, two };
}

test("a project deleted in another window is gone here too, and this window says so", async (t) => {
  const { one, two } = await twoWindows(t, "Deleted there");
  await two.goto(`${base(one)}/settings`);
  await why(two).waitFor();
  await one.bringToFront();
  await one.goto(site.url);
  await button(one, "projects.delete").or(one.getByRole("button", { name: /^Delete/ })).first().click();
  await one.getByRole("group").getByRole("button", { name: say("projects.delete"), exact: true }).click();
  await settled(one);
  await two.bringToFront();
  await two.evaluate(() => window.dispatchEvent(new Event("focus")));
  await two.getByText(say("windows.deleted_elsewhere").replace("{name}", "Deleted there")).waitFor();
  await two.getByRole("heading", { level: 1, name: say("frame.not_here") }).waitFor();
  await expectAccessible(two, "deleted elsewhere");
  [one, two].forEach(expectQuiet);
});

test("a project deleted in another window comes back whole with an edit made here later", async (t) => {
  const { one, two } = await twoWindows(t, "Edited here");
  await two.addInitScript(() => window.addEventListener("focus", (event) => event.stopImmediatePropagation(), true));
  await two.addInitScript(() => document.addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), true));
  await two.goto(`${base(one)}/settings`);
  await why(two).fill("Kept as well");
  await settled(two);
  await place(two, "/people", two.locator(".register-new textarea").first());
  await one.reload();
  await expectApp(one);
  await one.goto(site.url);
  await one.getByRole("button", { name: /^Delete/ }).first().click();
  await one.getByRole("group").getByRole("button", { name: say("projects.delete"), exact: true }).click();
  await settled(one);
  assert.deepEqual(await rows(one), []);
  await two.locator(".register-new textarea").first().fill("Ada");
  await two.getByText(say("windows.brought_back").replace("{name}", "Edited here")).waitFor();
  await settled(two);
  await two.reload();
  await two.waitForFunction(() => [...document.querySelectorAll("textarea")].some((field) => field.value === "Ada"));
  assert.equal(await two.getByRole("complementary", { name: say("storage.set_aside_label") }).count(), 0);
  await place(two, "/settings", why(two));
  assert.equal(await why(two).inputValue(), "Kept as well");
  [one, two].forEach(expectQuiet);
});
