// The definition board, as the people use it who have to agree: two
// departments disagree, settle, sign, and the readiness answer turns green; a
// lead fills in their own page elsewhere and hands a file back; the whole by
// keyboard; pasted from a spreadsheet; looked at by axe and on a phone.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, RESULTS, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch,
  newPage, open, picture, projectOf, serve,
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

const section = (page, name) => page.getByRole("region", { name, exact: true });
/** A message with its slots filled. */
const filled = (text, slots) => text.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
const goTo = (page, rest) => page.goto(`${site.url}#/p/${projectOf(page)}${rest}`);

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

async function expectSaved(page, say) {
  await page.clock.runFor(1_000);
  await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
}

/** The row of a case in the grid. */
const row = (page, text) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: text }) });

/** The decision of a department on a case, as the grid says it. */
const cell = (page, text, department) => row(page, text).getByRole("gridcell", { name: `${department}`, exact: false });

/** Chooses a file in the chooser that a click opens. */
async function choose(page, name, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, name).first().click()]);
  await chooser.setFiles(file);
}

/** Clicks and keeps what is downloaded, below RESULTS. */
async function downloaded(page, name, as) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).first().click()]);
  const file = path.join(RESULTS, as);
  writeFileSync(file, readFileSync(await download.path()));
  return file;
}

async function sign(page, say, department, person) {
  const item = section(page, say("board.signatures")).getByRole("listitem").filter({ hasText: department });
  await item.getByRole("combobox", { name: say("board.signer") }).selectOption({ label: say("people.add_here") });
  await item.getByRole("textbox", { name: say("people.name") }).fill(person);
  await item.getByRole("textbox", { name: say("people.name") }).press("Enter");
  await button(item, filled(say("board.sign_for"), { department })).click();
  await item.getByText(say("board.signed"), { exact: true }).waitFor();
}

