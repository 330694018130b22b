// What users come for, end to end and in every language, by visible names:
// the first minute; a walk by keyboard alone; an indicator from 24 pasted
// months; export, wipe, import.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  DESKTOP, LANGUAGES, PHONE, RESULTS, ROOT, THEMES, button, expectAccessible, expectApp, expectNoSidewaysScroll,
  expectQuiet, launch, newPage, open, picture, projectOf, serve,
} from "./support.mjs";
import { words } from "./words.mjs";

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve();
  mkdirSync(RESULTS, { recursive: true });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const heading = (page) => page.getByRole("heading", { level: 1 });

/** Waits until the status region says that everything is saved. */
async function expectSaved(page, say) {
  await page.clock.runFor(1_000);
  await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
}

async function place(page, say, key) {
  await page.getByRole("navigation", { name: say("frame.places") })
    .getByRole("link", { name: say(key), exact: true }).click();
}

async function newProject(page, say, name) {
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill(name);
  await button(page, say("projects.create")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
}

async function sample(page, say) {
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
}

/** The project shown, from the address. */

for (const lang of LANGUAGES) {
  describe(`journeys, ${lang}`, () => {
    const say = words(lang);

    test("the first minute: sample, verdict, chart, gone in one click", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await sample(page, say);
      assert.ok((await heading(page).innerText()).includes("8"), "the verdict counts its gates");
      await place(page, say, "frame.goals");
      await page.getByRole("table").first().getByRole("link").first().click();
      const figure = page.getByRole("figure").first();
      await figure.getByRole("img").first().waitFor();
      assert.ok((await figure.locator("figcaption").first().innerText()).length > 10);
      await figure.getByText(say("chart.data_table")).first().click();
      await figure.getByRole("row").nth(23).waitFor();
      await expectSaved(page, say);
      await picture(page, `indicator-${lang}`);
      await button(page, say("sample.remove")).click();
      await button(page, say("sample.try")).waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("a walk by keyboard alone is complete, saved and found again", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await newProject(page, say, "Keyboard");
      await page.goto(`${site.url}#/p/${projectOf(page)}/readiness/q/ready.funding`);
      const seen = new Set();
      for (let step = 0; step < 12; step += 1) {
        const legend = page.getByRole("group").filter({ has: page.getByRole("radio") }).first();
        await legend.waitFor();
        const name = await page.locator("main legend").first().innerText();
        if (seen.has(name)) break;
        seen.add(name);
        await page.getByRole("radio").first().focus();
        await page.keyboard.press("3");
        assert.equal(await page.getByRole("radio").nth(2).isChecked(), true, name);
        await page.keyboard.press("Enter");
        await page.waitForFunction(
          (before) => document.querySelector("main legend")?.innerText !== before, name,
        );
        if (!page.url().includes("/readiness/q/")) break;
      }
      assert.equal(seen.size, 10, "every question and sub-check was asked once");
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await place(page, say, "frame.overview");
      await page.getByText(say("standing.no"), { exact: true }).first().waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("an indicator from 24 pasted months draws its chart and survives a reload", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await newProject(page, say, "Calls");
      await place(page, say, "frame.goals");
      await button(page, say("goals.add_indicator")).first().click();
      await page.getByRole("textbox", { name: say("definition.name") }).first().fill("Answer time");
      await page.getByRole("radio", { name: say("definition.direction_down") }).check();
      await page.getByRole("textbox", { name: say("definition.target"), exact: true }).fill("20");
      await page.keyboard.press("Tab");
      await page.getByLabel(say("definition.due"), { exact: true }).fill("2027-03-31");
      await page.keyboard.press("Tab");
      await page.getByRole("link", { name: say("definition.open_chart") }).first().click();
      await button(page, say("indicator.paste")).click();
      const months = Array.from({ length: 24 }, (_, n) => {
        const month = new Date(Date.UTC(2024, 10 + n, 1)).toISOString().slice(0, 7);
        return `${month}\t${45 - n}`;
      });
      await page.getByRole("textbox", { name: say("import.paste_here") }).fill(months.join("\n"));
      await page.getByRole("dialog").getByRole("button", { name: /24/ }).click();
      await page.getByRole("figure").getByRole("img").first().waitFor();
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await page.getByRole("figure").getByRole("img").first().waitFor();
      assert.ok((await page.getByRole("figure").locator("figcaption").first().innerText()).includes("22"));
      await button(page, say("frame.undo")).waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("export, wipe, import: the plan comes back and exports the same bytes", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await sample(page, say);
      const exported = async () => {
        await place(page, say, "frame.report");
        const [download] = await Promise.all([
          page.waitForEvent("download"), button(page, say("plan.export")).click(),
        ]);
        return readFileSync(await download.path(), "utf8");
      };
      const first = await exported();
      assert.equal(first.split("\n")[0], "# yaml-language-server: $schema=./crm-readiness-plan.v1.schema.json");
      await button(page, say("sample.remove")).click();
      await button(page, say("sample.try")).waitFor();
      const file = path.join(RESULTS, `plan-${lang}.yaml`);
      writeFileSync(file, first);
      const choose = async (name) => {
        const [chooser] = await Promise.all([
          page.waitForEvent("filechooser"), button(page, say("plan.import")).first().click(),
        ]);
        await chooser.setFiles(name);
      };
      await choose(file);
      await page.getByRole("dialog").getByText(say("plan.kind_measurements")).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: say("plan.add") }).click();
      await page.getByText(say("sample.is_sample")).waitFor();
      assert.equal(await exported(), first);

      const broken = path.join(RESULTS, `broken-${lang}.yaml`);
      writeFileSync(broken, first.replace("position: leader", "position: boss"));
      await choose(broken);
      await page.getByRole("dialog").getByText(/boss/).first().waitFor();
      expectQuiet(page);
      await page.context().close();
    });
  });
}

test("the souvenir sales come in as published, months written 1987 Jan", async () => {
  const say = words("en");
  const page = await newPage(browser, {});
  await open(page, site.url);
  await newProject(page, say, "Shop");
  await place(page, say, "frame.goals");
  await button(page, say("goals.add_indicator")).first().click();
  await page.getByRole("textbox", { name: say("definition.name") }).first().fill("Souvenir sales");
  await page.getByRole("link", { name: say("definition.open_chart") }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"), button(page, say("import.choose_file")).click(),
  ]);
  await chooser.setFiles(path.join(ROOT, "tests/fixtures/tabular/souvenirs.csv"));
  await page.getByRole("dialog").getByRole("button", { name: /84/ }).click();
  await page.getByRole("figure").getByRole("img").first().waitFor();
  await page.getByText("souvenirs.csv").first().waitFor();
  await expectSaved(page, say);
  expectQuiet(page);
  await page.context().close();
});

