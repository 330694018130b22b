// What makes every day quicker: finding a place by words, being known by name,
// pictures for slides, tables that are read as the last time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch, newPage, open,
  picture, projectOf, serve,
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

const heading = (page) => page.getByRole("heading", { level: 1 });
const base = (page) => `${site.url}#/p/${projectOf(page)}`;

async function sample(options = {}) {
  const page = await newPage(browser, options);
  const say = words(options.lang ?? "en");
  await open(page, site.url);
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  return { page, say };
}

async function saved(page, say) {
  await page.clock.runFor(1_000);
  await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
}

describe("the search", () => {
  for (const lang of LANGUAGES) {
    test(`opens what it finds by keyboard alone, ${lang}`, async () => {
      const { page, say } = await sample({ lang });
      await page.keyboard.press("Control+k");
      const dialog = page.getByRole("dialog", { name: say("search.heading") });
      const field = dialog.getByRole("combobox", { name: say("search.label") });
      await field.waitFor();
      assert.equal(await field.evaluate((own) => own === document.activeElement), true);
      assert.ok((await dialog.getByRole("option").count()) >= 12, "without words the places are offered");
      await expectAccessible(page, `search ${lang}`);
      // By a part of its name in the other case, as people type.
      const wanted = say("frame.people");
      await page.keyboard.type(wanted.slice(0, 2).toUpperCase());
      await dialog.getByRole("option").filter({ hasText: wanted }).first().waitFor();
      const active = () => field.getAttribute("aria-activedescendant");
      const first = await active();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      assert.equal(await active(), first);
      while (!(await dialog.locator('[aria-selected="true"]').innerText()).includes(wanted)) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "hidden" });
      await page.getByRole("heading", { level: 1, name: wanted }).waitFor();
      assert.ok(page.url().endsWith("/people"));
      await page.waitForFunction(() => document.activeElement?.tagName === "H1");
      expectQuiet(page);
      await page.context().close();
    });
  }

  test("leads to the very record: an indicator, an action's cell, a person's cell, a goal", async () => {
    const { page, say } = await sample();
    const open = async (text, kind) => {
      await button(page, say("search.open")).click();
      const dialog = page.getByRole("dialog", { name: say("search.heading") });
      await dialog.getByRole("combobox").fill(text);
      await dialog.getByRole("option").filter({ hasText: say(`search.kind_${kind}`) }).first().click();
      await dialog.waitFor({ state: "hidden" });
    };
    await page.goto(`${base(page)}/actions`);
    const action = page.locator('main textarea[id$="-title"]').first();
    await action.waitFor();
    const [id, title] = [await action.getAttribute("id"), await action.inputValue()];
    await page.goto(`${base(page)}/people`);
    const person = page.locator('main textarea[id$="-name"]').first();
    await person.waitFor();
    const [personId, name] = [await person.getAttribute("id"), await person.inputValue()];
    await page.goto(`${base(page)}/goals`);
    const goal = page.locator('main h2[id^="goal-"]').first();
    await goal.waitFor();
    const [goalId, statement] = [await goal.getAttribute("id"), await goal.innerText()];
    const indicator = await page.getByRole("table").first().getByRole("link").first().innerText();

    await open(title, "action");
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
    await open(name, "person");
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, personId);
    // Already there: the focus goes to it all the same.
    await heading(page).click();
    await open(name, "person");
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, personId);
    await open(statement, "goal");
    await page.waitForFunction((wanted) => document.activeElement?.id === wanted, goalId);
    await open(indicator, "indicator");
    await page.getByRole("figure").first().waitFor();
    assert.match(page.url(), /\/indicator\/i[0-9a-z]{8}$/);
    expectQuiet(page);
    await page.context().close();
  });

  test("says when nothing fits, closes with Escape, and fits a phone", async () => {
    const { page, say } = await sample({ viewport: PHONE, theme: "dark" });
    await expectNoSidewaysScroll(page);
    await button(page, say("search.open")).click();
    const dialog = page.getByRole("dialog", { name: say("search.heading") });
    await dialog.getByRole("combobox").fill("zzzz");
    await dialog.getByRole("status").getByText(say("search.none")).waitFor();
    assert.equal(await dialog.getByRole("option").count(), 0);
    await page.keyboard.press("Enter");
    await expectAccessible(page, "search on a phone");
    await expectNoSidewaysScroll(page);
    await dialog.getByRole("combobox").fill("a");
    await picture(page, "search-phone");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent.includes("Search")), true);
    expectQuiet(page);
    await page.context().close();
  });
});