for (const lang of LANGUAGES) {
  describe(`customer, ${lang}`, () => {
    const say = words(lang);
    const [sales, service] = [say("board.sales"), say("board.service")];

    test("two departments disagree, settle, sign, and the answer is green", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await newProject(page, say, "Board");
      await goTo(page, "/readiness/q/ready.customer");
      await page.getByRole("link", { name: say("walk.definition_link") }).click();
      await button(page, say("board.set_business")).click();
      for (const department of [sales, service]) {
        await button(page, filled(say("board.add_named"), { department })).click();
      }
      const cases = Array.from({ length: 12 }, (_, n) => say(`starter.business.c${n + 1}.case`));
      for (const text of cases) {
        const says = text === cases[2] ? [say("board.yes"), say("board.no")] : [say("board.yes"), say("board.yes")];
        for (const [n, department] of [sales, service].entries()) {
          await button(page, filled(say("board.decide"), { says: says[n], department, case: text })).click();
        }
      }
      // The dispute is said in words, with the case.
      const lead = page.locator("main");
      await lead.getByText(cases[2]).first().waitFor();
      await row(page, cases[2]).getByText(say("board.case_disputed"), { exact: true }).waitFor();
      await button(page, say("board.sort")).click();
      const first = page.getByRole("rowheader").first();
      assert.ok((await first.innerText()).includes(cases[2]), "the disputed case stands first");

      // The missing fact leads to the cell; a key settles it.
      await page.getByRole("link", { name: filled(say("registers.lacks_agreement"), { name: cases[2] }) }).click();
      await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell");
      await page.keyboard.press("n");
      await row(page, cases[2]).getByText(say("board.case_counts_not"), { exact: true }).waitFor();

      await page.getByRole("textbox", { name: say("board.agreed_wording") }).fill("A company that ordered within 24 months");
      await sign(page, say, sales, "Anna");
      await sign(page, say, service, "Boris");
      await page.getByText(say("board.all_signed")).first().waitFor();
      await picture(page, `customer-agreed-${lang}`);
      await goTo(page, "/readiness/q/ready.customer");
      await page.getByText(say("standing.proven"), { exact: true }).first().waitFor();

      // A changed wording takes the signatures' force, and says so.
      await goTo(page, "/customer");
      await page.getByRole("textbox", { name: say("board.agreed_wording") }).fill("A company that ordered within 36 months");
      const signatures = section(page, say("board.signatures"));
      await signatures.getByText(say("board.signature_outdated"), { exact: true }).first().waitFor();
      assert.equal(await signatures.getByText(say("board.signature_outdated"), { exact: true }).count(), 2);
      assert.ok((await signatures.locator("del").first().innerText()).includes("24"));
      await expectSaved(page, say);
      await page.reload();
      await expectApp(page);
      await signatures.getByText(say("board.signature_outdated"), { exact: true }).first().waitFor();
      expectQuiet(page);
      await page.context().close();
    });

    test("a lead fills in their page in another browser and hands a file back that merges", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await sample(page, say);
      await goTo(page, "/customer");
      // The department that has not signed.
      const finance = await page.getByRole("columnheader").last().innerText();
      const out = await downloaded(
        page, filled(say("board.export_for"), { department: finance }), `out-${lang}.yaml`,
      );
      const handed = readFileSync(out, "utf8");
      assert.ok(handed.includes(`department: ${finance}`), "the file says whose it is");
      for (const rest of ["answers:", "goals:", "indicators:", "measurements:", "funding-stages:"]) {
        assert.ok(!handed.includes(rest), `the file holds no ${rest}`);
      }

      const lead = await newPage(browser, { lang, viewport: PHONE });
      await open(lead, site.url);
      await choose(lead, say("plan.import"), out);
      await lead.getByRole("dialog").getByRole("button", { name: say("plan.add_part") }).click();
      await lead.getByRole("heading", { level: 1 }).getByText(finance).waitFor();
      assert.equal(await lead.getByRole("navigation", { name: say("frame.places") }).count(), 0);
      await expectNoSidewaysScroll(lead);
      await expectAccessible(lead, "a department's own page");
      await picture(lead, `customer-lead-${lang}`);
      const own = lead.getByRole("textbox", { name: new RegExp(`^${finance}|${finance}`) }).first();
      await own.fill("Whoever has paid at least one invoice");
      const question = lead.getByRole("group").filter({ has: lead.getByRole("radio") }).nth(1);
      await question.getByRole("radio", { name: say("board.yes"), exact: true }).check();
      await button(lead, filled(say("board.sign_for"), { department: finance })).click();
      await lead.getByText(say("board.signed"), { exact: true }).waitFor();
      await expectSaved(lead, say);
      await lead.reload();
      await expectApp(lead);
      await lead.getByText(say("board.signed"), { exact: true }).waitFor();
      const back = await downloaded(lead, say("board.hand_back"), `back-${lang}.yaml`);
      expectQuiet(lead);
      await lead.context().close();

      const before = await page.getByRole("gridcell").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));
      await choose(page, say("board.merge_file"), back);
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Whoever has paid at least one invoice").waitFor();
      assert.equal(await dialog.getByRole("checkbox").count(), 3, "wording, one case, signature");
      await expectAccessible(page, "the preview of a merge");
      await picture(page, `customer-merge-${lang}`);
      await button(dialog, say("board.merge")).click();
      const now = await page.getByRole("gridcell").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));
      const differing = now.filter((label, place) => label !== before[place]);
      assert.equal(differing.length, 1, "one decision has changed");
      assert.ok(differing[0].startsWith(finance));
      await section(page, say("board.signatures")).getByText(say("board.unsigned"), { exact: true }).waitFor({ state: "detached" });
      // One step of undo takes the whole merge back.
      await button(page, say("frame.undo")).click();
      await section(page, say("board.signatures")).getByText(say("board.unsigned"), { exact: true }).waitFor();

      // The same file through "Import plan": merged as well, never in the project's place.
      await goTo(page, "/report");
      await choose(page, say("plan.import"), back);
      await button(page.getByRole("dialog"), say("board.merge")).click();
      await goTo(page, "/goals");
      assert.ok(await page.getByRole("table").count() > 0, "the goals are still there");

      // A damaged file is refused with line and path, and changes nothing.
      const broken = path.join(RESULTS, `broken-part-${lang}.yaml`);
      writeFileSync(broken, readFileSync(back, "utf8").replace("counts: true", "counts: perhaps"));
      await goTo(page, "/customer");
      await choose(page, say("board.merge_file"), broken);
      await page.getByRole("dialog").getByText(/registers\.term-views\[\d\]\.decisions\[\d+\]\.counts/).waitFor();
      await page.keyboard.press("Escape");
      expectQuiet(page);
      await page.context().close();
    });

    test("axe finds nothing on the board's states, and nothing scrolls sideways on a phone", async () => {
      const page = await newPage(browser, { lang, viewport: PHONE, theme: lang === "zh" ? "dark" : "light" });
      await open(page, site.url);
      await newProject(page, say, "Empty");
      await goTo(page, "/customer");
      await button(page, say("board.set_dealer")).waitFor();
      await expectAccessible(page, "an empty board");
      await expectNoSidewaysScroll(page);
      await button(page, say("board.set_dealer")).click();
      await page.getByRole("rowheader").first().waitFor();
      await expectAccessible(page, "cases without departments");
      await button(page, say("board.crm_start")).click();
      await page.getByRole("heading", { level: 1, name: "CRM" }).waitFor();
      await expectAccessible(page, "the board of CRM");
      await expectNoSidewaysScroll(page);
      await page.goto(site.url);
      await sample(page, say);
      await goTo(page, "/customer");
      await page.getByRole("gridcell").first().waitFor();
      await expectAccessible(page, "the sample's board");
      await expectNoSidewaysScroll(page);
      await row(page, new RegExp(".")).first().getByRole("button", { name: new RegExp(`^${say("board.edit")}`) }).click();
      await page.getByRole("dialog").getByRole("textbox").first().waitFor();
      await expectAccessible(page, "a case in its dialog");
      await expectNoSidewaysScroll(page);
      await page.keyboard.press("Escape");
      await button(page, say("board.paste")).click();
      await page.getByRole("textbox", { name: say("board.paste_here") }).fill("Case\tX\nA buyer\tmaybe\n");
      await page.getByRole("dialog").getByText(/maybe/).last().waitFor();
      await expectAccessible(page, "the dialog for pasting");
      await expectNoSidewaysScroll(page);
      expectQuiet(page);
      await page.context().close();
    });
  });
}