/** Every place of the sample, as addresses below its project. */
const PLACES = ["", "/readiness", "/readiness/q/ready.funding", "/readiness/q/ready.needs",
  "/readiness/success", "/customer", "/funding", "/integrations", "/goals", "/actions", "/risks", "/report", "/people", "/settings"];

async function everyPlace(page, say, visit) {
  await open(page, site.url);
  await visit("projects");
  await sample(page, say);
  const base = `${site.url}#/p/${projectOf(page)}`;
  for (const rest of PLACES) {
    await page.goto(base + rest);
    await heading(page).waitFor();
    await visit(rest || "/overview");
  }
  await page.goto(`${base}/goals`);
  await page.getByRole("table").first().getByRole("link").first().click();
  await page.getByRole("figure").first().waitFor();
  await visit("/indicator");
  await page.goto(`${page.url()}/definition`);
  await page.getByRole("textbox", { name: say("definition.name") }).first().waitFor();
  await visit("/definition");
}

// Both themes in English, one theme in the others.
for (const [lang, theme] of [...THEMES.map((theme) => ["en", theme]), ["zh", "dark"], ["ru", "light"]]) {
  test(`axe finds nothing on any view: ${lang}, ${theme}`, async () => {
    const page = await newPage(browser, { lang, theme, viewport: DESKTOP });
    const failures = [];
    await everyPlace(page, words(lang), async (name) => {
      try {
        await expectAccessible(page, name);
      } catch (error) {
        failures.push(`${name}: ${error.message}`);
      }
    });
    assert.deepEqual(failures, []);
    expectQuiet(page);
    await page.context().close();
  });

  test(`nothing scrolls sideways on a phone: ${lang}, ${theme}`, async () => {
    const page = await newPage(browser, { lang, theme, viewport: PHONE });
    const failures = [];
    await everyPlace(page, words(lang), async (name) => {
      try {
        await expectNoSidewaysScroll(page);
      } catch (error) {
        failures.push(`${name}: ${error.message}`);
      }
    });
    assert.deepEqual(failures, []);
    await page.context().close();
  });
}
