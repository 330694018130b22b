// Gaps become actions and risks in one click, get done, and go into a
// calendar; verdicts are recorded at their gates; the sample gets from no to
// ready by the shortest way alone. By visible names, in every
// language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import {
  DESKTOP, LANGUAGES, PHONE, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch,
  newPage, open, projectOf, serve,
} from "./support.mjs";
import { words } from "./words.mjs";

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, slot) => values[slot] ?? "");

async function sample(page, say) {
  await open(page, site.url);
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  return `${site.url}#/p/${projectOf(page)}`;
}

async function place(page, say, key) {
  await page.getByRole("navigation", { name: say("frame.places") })
    .getByRole("link", { name: say(key), exact: true }).click();
}

async function expectSaved(page, say) {
  await page.clock.runFor(1_000);
  await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
}

/** The shortest way on the page. */
const way = (page, say) => page.getByRole("region", { name: say("way.heading") });

/** The lines of a calendar file, unfolded. */
const unfolded = (text) => text.replaceAll("\r\n ", "").split("\r\n");

for (const lang of LANGUAGES) {
  describe(`actions, ${lang}`, () => {
    const say = words(lang);

    test("a gap becomes an action in one click, is done, and the way says what is still missing", async () => {
      const page = await newPage(browser, { lang });
      const base = await sample(page, say);
      const steps = way(page, say).getByRole("listitem");
      await steps.first().waitFor();
      const before = await steps.count();
      const step = steps.filter({ has: page.getByRole("button", { name: new RegExp("^" + say("actions.make_action")) }) }).first();
      const title = await step.getByRole("link").first().innerText();
      await step.getByRole("button").first().click();
      const link = way(page, say).getByRole("link", { name: filled(say("actions.action_of"), { what: title }) });
      await link.waitFor();
      assert.equal(await link.evaluate((found) => found === document.activeElement), true, "focus follows");
      await link.click();
      const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: title }) }).last();
      const field = row.getByRole("textbox").first();
      await field.waitFor();
      assert.equal(await field.inputValue(), title);
      // Owner and day came along from the gap.
      assert.ok(await row.getByRole("combobox").first().inputValue());
      await row.getByRole("combobox").nth(1).selectOption({ label: say("actions.state_done") });
      await row.getByText(say("actions.still_missing")).waitFor();
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await page.getByText(say("actions.still_missing")).first().waitFor();
      await page.goto(base);
      await steps.first().waitFor();
      assert.equal(await steps.count(), before, "what is done is not yet there");
      expectQuiet(page);
      await page.context().close();
    });

    test("what is overdue stands first, is done with one button and comes back with undo", async () => {
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await place(page, say, "actions.heading");
      const late = page.getByRole("region", { name: say("actions.overdue"), exact: true });
      await late.waitFor();
      assert.equal(await late.getByRole("listitem").count(), 1);
      await late.getByRole("button").click();
      await late.waitFor({ state: "detached" });
      await button(page, say("frame.undo")).click();
      await late.waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("the calendar file holds what is due, each day once, in lines that fit", async () => {
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await place(page, say, "actions.heading");
      const [download] = await Promise.all([
        page.waitForEvent("download"), button(page, say("actions.calendar")).click(),
      ]);
      assert.ok(download.suggestedFilename().endsWith(".ics"));
      const text = readFileSync(await download.path(), "utf8");
      for (const line of text.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
      }
      const lines = unfolded(text);
      assert.equal(lines[0], "BEGIN:VCALENDAR");
      const of = (name) => lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
      const ids = of("UID:");
      assert.equal(new Set(ids).size, ids.length);
      assert.equal(ids.length, of("BEGIN:VEVENT").length);
      // Four open actions, four gaps with a day, four open risks.
      assert.equal(ids.length, 12);
      assert.ok(of("DTSTART;VALUE=DATE:").includes("20261127"));
      assert.ok(of("SUMMARY:").length === 12 && of("SUMMARY:").every((one) => one.length > 3));
      assert.ok(!text.includes("pack."), "questions are named");
      expectQuiet(page);
      await page.context().close();
    });

    test("a risk is typed, rated, and stands in its cell of the matrix", async () => {
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await place(page, say, "actions.heading");
      const tabs = page.getByRole("navigation", { name: say("actions.tabs") });
      await tabs.getByRole("link").nth(1).click();
      const table = page.getByRole("table", { name: say("actions.all_risks") });
      const fresh = table.getByRole("row").last();
      await fresh.getByRole("textbox").first().fill("Nobody maintains the data");
      const row = table.getByRole("row").nth(6);
      await row.getByRole("combobox").nth(0).selectOption({ label: say("actions.likelihood_5") });
      await row.getByRole("combobox").nth(1).selectOption({ label: say("actions.impact_3") });
      const matrix = page.getByRole("region", { name: say("actions.matrix") }).getByRole("table");
      const own = matrix.getByRole("row", { name: new RegExp("^" + say("actions.likelihood_5")) });
      await own.getByRole("link", { name: /Nobody maintains the data/ }).waitFor();
      await row.getByText("15").waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("a verdict is recorded with name and signer, and the next gate begins", async () => {
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await place(page, say, "frame.readiness");
      await button(page, say("gates.record")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: say("gates.name") }).fill("Board, first reading");
      await dialog.getByLabel(say("gates.signer")).selectOption({ index: 2 });
      await dialog.getByRole("checkbox").check();
      await button(dialog, say("gates.confirm")).click();
      const recorded = page.getByRole("region", { name: say("gates.table") }).getByRole("table");
      const row = recorded.getByRole("row", { name: /Board, first reading/ });
      await row.waitFor();
      await row.getByText(say("verdict.not_ready")).waitFor();
      assert.equal(await page.getByRole("radio", { name: say("gates.pilot") }).isChecked(), true);
      // One step: record and gate go together, and come again together.
      await button(page, say("frame.undo")).click();
      await row.waitFor({ state: "detached" });
      assert.equal(await page.getByRole("radio", { name: say("gates.start") }).isChecked(), true);
      await button(page, say("frame.redo")).click();
      await row.waitFor();
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await row.waitFor();
      // Recorded just now, so today says the same; the first look did not.
      await page.getByText(say("gates.compare_same")).waitFor();
      await page.getByLabel(say("gates.compare_from"), { exact: true }).selectOption({ index: 0 });
      const compared = page.getByRole("region", { name: say("gates.compare") });
      assert.equal(await compared.getByRole("row").count(), 4, "a head and three gates that moved");
      await compared.getByRole("row").nth(1).getByText(say("standing.proven")).waitFor();
      await expectAccessible(page, `${lang} comparison`);
      expectQuiet(page);
      await page.context().close();
    });
  });
}

