// What no sentence shows is asked of a person: whether an indicator counts
// those its goal speaks of, whether it counts the result, and how two goals
// nobody has looked at together bear on each other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, THEMES, button, expectAccessible, expectNoSidewaysScroll, expectQuiet, launch, open, picture,
  serve,
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

const goTo = (page, place) => goToOf(page, site, place);

/** The sample project, open on a place of it. */
const sample = (options = {}, place = "/goals") => sampleOf(browser, site, options, place);

/** The goal of the sample whose indicator nobody has answered for. */
const GOAL = "Win new buyers through webinars";
const INDICATOR = "Webinar attendees";
const goal = (page) => page.getByRole("region", { name: GOAL, exact: true });
const unfold = (page) => goal(page).getByText("2 questions only you can answer", { exact: true }).click();

/** What the plan file says. */
async function plan(page, say) {
  await goTo(page, "/report");
  const download = page.waitForEvent("download");
  await button(page, say("plan.export")).click();
  return readFileSync(await (await download).path(), "utf8");
}

describe("questions only a person can answer", () => {
  test("two clicks answer them; an answer is a finding, survives a reload and lapses with its words", async () => {
    const { page, say } = await sample();
    const text = goal(page);
    await page.getByText(say("goal_check.heading"), { exact: true }).click();
    await page.getByText(say("goal_check.what_stage")).waitFor();
    const wrong = page.getByText(say("goal_check.what_population_other"));
    assert.equal(await wrong.count(), 0);
    await unfold(page);
    const whom = text.getByRole("group", { name: /Are those counted in .*Webinar attendees.*Everybody who joined a webinar live/ });
    await button(whom, say("fit.whom_others")).click();
    await wrong.waitFor();
    // The focus goes on to the question that is left.
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Yes, the result"));
    const yardstick = text.getByRole("group", { name: /Is what .*Webinar attendees.* counts the very thing/ });
    await button(yardstick, say("fit.yardstick_activity")).click();
    await page.waitForFunction(() => document.activeElement?.tagName === "H2" && document.activeElement.id.startsWith("goal-"));
    assert.equal(await text.getByText("only you can answer").count(), 0);

    await page.reload();
    await page.getByText(say("goal_check.heading"), { exact: true }).click();
    await wrong.waitFor();

    // Other words are another thing: the finding goes, and both are asked again.
    await goal(page).getByRole("link", { name: INDICATOR, exact: true }).click();
    await goTo(page, `/indicator/${new URL(page.url()).hash.match(/indicator\/(i[0-9a-z]{8})/)[1]}/definition`);
    await page.getByRole("textbox", { name: say("definition.population"), exact: true })
      .fill("Everybody who bought within 60 days of a webinar");
    await goTo(page, "/goals");
    await unfold(page);
    await goal(page).getByText(say("fit.lapsed"), { exact: true }).first().waitFor();
    assert.equal(await wrong.count(), 0);
    expectQuiet(page);
  });

  test("are answered in the definition as well, and undo takes an answer back", async () => {
    const { page, say } = await sample();
    await goal(page).getByRole("link", { name: INDICATOR, exact: true }).click();
    await goTo(page, `/indicator/${new URL(page.url()).hash.match(/indicator\/(i[0-9a-z]{8})/)[1]}/definition`);
    await page.getByText(say("role.heading"), { exact: true }).click();
    await page.getByLabel(say("fit.whom"), { exact: true }).selectOption({ label: say("fit.whom_some") });
    await page.getByLabel(say("fit.yardstick"), { exact: true }).selectOption({ label: say("fit.yardstick_step") });
    const file = await plan(page, say);
    assert.match(file, /fit:\n {4}whom: some\n {4}yardstick: step\n {4}words: /);
    await button(page, say("frame.undo")).click();
    await button(page, say("frame.undo")).click();
    await goTo(page, "/goals");
    await goal(page).getByText("2 questions only you can answer", { exact: true }).waitFor();
    expectQuiet(page);
  });
});

describe("pairs nobody has looked at", () => {
  test("come one at a time; what is said becomes a line of the map, and is taken back", async () => {
    const { page, say } = await sample();
    await page.getByRole("link", { name: /^\d+ pairs to look at$/ }).click();
    const section = page.getByRole("region", { name: say("pairs.heading"), exact: true });
    await page.waitForFunction(() => document.activeElement?.id === "map-pairs");
    const seen = async () => Number((await section.getByText(/of \d+ pairs looked at/).textContent()).match(/^\d+/)[0]);
    const before = await seen();
    const table = page.getByRole("table", { name: say("goal_map.table") });
    const conflicts = () => table.getByRole("row").filter({ hasText: say("goal_map.open") }).count();
    const open = await conflicts();

    await button(section, say("pairs.conflicts")).click();
    await page.waitForFunction(() => document.activeElement?.id === "pair-ask");
    assert.equal(await seen(), before + 1);
    assert.equal(await conflicts(), open + 1);

    const supports = () => table.getByRole("row").filter({ hasText: say("goal_map.supports") }).count();
    const helped = await supports();
    await button(section, say("pairs.backward")).click();
    await page.waitForFunction((count) => document.body.textContent.includes(`${count} of`), before + 2);
    assert.equal(await supports(), helped + 1);

    const first = await section.getByRole("definition").first().textContent();
    const second = await section.getByRole("definition").last().textContent();
    await button(section, say("pairs.later")).click();
    assert.notDeepEqual(
      await section.getByRole("definition").allTextContents(), [first, second], "another pair comes",
    );
    await button(section, say("pairs.apart")).click();
    await section.getByText("3 pairs without bearing on each other", { exact: true }).click();
    const rows = section.getByRole("listitem");
    assert.equal(await rows.count(), 3);
    await button(rows.first(), say("pairs.again")).click();
    await section.getByText("2 pairs without bearing on each other", { exact: true }).waitFor();
    assert.equal(await seen(), before + 2);

    await page.reload();
    await section.waitFor();
    assert.equal(await seen(), before + 2);
    expectQuiet(page);
  });

  test("a plan whose pairs have all been looked at says so", async () => {
    const { page, say } = await sample({}, "/goals/map");
    const section = page.getByRole("region", { name: say("pairs.heading"), exact: true });
    const apart = button(section, say("pairs.apart"));
    for (let left = 60; left > 0 && await apart.count() > 0; left -= 1) {
      const shown = await section.getByText(/of \d+ pairs looked at/).textContent();
      await apart.click();
      await page.waitForFunction((before) => !document.body.textContent.includes(before), shown);
    }
    await section.getByText(/^Every pair has been looked at: \d+\.$/).waitFor();
    await goTo(page, "/goals");
    assert.equal(await page.getByRole("link", { name: /pairs? to look at$/ }).count(), 0);
    expectQuiet(page);
  });
});

for (const lang of LANGUAGES) {
  for (const theme of THEMES) {
    test(`questions and pairs are accessible and fit a phone (${lang}, ${theme})`, async () => {
      const { page, say } = await sample({ lang, theme, viewport: PHONE });
      const open = page.locator("details.questions > summary");
      for (const one of await open.all()) await one.click();
      await page.getByText(say("fit.lead"), { exact: true }).first().waitFor();
      await expectAccessible(page, `questions ${lang} ${theme}`);
      await expectNoSidewaysScroll(page);
      await picture(page, `questions-${lang}-${theme}`);
      await goTo(page, "/goals/map");
      await page.getByText(say("pairs.ask"), { exact: true }).waitFor();
      await expectNoSidewaysScroll(page);
      await picture(page, `pairs-${lang}-${theme}`);
      expectQuiet(page);
    });
  }
}
