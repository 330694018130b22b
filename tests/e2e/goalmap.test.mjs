// The goal map by visible names: a picture whose boxes are links, arrow keys
// along its lines, a conflict that waits for a decision, what leads to profit;
// and targets that change on the way: steps, a promise, an accepted deviation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, THEMES, button, expectAccessible, expectNoSidewaysScroll, expectQuiet, launch, open, picture,
  serve, slots,
} from "./support.mjs";
import { goTo as goToOf, sample as sampleOf } from "./sample.mjs";

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

const heading = (page, name, level = 1) => page.getByRole("heading", { level, name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const goTo = (page, place) => goToOf(page, site, place);

/** The sample project, open on a place of it. */
const sample = (options = {}, place = "/goals/map") => sampleOf(browser, site, options, place);

/** The words of the box that has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

describe("the goal map", () => {
  test("is reached from the goals, read in a table and left by keyboard along its lines", async () => {
    const { page, say } = await sample({}, "/goals");
    await link(page, say("goal_map.link")).click();
    await heading(page, say("goal_map.heading")).waitFor();
    await heading(page, say("goal_map.table"), 2).waitFor();
    const first = page.getByRole("table").getByRole("row").nth(1);
    assert.match(await first.textContent(), /Calls answered within 20 s.*decided.*Solved at first contact.*comes first/);

    const boxes = page.getByRole("navigation", { name: say("goal_map.boxes") });
    await boxes.getByRole("link").first().focus();
    const start = page.getByRole("link", { name: "Indicator: Quotes sent within 2 working days" });
    await start.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "Indicator: Quotes won");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "Goal: Win more of what we quote");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "Overall profit: Operating profit");
    await page.keyboard.press("ArrowLeft");
    assert.match(await focused(page), /^Goal: /);
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(page), /^Goal: /, "up stays in the column");
    // One stop of the tab key, however many boxes.
    const stops = await boxes.getByRole("link").evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length);
    assert.equal(stops, 1);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await heading(page, "Calls answered within 20 s").waitFor();
    expectQuiet(page);
  });

  test("opens a goal at its place among the goals", async () => {
    const { page } = await sample();
    await page.getByRole("link", { name: "Goal: Win more of what we quote" }).click();
    await heading(page, "Win more of what we quote", 2).waitFor();
    await page.waitForFunction(() => document.activeElement?.id.startsWith("edit-g"));
    expectQuiet(page);
  });

  test("says what the data say of two that compete, and how that is worked out", async () => {
    const { page, say } = await sample();
    await heading(page, say("goal_map.data_heading"), 2).waitFor();
    const pair = page.getByRole("heading", { level: 3, name: /^1\. Calls answered/ }).locator("..");
    assert.match(await pair.textContent(), /24 periods the two moved together \(rank correlation 0\.\d\d\), which is no proof of cause/);
    await pair.getByText(say("goal_map.receipt")).click();
    assert.equal(await pair.getByRole("row").count(), 25);
    expectQuiet(page);
  });

  test("shows a conflict nobody has decided, and begins the decision", async () => {
    const { page, say } = await sample({}, "/goals");
    const decided = page.getByRole("region", { name: say("trade_offs.heading"), exact: true });
    await decided.getByRole("button", { name: say("trade_offs.edit") }).click();
    await decided.getByRole("button", { name: say("trade_offs.delete") }).click();
    await goTo(page, "/goals/map");
    await page.getByText("1 of 1 conflicts are not decided", { exact: true }).first().waitFor();
    await picture(page, "goal-map-open");
    await button(page, say("goal_map.decide")).first().click();
    await heading(page, say("trade_offs.heading"), 2).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("[id^=trade-off-], .trade-off"));
    expectQuiet(page);
  });

  test("leaves as a picture and as a table", async () => {
    const { page, say } = await sample();
    for (const [name, ending, holds] of [
      [say("chart.download_svg"), "svg", "c-settled"], [say("chart.download_csv"), "csv", "Quotes won"],
    ]) {
      const download = page.waitForEvent("download");
      await button(page, name).click();
      const file = await download;
      assert.ok(file.suggestedFilename().endsWith(`.${ending}`));
      assert.ok(readFileSync(await file.path(), "utf8").includes(holds), ending);
    }
    expectQuiet(page);
  });

  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      test(`is accessible and fits a phone (${lang}, ${theme})`, async () => {
        const { page, say } = await sample({ lang, theme, viewport: PHONE });
        await heading(page, say("goal_map.table"), 2).waitFor();
        await expectAccessible(page, `${lang} ${theme}`);
        await expectNoSidewaysScroll(page);
        await picture(page, `goal-map-${lang}-${theme}`);
        expectQuiet(page);
      });
    }
  }
});

describe("overall profit", () => {
  test("ends the report with its line, its ways and what has none; the field that mends it is a link away", async () => {
    const { page, say } = await sample({}, "/report");
    const section = page.getByRole("region", { name: say("profit.heading"), exact: true });
    await section.getByText(/^Operating profit is on course/).first().waitFor();
    assert.match(await section.textContent(), /Assumption: An order won pays for the quotes that were lost/);
    assert.match(await section.textContent(), /Nothing here says that a change in profit came of the project/);
    await section.getByRole("link", { name: say("profit.mend_role") }).first().click();
    await page.waitForFunction(() => document.activeElement?.id === "definition-profit");
    await expectAccessible(page);
    expectQuiet(page);
  });

  test("is missed where a plan has no line of it", async () => {
    const { page, say } = await sample({}, "/goals");
    await link(page, "Operating profit").click();
    await link(page, say("indicator.edit_definition")).click();
    await button(page, say("definition.delete")).click();
    for (const place of ["", "/report", "/goals/map"]) {
      await goTo(page, place);
      await page.getByText(say("profit.incomplete"), { exact: true }).waitFor();
    }
    expectQuiet(page);
  });
});

describe("targets that change", () => {
  const more = (page, say) => page.getByText(say("definition.more"), { exact: true }).click();
  const definition = async (page, say, name) => {
    await goTo(page, "/goals");
    await link(page, name).click();
    await link(page, say("indicator.edit_definition")).click();
    await heading(page, name).waitFor();
    await more(page, say);
  };

  test("take steps that are typed, pasted or filled in, and say which line cannot be read", async () => {
    const { page, say } = await sample();
    await definition(page, say, "Quotes won");
    const series = page.getByRole("textbox", { name: say("definition.series"), exact: true });
    await series.fill("2026-07 24\nsoon 26");
    await series.blur();
    await page.getByRole("alert").filter({ hasText: "Line 2" }).waitFor();
    await series.fill("2026-10\t23\n2026-07\t24");
    await series.blur();
    await page.waitForFunction(() => document.getElementById("definition-series").value.startsWith("2026-07\t24"));
    await button(page, say("definition.series_line")).click();
    await page.waitForFunction(() => document.getElementById("definition-series").value.split("\n").length > 15);
    await expectAccessible(page);
    expectQuiet(page);
  });

  test("excuse what is off course until the day somebody named, and no day longer", async () => {
    const { page, say } = await sample({}, "/goals");
    const row = page.getByRole("row", { name: /Solved at first contact/ });
    await row.getByText(say("status.accepted"), { exact: true }).waitFor();
    assert.match(await row.textContent(), /until 31 January 2027, by Project manager: The second engineer/);
    await definition(page, say, "Solved at first contact");
    const until = page.getByLabel(say("definition.deviation_until"), { exact: true });
    await until.fill("2026-11-17");
    await page.getByText(slots(say("definition.deviation_over"), { date: "17 November 2026" })).waitFor();
    await goTo(page, "/goals");
    await row.getByText(say("status.off_course"), { exact: true }).waitFor();
    expectQuiet(page);
  });

  test("say on the chart's page what was promised and what would be better still", async () => {
    const { page } = await sample({}, "/goals");
    await link(page, "Active CRM users").click();
    await page.getByRole("paragraph").filter({ hasText: /The promised 85% has not been reached\. The stretch target 95% has not been reached\./ }).waitFor();
    expectQuiet(page);
  });
});