test("every number of verdict and score opens how it is worked out", async () => {
  const say = words("en");
  const page = await newPage(browser, {});
  await sample(page, say);
  await button(page, say("overview.verdict_receipt")).click();
  await page.getByRole("dialog").getByText(say("readiness.rule_holds")).waitFor();
  await expectAccessible(page, "receipt of the verdict");
  await page.keyboard.press("Escape");
  const sections = page.getByRole("region", { name: say("overview.sections") });
  for (const [place, total] of [[0, /1 ÷ 2 = 50%/], [4, /4\.5 ÷ 7 = 64%/]]) {
    await sections.getByRole("button").nth(place).click();
    await page.getByRole("dialog").getByText(total).waitFor();
    await page.keyboard.press("Escape");
  }
  expectQuiet(page);
  await page.context().close();
});

test("each step leads into the field where its fact is put in", async () => {
  const say = words("en");
  const page = await newPage(browser, {});
  const base = await sample(page, say);
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const expectFocus = async (id) => {
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5_000 })
      .catch(async () => assert.equal(await focused(), id));
  };
  const steps = [
    [/Find the money for the stage/, "s5amp0003-secured"],
    [/Name an owner for the integration/, "n5amp0003-owner"],
    [/Bring to a yes: Environment/, "answer-1"],
  ];
  for (const [name, field] of steps) {
    await page.goto(base);
    await way(page, say).getByRole("link", { name }).click();
    await page.clock.runFor(200);
    await expectFocus(field);
  }
  expectQuiet(page);
  await page.context().close();
});