test("“You are …” stays in the browser and stands first wherever a name is asked", async () => {
  const { page, say } = await sample();
  await page.goto(`${base(page)}/people`);
  const you = page.locator("main").getByRole("combobox", { name: say("people.you") });
  await you.waitFor();
  const option = you.getByRole("option").nth(1);
  const [id, name] = [await option.getAttribute("value"), await option.innerText()];
  await you.selectOption(id);
  await expectAccessible(page, "you are");

  // The header menu says the same, and survives a reload.
  await saved(page, say);
  await page.reload();
  await expectApp(page);
  await button(page, say("frame.menu")).click();
  const inMenu = page.locator("#main-menu").getByRole("combobox", { name: say("people.you") });
  await inMenu.waitFor();
  assert.equal(await inMenu.inputValue(), id);
  await page.keyboard.press("Escape");

  // Evidence written here is vouched for by you; emptied again it leaves nothing behind.
  await page.goto(`${base(page)}/readiness/q/ready.strategy`);
  await page.getByRole("radio").first().check();
  const add = button(page, say("walk.add_evidence"));
  await add.click();
  const pieces = page.locator('.walk-piece input[id$="-text"]');
  const row = (await pieces.count()) - 1;
  await pieces.nth(row).fill("Minutes of the board");
  const by = page.locator(".walk-piece").nth(row).getByRole("combobox", { name: say("walk.evidence_person") });
  assert.equal(await by.inputValue(), id);

  // The verdict is signed by you unless you choose somebody else.
  await page.goto(`${base(page)}/readiness`);
  await button(page, say("gates.record")).click();
  const signer = page.getByRole("dialog").getByRole("combobox", { name: say("gates.signer") });
  await signer.waitFor();
  assert.equal(await signer.inputValue(), id);
  await page.keyboard.press("Escape");

  // The plan says nothing of it.
  await page.goto(`${base(page)}/report`);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, say("plan.export")).click()]);
  const plan = readFileSync(await download.path(), "utf8");
  assert.ok(plan.includes(name) && !/^\s*you:/m.test(plan));
  const stored = await page.evaluate(() => localStorage.getItem("crm-readiness:you"));
  assert.equal(JSON.parse(stored), `${projectOf(page)}:${id}`);
  expectQuiet(page);
  await page.context().close();
});

describe("a chart as PNG", () => {
  /** Width and height of a PNG, from its first chunk. */
  const sizeOf = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

  for (const theme of ["light", "dark"]) {
    test(`is the picture of the page at twice its size, ${theme}`, async () => {
      const { page, say } = await sample({ theme });
      await page.goto(`${base(page)}/goals`);
      await page.getByRole("table").first().getByRole("link").first().click();
      const figure = page.getByRole("figure").first();
      const drawn = figure.locator("svg.c-chart").first();
      await drawn.waitFor();
      const [width, height] = await drawn.evaluate((svg) => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
      const [download] = await Promise.all([
        page.waitForEvent("download"), figure.getByRole("button", { name: say("chart.download_png") }).click(),
      ]);
      assert.match(download.suggestedFilename(), /\.png$/);
      const bytes = readFileSync(await download.path());
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      assert.deepEqual(sizeOf(bytes), [2 * width, 2 * height]);
      // What it shows: paper in a corner, ink and accent somewhere.
      const seen = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const dots = context.getImageData(0, 0, image.width, image.height).data;
        const colours = new Set();
        for (let at = 0; at < dots.length; at += 4) colours.add((dots[at] << 16) | (dots[at + 1] << 8) | dots[at + 2]);
        return { corner: [...dots.subarray(0, 4)], accent: colours.has(0x1f5fbf), darkAccent: colours.has(0x8ab4f8) };
      }, bytes.toString("base64"));
      assert.deepEqual(seen.corner, theme === "dark" ? [0x14, 0x17, 0x1a, 255] : [0xfc, 0xfc, 0xfa, 255]);
      assert.ok(theme === "dark" ? seen.darkAccent : seen.accent, "nothing is drawn in the accent");
      expectQuiet(page);
      await page.context().close();
    });
  }

  test("says so when the browser lets no page draw", async () => {
    const { page, say } = await sample();
    await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = (done) => setTimeout(() => done(null)); });
    await page.goto(`${base(page)}/goals`);
    await page.getByRole("table").first().getByRole("link").first().click();
    const figure = page.getByRole("figure").first();
    await figure.getByRole("button", { name: say("chart.download_png") }).click();
    await page.clock.runFor(1_000);
    await page.getByText(say("chart.png_failed")).waitFor();
    expectQuiet(page);
    await page.context().close();
  });
});

