// The registers behind the answers, by visible names: money filled by pasting
// what a spreadsheet holds, the answer turning green and back by undo; systems
// with their owner; what does not fit is shown first; all by keyboard.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch, newPage, open,
  projectOf, serve, slots,
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

/** A page that may read and write the clipboard, as a person's may. */
const newWriter = (options) => newPage(browser, {
  ...options, context: { permissions: ["clipboard-read", "clipboard-write"] },
});

async function newProject(page, say, place) {
  await open(page, site.url);
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Registers");
  await button(page, say("projects.create")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function sample(page, say, place) {
  await open(page, site.url);
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Copies a text and pastes it into whatever has the focus. */
async function paste(page, text) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

/** Waits until the page says what a register shows. */
async function expectAnswer(page, say, key) {
  const name = key ? slots(say("walk.register_shows"), { answer: say(key) }) : say("walk.register_empty");
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

/** The field of a column in the row of a name. */
const cell = (page, say, column, row, role = "textbox") => page.getByRole(role, {
  name: slots(say("sheet.field_of"), { field: say(`sheet.${column}`), row }), exact: true,
});

async function expectSaved(page, say) {
  await page.clock.runFor(1_000);
  await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
}

/** Waits until what is named so has the focus: it moves with the next drawing. */
const expectFocus = (page, name) => page.waitForFunction(
  (wanted) => document.activeElement?.getAttribute("aria-label") === wanted, name,
);

for (const lang of LANGUAGES) {
  describe(`registers, ${lang}`, () => {
    const say = words(lang);

    test("a pasted block funds every stage, undo takes it back, a reload keeps it", async () => {
      const page = await newWriter({ lang });
      await newProject(page, say, "/readiness");
      await page.getByRole("navigation", { name: say("readiness.proofs") })
        .getByRole("link", { name: say("frame.funding"), exact: true }).click();
      await expectAnswer(page, say);
      // The missing fact leads into the first cell.
      await page.getByRole("link", { name: say("registers.lacks_stage"), exact: true }).click();
      const fresh = slots(say("sheet.field_of"), { field: say("sheet.stage"), row: say("sheet.new_stage") });
      await expectFocus(page, fresh);
      const heads = ["stage", "secured", "needed"].map((key) => say(`sheet.${key}`)).join("\t");
      await paste(page, `${heads}\nPilot\t100\t100\nRoll-out\t250.50\t250.50\n`);
      await expectAnswer(page, say, "walk.yes");
      await page.getByText(say("registers.complete"), { exact: true }).waitFor();
      assert.equal(await cell(page, say, "needed", "Pilot").inputValue(), "100");
      await button(page, say("frame.undo")).click();
      await expectAnswer(page, say);
      assert.equal(await cell(page, say, "needed", "Pilot").count(), 0);
      await button(page, say("frame.redo")).click();
      await expectAnswer(page, say, "walk.yes");
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await expectAnswer(page, say, "walk.yes");
      // The walk shows the same answer and leads here.
      await page.getByRole("link", { name: say("funding.question"), exact: true }).click();
      await expectAnswer(page, say, "walk.yes");
      await page.getByRole("link", { name: say("walk.funding_link"), exact: true }).waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("the walk leads to the system nobody owns, and an owner turns it green", async () => {
      const page = await newPage(browser, { lang });
      await sample(page, say, "/readiness/q/ready.integrations");
      await expectAnswer(page, say, "walk.partly");
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await page.locator("#derived-title ~ ul").getByRole("link").first().click();
      await page.getByRole("heading", { level: 1, name: say("frame.integrations") }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
      const owner = page.locator("select:focus");
      const picture = page.getByRole("figure").getByRole("img");
      await picture.getByText(say("integrations.no_owner")).waitFor();
      await owner.selectOption({ index: 1 });
      await expectAnswer(page, say, "walk.yes");
      assert.equal(await picture.getByText(say("integrations.no_owner")).count(), 0);
      await button(page, say("frame.undo")).click();
      await expectAnswer(page, say, "walk.partly");
      await expectAccessible(page, `integrations ${lang}`);
      expectQuiet(page);
      await page.context().close();
    });

    test("on a phone both registers are cards that fit and pass axe", async () => {
      const page = await newPage(browser, { lang, viewport: PHONE });
      for (const place of ["/funding", "/integrations"]) {
        await sample(page, say, place);
        await page.getByRole("figure").getByRole("img").first().waitFor();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page, `${place} ${lang}`);
        await page.goto("about:blank");
      }
      expectQuiet(page);
      await page.context().close();
    });
  });
}

const say = words("en");

test("what does not fit is shown first, and what is doubtful is asked", async () => {
  const page = await newWriter({});
  await newProject(page, say, "/funding");
  await cell(page, say, "stage", "new stage").first().focus();
  await paste(page, "Pilot\t95,000\t80,000\nStock\tsoon\t1,500\nTotal\t95,000\t81,500");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(say("import.number.not_a_number")).waitFor();
  const confirm = dialog.getByRole("button", { name: /Paste the/ });
  assert.equal(await confirm.getAttribute("aria-disabled"), "true");
  await dialog.getByRole("radio", { name: /95,000/ }).check();
  await dialog.getByText(say("sheet.paste_total")).waitFor();
  await dialog.getByRole("button", { name: "Paste the 5 cells that fit" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await cell(page, say, "needed", "Pilot").inputValue(), "95,000");
  assert.equal(await cell(page, say, "needed", "Stock").inputValue(), "");
  assert.equal(await cell(page, say, "needed", "Total").count(), 0);
  await button(page, "Undo").click();
  assert.equal(await cell(page, say, "needed", "Pilot").count(), 0, "one step");
  expectQuiet(page);
  await page.context().close();
});

test("stages by keyboard alone: typed, mended, moved, removed", async () => {
  const page = await newPage(browser, {});
  await newProject(page, say, "/funding");
  await cell(page, say, "stage", "new stage").first().focus();
  await page.keyboard.type("Pilot");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12a");
  await page.keyboard.press("Enter");
  await page.getByText(say("fields.number_wrong"), { exact: true }).waitFor();
  await expectAnswer(page, say, "walk.no");
  await page.keyboard.press("Shift+Enter");
  await expectFocus(page, "Needed: Pilot");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1200.5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1200.5");
  await expectAnswer(page, say, "walk.yes");
  await page.keyboard.press("Enter");
  await page.keyboard.type("5");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Stock");
  await expectAnswer(page, say, "walk.no");
  assert.equal(await cell(page, say, "needed", "Pilot").inputValue(), "1,200.5");
  await button(page, "Move Stock up").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("tbody textarea")?.value === "Stock");
  await expectFocus(page, "Move Stock down");
  await button(page, "Remove Stock").focus();
  await page.keyboard.press("Enter");
  await expectAnswer(page, say, "walk.yes");
  await expectFocus(page, "Stage: Pilot");
  // What was begun and emptied again leaves nothing behind.
  await cell(page, say, "stage", "new stage").first().focus();
  await page.keyboard.type("x");
  await page.keyboard.press("Backspace");
  await page.getByRole("heading", { level: 1 }).click();
  await expectAnswer(page, say, "walk.yes");
  expectQuiet(page);
  await page.context().close();
});

test("a hidden cost gets its line, and the rule of thumb is off for rented software", async () => {
  const page = await newPage(browser, {});
  await sample(page, say, "/funding");
  await button(page, `${say("funding.add_hidden")}: ${say("registers.cost_data")}`).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Planned: Data upkeep");
  await page.keyboard.type("9000");
  await page.keyboard.press("Tab");
  await page.getByText(say("funding.hidden_missing"), { exact: true }).waitFor({ state: "detached" });
  // (92 + 60 + 70 + 35 + 18 + 24) thousand × 4; 45 + 11 + 9 beside it.
  await page.getByText(/asks for 1,196,000.EUR/).first().waitFor();
  await page.getByText(/have 65,000.EUR in the plan/).waitFor();
  await page.getByRole("radio", { name: say("funding.rented") }).check();
  await page.getByText(say("funding.thumb_rented")).waitFor();
  const applied = page.getByRole("checkbox", { name: say("funding.thumb_apply") });
  assert.equal(await applied.isChecked(), false);
  await applied.check();
  await page.getByText(/asks for 1,196,000.EUR/).first().waitFor();
  await page.getByRole("textbox", { name: say("funding.thumb_factor") }).fill("3");
  await page.getByText(/asks for 897,000.EUR/).first().waitFor();
  await page.getByRole("textbox", { name: say("funding.currency") }).fill("usd");
  await page.keyboard.press("Tab");
  await page.getByText(/asks for 897,000.USD/).first().waitFor();
  await page.getByRole("textbox", { name: say("funding.currency") }).fill("XYZ");
  await page.keyboard.press("Tab");
  await page.getByText(say("funding.currency_wrong")).waitFor();
  expectQuiet(page);
  await page.context().close();
});

test("no system is needed when a reason says why", async () => {
  const page = await newPage(browser, {});
  await newProject(page, say, "/integrations");
  await expectAnswer(page, say);
  await page.getByRole("textbox", { name: say("integrations.none_needed") }).fill("Orders come on paper only");
  await expectAnswer(page, say, "walk.yes");
  await cell(page, say, "system", "new system").focus();
  await page.keyboard.type("ERP");
  await expectAnswer(page, say, "walk.partly");
  await page.getByRole("figure").getByRole("img").getByText("which data?").waitFor();
  expectQuiet(page);
  await page.context().close();
});
