// The indicator library by visible names: an indicator under a goal in one
// press, with its trap and without an invented fact; and contact channels,
// pasted, compared, asked for their cost.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  DIST, LANGUAGES, PHONE, THEMES, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch,
  newPage, open, projectOf, serve, slots,
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

const region = (page, name) => page.getByRole("region", { name, exact: true });

/** The words of the library as the page fetches them. */
function libraryWords(lang) {
  const file = readdirSync(DIST).find((name) => name.startsWith(`library.${lang}.`));
  const { texts } = JSON.parse(readFileSync(path.join(DIST, file), "utf8"));
  return (entry, part) => {
    const text = texts[`library.${entry}.${part}`];
    if (!text) throw new Error(`no text ${entry}.${part} in ${file}`);
    return text;
  };
}

async function openPlace(page, place) {
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function newProject(page, say, place) {
  await open(page, site.url);
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Library");
  await button(page, say("projects.create")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await openPlace(page, place);
}

async function sample(page, say, place) {
  await open(page, site.url);
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  await openPlace(page, place);
}

/** Waits until an element has the focus: it moves with the next drawing. */
const expectFocus = async (page, element) => {
  await element.waitFor();
  const handle = await element.elementHandle();
  await page.waitForFunction((wanted) => document.activeElement === wanted, handle);
};

const fetchedLibrary = (page) => page.requests.some((url) => /\/library\.\w+\.[0-9a-f]+\.json$/.test(url));

for (const lang of LANGUAGES) {
  describe(`library, ${lang}`, () => {
    const say = words(lang);
    const entry = libraryWords(lang);
    const named = (action, id) => slots(say("library_page.named"), { action: say(action), name: entry(id, "name") });

    test("an indicator from the library comes with its trap and without an invented fact", async () => {
      const page = await newPage(browser, { lang });
      await newProject(page, say, "/goals");
      await button(page, say("goals.add_goal")).click();
      const statement = page.getByRole("textbox", { name: say("goals.statement"), exact: true });
      await expectFocus(page, statement);
      await page.keyboard.type("G 1");
      const goal = region(page, "G 1");
      assert.equal(fetchedLibrary(page), false, "the library weighs on no page that does not show it");
      await goal.getByRole("link", { name: say("library_page.add_from"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: say("library_page.heading"), exact: true }).waitFor();
      // By keyboard alone: search, unfold, add, edit.
      const search = page.getByRole("searchbox", { name: say("library_page.search"), exact: true });
      await search.focus();
      await page.keyboard.type(entry("first-contact", "name"));
      const add = button(page, named("library_page.add", "first-contact"));
      await add.waitFor();
      const item = page.getByRole("listitem").filter({
        has: page.getByRole("heading", { level: 3, name: entry("first-contact", "name"), exact: true }),
      });
      await item.getByText(say("library_page.details"), { exact: true }).focus();
      await page.keyboard.press("Enter");
      await item.getByText(entry("first-contact", "trap"), { exact: true }).waitFor();
      await item.getByText(entry("first-contact", "example"), { exact: true }).waitFor();
      await item.getByText(say("library_page.example"), { exact: true }).waitFor();
      await expectAccessible(page, "an entry unfolded");
      await add.focus();
      await page.keyboard.press("Enter");
      const edit = page.getByRole("link", { name: named("library_page.edit", "first-contact"), exact: true });
      await expectFocus(page, edit);
      await item.getByText(say("library_page.used"), { exact: true }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: entry("first-contact", "name"), exact: true }).waitFor();
      await page.getByText(slots(say("library_page.trap_says"), { trap: entry("first-contact", "trap") })).waitFor();
      const value = (key) => page.getByRole("textbox", { name: say(key), exact: true }).inputValue();
      assert.equal(await value("definition.population"), entry("first-contact", "population"));
      assert.equal(await value("definition.source"), entry("first-contact", "source"));
      await page.locator("summary").getByText(say("definition.more"), { exact: true }).click();
      assert.ok((await value("definition.method")).startsWith(entry("first-contact", "formula")));
      // What only the company knows is asked for; what the library knows is not.
      for (const key of ["definition.target", "definition.due", "definition.owner"]) {
        await button(page, say(key)).waitFor();
      }
      for (const key of ["definition.goal", "definition.direction", "definition.population", "definition.source"]) {
        assert.equal(await button(page, say(key)).count(), 0, key);
      }
      assert.equal(await value("definition.target"), "");
      await expectAccessible(page, "a definition with its trap");
      await page.clock.runFor(1_000);
      await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
      await page.reload();
      await expectApp(page);
      await page.getByText(slots(say("library_page.trap_says"), { trap: entry("first-contact", "trap") })).waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("pasted channels are compared, and one without cost is asked for it", async () => {
      const page = await newPage(browser, {
        lang, context: { permissions: ["clipboard-read", "clipboard-write"] },
      });
      await newProject(page, say, "/goals");
      await page.getByRole("link", { name: say("channels.link"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: say("channels.heading"), exact: true }).waitFor();
      const cell = (column, row) => page.getByRole("textbox", {
        name: slots(say("sheet.field_of"), { field: say(`channels.${column}`), row }), exact: true,
      });
      await cell("name", say("channels.new")).focus();
      const heads = ["name", "period", "contacts", "cost", "outcomes", "outcome"].map((key) => say(`channels.${key}`));
      const rows = ["A\t2026-Q3\t1000\t4000\t100\tX", "B\t2026-Q3\t100\t12000\t60\tx", "C\t2026-Q3\t50\t\t10\tX"];
      await page.evaluate((text) => navigator.clipboard.writeText(text), [heads.join("\t"), ...rows].join("\n"));
      await page.keyboard.press("Control+V");
      const finding = slots(say("channels.finding_more"), {
        channel: "B", cost: lang === "ru" ? "75,0\u00a0%" : "75.0%", outcomes: lang === "ru" ? "37,5\u00a0%" : "37.5%",
      });
      await page.getByText(finding, { exact: true }).first().waitFor();
      const lacking = region(page, say("channels.findings"));
      await lacking.getByText(say("channels.lacks_cost")).waitFor();
      await expectAccessible(page, "channels");
      await button(page, slots(say("channels.open_named"), {
        action: say("channels.open_cell"), channel: "C", column: say("channels.cost"),
      })).click();
      await expectFocus(page, cell("cost", "C"));
      await page.keyboard.type("500");
      await page.keyboard.press("Enter");
      await page.getByText(say("channels.findings_none"), { exact: true }).waitFor();
      const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "C", exact: true }) });
      await row.getByText(/^50[.,]00/).waitFor();
      await button(page, say("frame.undo")).click();
      await lacking.getByText(say("channels.lacks_cost")).waitFor();
      // The goals name what the channel plan lacks, and lead to the cell.
      await openPlace(page, "/goals");
      await page.getByRole("link", { name: slots(say(`channels.lacking.${lang === "zh" ? "other" : "one"}`), { count: "1" }), exact: true }).click();
      await expectFocus(page, cell("cost", "C"));
      await openPlace(page, "/report");
      await page.getByRole("heading", { level: 2, name: say("channels.heading"), exact: true }).waitFor();
      await page.getByText(say("channels.lacks_cost")).waitFor();
      expectQuiet(page);
      await page.context().close();
    });
  });
}

test("what is read beside an entry is one press away, whatever was searched for", async () => {
  const say = words("en");
  const entry = libraryWords("en");
  const page = await newPage(browser);
  await sample(page, say, "/library");
  await page.getByRole("combobox", { name: say("library_page.group"), exact: true }).selectOption(say("library_page.group_efficiency"));
  await page.getByRole("searchbox", { name: say("library_page.search"), exact: true }).fill("leads produced");
  const item = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { level: 3, name: entry("leads-produced", "name"), exact: true }),
  });
  await item.getByText(say("library_page.details"), { exact: true }).click();
  await item.getByText(say("library_page.gameable"), { exact: true }).waitFor();
  await item.getByRole("button", { name: entry("lead-conversion", "name"), exact: true }).click();
  await expectFocus(page, page.locator("#entry-lead-conversion-more"));
  // Those the sample has already are marked.
  await page.getByRole("link", { name: `Edit: ${entry("adoption", "name")}`, exact: true }).waitFor();
  expectQuiet(page);
  await page.context().close();
});

test("a library that does not arrive is said, and asked for again", async () => {
  const say = words("en");
  let broken = true;
  const own = await serve({
    alter: (name) => (broken && name.startsWith("library.") ? { status: 503, body: "" } : undefined),
  });
  const page = await newPage(browser, { allow: [/503/] });
  await open(page, own.url);
  await button(page, say("sample.try")).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  await page.goto(`${own.url}#/p/${projectOf(page)}/library`);
  await page.getByText(say("library_page.missing"), { exact: true }).waitFor();
  broken = false;
  await button(page, say("frame.try_again")).click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  expectQuiet(page);
  await page.context().close();
  await own.close();
});

for (const theme of THEMES) {
  test(`library and channels fit a phone, ${theme}`, async () => {
    const say = words("ru");
    const page = await newPage(browser, { lang: "ru", theme, viewport: PHONE });
    await sample(page, say, "/library");
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await page.getByText(say("library_page.details"), { exact: true }).first().click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, "library on a phone");
    await openPlace(page, "/channels");
    await page.getByText(say("channels.lacks_cost")).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, "channels on a phone");
    expectQuiet(page);
    await page.context().close();
  });
}