test("the next table of a source is read as the last one, says so, and can be read afresh", async () => {
  const say = words("en");
  const page = await newPage(browser, {});
  await open(page, site.url);
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Monthly");
  await button(page, say("projects.create")).click();
  await page.goto(`${base(page)}/goals`);
  await button(page, say("goals.add_indicator")).first().click();
  await page.getByRole("textbox", { name: say("definition.name") }).first().fill("Cost");
  await page.getByRole("link", { name: say("definition.open_chart") }).first().click();
  const dialog = page.getByRole("dialog");
  const paste = async (text) => {
    await button(page, say("indicator.paste")).click();
    await dialog.getByRole("textbox", { name: say("import.paste_here") }).fill(text);
    await dialog.getByLabel(say("import.value_column")).waitFor();
  };
  const told = () => dialog.getByText(say("import.as_before"));
  await paste("Month\tBudget\tSpent\n2026-08\t10\t1,234\n2026-09\t10\t1,250\n");
  assert.equal(await told().count(), 0, "there was no import before");
  await dialog.getByLabel(say("import.value_column")).selectOption({ label: "Spent" });
  await dialog.getByRole("radio", { name: /1\.234/ }).check();
  await dialog.getByRole("button", { name: /2/ }).last().click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator("#value-2026-09-value").waitFor();
  assert.equal(await page.locator("#value-2026-09-value").inputValue(), "1.25");
  await saved(page, say);
  await page.reload();
  await expectApp(page);

  // The next month: columns in another order, one more of them.
  await paste("Note\tSpent\tMonth\tBudget\nx\t1,275\t2026-10\t11\n");
  await told().waitFor();
  await expectAccessible(page, "as before");
  const value = dialog.getByLabel(say("import.value_column"));
  assert.equal(await value.evaluate((select) => select.selectedOptions[0].textContent), "Spent");
  assert.equal(await dialog.getByRole("radio", { name: /1\.275/ }).isChecked(), true, "the decimal mark is known");
  await picture(page, "import-as-before");
  await button(page, say("import.afresh")).click();
  await told().waitFor({ state: "hidden" });
  assert.equal(await value.evaluate((select) => select.selectedOptions[0].textContent), "Budget", "what seems meant");
  await button(page, say("import.cancel")).click();

  // A table of another source is read by itself.
  await paste("When\tAmount\n2026-10\t5\n");
  assert.equal(await told().count(), 0);
  expectQuiet(page);
  await page.context().close();
});

test("a page that is gone to begins at its top, however far down the last one was", async () => {
  const { page, say } = await sample({ viewport: PHONE });
  await page.goto(`${base(page)}/report`);
  await heading(page).waitFor();
  // Just so far that the next heading is in sight, and focus alone moves nothing.
  await page.evaluate(() => scrollTo(0, 30));
  await page.getByRole("navigation", { name: say("frame.places") }).getByRole("link", { name: say("frame.goals") }).click();
  await page.getByRole("heading", { level: 1, name: say("frame.goals") }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  assert.equal(await page.evaluate(() => scrollY), 0);
  expectQuiet(page);
});