/** Puts in the fact a step asks for, on the field its link leads to. */
async function carryOut(page, say) {
  const hash = new URL(page.url()).hash;
  const focused = page.locator(":focus");
  const sheetCell = (column, id) => page.locator(`#${id}-${column}`);
  const [, cell, column] = hash.match(/(?:funding|integrations)\/([a-z0-9]{9})-(\w+)$/) ?? [];
  if (column === "secured") {
    await sheetCell(column, cell).waitFor();
    const needed = (await sheetCell("needed", cell).inputValue()).replaceAll(",", "");
    await focused.fill(needed);
    await page.keyboard.press("Tab");
  } else if (column === "owner") {
    await focused.selectOption({ index: 1 });
  } else if (hash.includes("/customer/case-")) {
    const number = hash.match(/case-(\d+)/)[1];
    const heads = page.getByRole("row").filter({ has: page.locator(":focus") });
    const text = await heads.getByRole("rowheader").first().innerText();
    assert.ok(number && text.length > 5);
    for (const one of await heads.getByRole("gridcell").all()) {
      await one.focus();
      await page.keyboard.press("y");
    }
  } else if (hash.includes("/customer/")) {
    const signatures = page.getByRole("region", { name: say("board.signatures"), exact: true });
    const open = signatures.getByRole("listitem").filter({ has: page.getByRole("combobox", { name: say("board.signer") }) }).first();
    await open.getByRole("combobox", { name: say("board.signer") }).selectOption({ index: 1 });
    await open.getByRole("button").last().click();
  } else if (await focused.getAttribute("id") === "answer-1") {
    await page.keyboard.press("Space");
  } else {
    assert.equal(await focused.getAttribute("id"), "evidence-1-text");
    await focused.fill("Minutes of the steering committee");
  }
}

test("the sample goes from no to ready by following only the shortest way", async () => {
  const say = words("en");
  const page = await newPage(browser, {});
  const base = await sample(page, say);
  const links = way(page, say).getByRole("listitem").locator("a.fact-name");
  const left = async () => {
    await page.goto(base);
    await way(page, say).waitFor();
    return links.count();
  };
  let before = await left();
  assert.ok(before >= 9, `${before} facts are missing at first`);
  assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).startsWith(say("verdict.not_ready")));
  while (before > 0) {
    const step = links.first();
    const name = await step.innerText();
    await step.click();
    await page.clock.runFor(200);
    await page.waitForFunction(() => !["BODY", "H1"].includes(document.activeElement?.tagName ?? "BODY"));
    await carryOut(page, say);
    await page.clock.runFor(200);
    const now = await left();
    assert.equal(now, before - 1, `one fact less after: ${name}`);
    before = now;
  }
  assert.ok((await page.getByRole("heading", { level: 1 }).innerText()).startsWith(say("verdict.ready")));
  await page.getByText(filled(say("way.there"), { outcome: say("verdict.ready") })).waitFor();
  expectQuiet(page);
  await page.context().close();
});

for (const [lang, theme, viewport] of [["en", "light", DESKTOP], ["ru", "dark", PHONE], ["zh", "light", PHONE]]) {
  test(`axe finds nothing and nothing scrolls sideways: ${lang}, ${theme}, ${viewport.width}`, async () => {
    const say = words(lang);
    const page = await newPage(browser, { lang, theme, viewport });
    const base = await sample(page, say);
    const failures = [];
    for (const rest of ["", "/actions", "/risks", "/readiness", "/report"]) {
      await page.goto(base + rest);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.clock.runFor(300);
      for (const check of [expectAccessible, expectNoSidewaysScroll]) {
        await check(page, rest).catch((error) => failures.push(`${rest}: ${error.message}`));
      }
    }
    assert.deepEqual(failures, []);
    expectQuiet(page);
    await page.context().close();
  });
}