test("the board by keyboard alone: one stop of the tab key, arrows, letters, undo", async () => {
  const say = words("en");
  const page = await newPage(browser);
  await open(page, site.url);
  await sample(page, say);
  await goTo(page, "/customer");
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const name = element.getAttribute("aria-label") ?? element.innerText;
    return `${element.getAttribute("role") ?? element.tagName.toLowerCase()} ${name.trim()}`;
  });
  // From the last thing before the grid, one tab goes in and one goes out.
  await page.getByRole("link", { name: say("board.to_question") }).focus();
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "gridcell Sales: Yes");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "input ");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(), "gridcell Sales: Yes");

  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "gridcell Service: Yes");
  await page.keyboard.press("End");
  assert.equal(await focused(), "gridcell Finance: No");
  await page.keyboard.press("y");
  assert.equal(await focused(), "gridcell Finance: Yes");
  await page.getByText("2 of 12 cases are disputed.").first().waitFor();
  await page.keyboard.press("Delete");
  assert.equal(await focused(), "gridcell Finance: Open");
  await page.keyboard.press("Space");
  assert.equal(await focused(), "gridcell Finance: Yes");
  await page.keyboard.press("0");
  assert.equal(await focused(), "gridcell Finance: No");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "button Finance");
  await page.keyboard.press("Home");
  assert.equal(await focused(), "button Sales");
  await page.keyboard.press("Control+End");
  assert.equal(await focused(), "gridcell Finance: No");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowLeft");
  assert.match(await focused(), /^button Edit: Somebody who filled in/);

  // The dialog of a case: reworded, closed, and back where one was.
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: say("board.case_text") }).fill("A visitor of the web site");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.includes("A visitor"));

  // Undo takes the typed words back as one step.
  await page.keyboard.press("Control+z");
  await page.getByRole("rowheader").filter({ hasText: "Somebody who filled in" }).waitFor();
  expectQuiet(page);
  await page.context().close();
});

test("cases and decisions come from a spreadsheet as one step", async () => {
  const say = words("en");
  const page = await newPage(browser, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await open(page, site.url);
  await newProject(page, say, "Pasted");
  await goTo(page, "/customer");
  await button(page, say("board.start_empty")).click();
  await button(page, say("board.paste")).click();
  const table = "Case\tSales\tFinance\nA dealer\tyes\tno\nA subsidiary\tda\tyes\nA lapsed buyer\tyes\tx\n";
  await page.getByRole("textbox", { name: say("board.paste_here") }).fill(table);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("3 new cases").waitFor();
  await dialog.getByText("Line 3: “da” is neither yes nor no and is left out.").waitFor();
  await dialog.getByText("Line 4: “x” is neither yes nor no and is left out.").waitFor();
  await dialog.getByText("New departments: Sales and Finance").waitFor();
  await button(dialog, say("board.paste_apply")).click();
  assert.equal(await page.getByRole("gridcell").count(), 6);
  await page.getByText("1 of 3 cases is disputed.").first().waitFor();

  // A block of decisions onto a cell.
  await page.getByRole("gridcell", { name: "Sales: Yes" }).first().focus();
  await page.evaluate(() => navigator.clipboard.writeText("no\tno\nno\tno\nno\tno\nno\tno"));
  await page.keyboard.press("Control+v");
  await page.getByText("All 3 cases are agreed.").first().waitFor();
  await page.getByText("Pasted, but 2 decisions lay outside of the grid.").waitFor();
  await button(page, say("frame.undo")).click();
  await page.getByText("1 of 3 cases is disputed.").first().waitFor();
  await button(page, say("frame.undo")).click();
  assert.equal(await page.getByRole("gridcell").count(), 0);
  expectQuiet(page);
  await page.context().close();
});

test("on paper the board says its decisions in words, and nothing is cut off", async () => {
  const say = words("en");
  const page = await newPage(browser);
  await open(page, site.url);
  await sample(page, say);
  await goTo(page, "/customer");
  await page.getByRole("gridcell").first().waitFor();
  await page.emulateMedia({ media: "print" });
  const shown = await page.getByRole("gridcell").first().evaluate((cell) => cell.innerText.trim());
  assert.equal(shown, "Yes");
  await expectNoSidewaysScroll(page);
  await page.context().close();
});
