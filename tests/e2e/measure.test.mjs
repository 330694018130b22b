// Honest numbers by visible names: signal or noise on an indicator, the board
// and its address, the round of due values, and a raw event log.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  LANGUAGES, PHONE, ROOT, button, expectAccessible, expectNoSidewaysScroll, expectQuiet, launch, newPage, open,
  picture, projectOf, serve, slots,
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

const goTo = async (page, place) => {
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
};

async function sample(page, say) {
  await open(page, site.url);
  await button(page, say("sample.try")).first().click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
}

const workbook = (name) => path.join(ROOT, "tests/fixtures/tabular/workbooks", name);

/** Calls by week, counted by another program. */
function callsByWeek() {
  const weeks = readFileSync(path.join(ROOT, "tests/fixtures/tabular/events/calls_weeks.txt"), "utf8");
  return weeks.split("\n").filter((line) => /^\d/.test(line)).map((line) => line.split(" ")[1]);
}

/** A new project with one indicator, at its definition. */
async function newIndicator(page, say) {
  await open(page, site.url);
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Service");
  await button(page, say("projects.create")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await goTo(page, "/goals");
  await button(page, say("goals.add_indicator")).first().click();
  await page.waitForURL(/definition$/);
}

/** The chart of a new indicator that is measured every `cadence`. */
async function newChart(page, say, cadence = "month") {
  await newIndicator(page, say);
  const id = page.url().match(/indicator\/(i[0-9a-z]{8})/)[1];
  await page.getByRole("radio", { name: say(`definition.cadence_${cadence}`), exact: true }).check();
  await goTo(page, `/indicator/${id}`);
}

describe("honest numbers", () => {
  for (const lang of LANGUAGES) {
    test(`the board sorts, filters and reopens by its address (${lang})`, async () => {
      const say = words(lang);
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await goTo(page, "/goals/board");
      const table = page.getByRole("table", { name: say("scorecard.heading") });
      const rows = table.getByRole("rowheader");
      const all = await rows.count();
      assert.ok(all >= 3, `${all} indicators in the sample`);
      await expectAccessible(page, "board");
      const status = table.getByRole("columnheader", { name: say("scorecard.column_status") });
      await status.getByRole("button").click();
      assert.equal(await status.getAttribute("aria-sort"), "ascending");
      const sorted = await rows.allTextContents();
      await page.getByLabel(say("scorecard.filter_status")).selectOption({ index: 1 });
      await assert.doesNotReject(page.waitForFunction((n) => document.querySelectorAll(".scorecard tbody tr").length < n, all));
      assert.match(page.url(), /goals\/board\/sort-status\.status-/);
      await page.reload();
      await table.waitFor();
      assert.equal(await status.getAttribute("aria-sort"), "ascending");
      await button(page, say("scorecard.reset")).click();
      assert.deepEqual(await rows.allTextContents(), sorted);
      await rows.first().getByRole("link").click();
      await page.waitForURL(/indicator/);
      expectQuiet(page);
    });
  }

  test("the board is cards on a phone and one landscape page on paper", async () => {
    const say = words("en");
    const page = await newPage(browser, { viewport: PHONE });
    await sample(page, say);
    await goTo(page, "/goals/board");
    await page.getByRole("table", { name: say("scorecard.heading") }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, "board on a phone");
    await picture(page, "board-phone");
    await page.setViewportSize({ width: 1280, height: 900 });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1);
    const [, , width, height] = pdf.match(/\/MediaBox\s*\[([^\]]+)\]/)[1].trim().split(/\s+/).map(Number);
    assert.ok(width > height, `${width} × ${height}`);
  });

  for (const lang of LANGUAGES) {
    test(`signal or noise shows limits, words and a table (${lang})`, async () => {
      const say = words(lang);
      const page = await newPage(browser, { lang });
      await sample(page, say);
      await goTo(page, "/goals/board");
      await page.locator(".scorecard tbody th a").first().click();
      const layer = page.getByRole("switch", { name: say("process.switch") });
      await layer.waitFor();
      assert.equal(await page.locator(".c-limit, .c-centre").count(), 0);
      await layer.check();
      await page.getByText(say("process.term.limits"), { exact: true }).waitFor();
      assert.ok(await page.locator(".c-limit").count() > 0, "limits are drawn");
      await page.getByText(say("chart.data_table"), { exact: true }).click();
      await page.getByRole("columnheader", { name: say("process.column_signal") }).waitFor();
      await expectAccessible(page, "signal or noise");
      expectQuiet(page);
    });
  }

  test("a reason at a change mark restarts the limits, and undo takes it back", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await sample(page, say);
    await goTo(page, "/goals/board");
    const links = page.locator(".scorecard tbody th a");
    const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const href of hrefs) {
      await page.goto(`${site.url}${href}`);
      await page.getByRole("switch", { name: say("process.switch") }).check();
      await page.getByText(say("process.settings"), { exact: true }).click();
      if (await page.locator("#restart-0").count()) break;
    }
    await page.locator("#restart-0").fill("The new routing");
    const said = page.locator(".process-said");
    await said.getByText(/The new routing/).waitFor();
    await page.keyboard.press("Tab");
    await button(page, say("frame.undo")).click();
    await said.getByText(/The new routing/).waitFor({ state: "detached" });
    expectQuiet(page);
  });

  test("the round takes a pasted column and saves it as one step", async () => {
    const say = words("en");
    const page = await newPage(browser, { now: "2027-02-15T10:00:00" });
    await sample(page, say);
    // A month later: every monthly value of the sample is due.
    await page.clock.setFixedTime(new Date("2027-03-20T10:00:00"));
    await page.reload();
    await goTo(page, "/goals/round");
    const table = page.getByRole("table", { name: say("round.heading") });
    await table.waitFor();
    const due = await table.getByRole("rowheader").count();
    assert.ok(due >= 2, `${due} values are due`);
    await expectAccessible(page, "round");
    const first = page.locator("#round-0-value");
    await first.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "51\n52\n");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await page.locator("#round-1-value").inputValue(), "52");
    await button(page, say("round.save")).click();
    await page.waitForFunction((n) => document.querySelectorAll(".round tbody tr").length === n, due - 2);
    await button(page, say("frame.undo")).click();
    await page.waitForFunction((n) => document.querySelectorAll(".round tbody tr").length === n, due);
    expectQuiet(page);
  });

  test("a workbook gives the values of its sheet, which can be changed and is remembered", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    await page.locator("input.import-file").setInputFiles(workbook("openpyxl-cover.xlsx"));
    const dialog = page.getByRole("dialog");
    const sheet = dialog.getByLabel(say("import.sheet"));
    await sheet.waitFor();
    const shown = () => sheet.evaluate((list) => list.selectedOptions[0].textContent);
    assert.equal(await shown(), "Sales 2026", "neither the cover nor the hidden sheet");
    const states = dialog.locator(".import-preview tbody tr td:last-child");
    const six = Array(6).fill(say("import.state.new"));
    const first = await states.allTextContents();
    assert.deepEqual(first.filter((text) => text.startsWith(say("import.state.new"))).length, six.length);
    assert.equal(await dialog.getByLabel(say("import.separator_label")).count(), 0);
    await expectAccessible(page, "a workbook");
    await picture(page, "workbook");
    await sheet.focus();
    await sheet.selectOption({ label: say("import.hidden_sheet").replace("{name}", "Old") });
    await dialog.getByText(/^1 new/).waitFor();
    assert.ok(await sheet.evaluate((list) => list === document.activeElement), "the list keeps the focus");
    await sheet.selectOption("Sales 2026");
    await dialog.getByRole("button", { name: /6 values/ }).click();
    await page.getByText("openpyxl-cover.xlsx › Sales 2026").waitFor();
    await page.getByText(say("chart.data_table"), { exact: true }).click();
    await page.getByRole("cell", { name: "2,345.75", exact: true }).first().waitFor();
    // The next one is dropped, and read as the last.
    const bytes = readFileSync(workbook("openpyxl-cover.xlsx")).toString("base64");
    await page.evaluate((text) => {
      const file = new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], "next.xlsx");
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      document.getElementById("values").dispatchEvent(drop);
    }, bytes);
    await dialog.getByText(say("import.as_before")).waitFor();
    assert.equal(await shown(), "Sales 2026");
    await dialog.getByText(/6 the same/).waitFor();
    await page.keyboard.press("Escape");
    // What cannot be read says what to do instead.
    await page.locator("input.import-file").setInputFiles(workbook("sheetjs.ods"));
    await dialog.getByText(say("import.table.open_document")).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("input.import-file").setInputFiles(workbook("sheetjs.xls"));
    await dialog.getByText(say("import.table.old_workbook")).waitFor();
    expectQuiet(page);
  });

  test("a year of two digits is asked and the likely one is not taken", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    await page.locator("input.import-file").setInputFiles(path.join(ROOT, "tests/fixtures/tabular/exports/excel-mmm-yy.csv"));
    const dialog = page.getByRole("dialog");
    const likely = dialog.getByRole("radio", { name: say("import.a_likely_year").replace("{year}", "2026") });
    await likely.waitFor();
    assert.equal(await likely.isChecked(), false);
    await dialog.getByText(say("import.answer_first")).waitFor();
    await picture(page, "short-year");
    await dialog.getByRole("radio", { name: say("import.a_no_year") }).check();
    await dialog.getByText(/^2 rejected/).waitFor();
    await likely.check();
    await dialog.getByRole("cell", { name: "January 2026" }).waitFor();
    await dialog.getByRole("button", { name: /2 values/ }).click();
    await page.getByText("excel-mmm-yy.csv").waitFor();
    expectQuiet(page);
  });

  test("the encoding of a file is told, can be changed, and the choice is remembered", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    const file = path.join(ROOT, "tests/fixtures/tabular/exports/russian-excel.csv");
    await page.locator("input.import-file").setInputFiles(file);
    const dialog = page.getByRole("dialog");
    const encoding = dialog.getByLabel(say("import.encoding_label"));
    await encoding.waitFor();
    assert.equal(await encoding.inputValue(), "windows-1251");
    const values = dialog.getByLabel(say("import.value_column"));
    const named = () => values.evaluate((list) => list.selectedOptions[0].textContent);
    assert.match(await named(), /^[А-Яа-я]/);
    await expectAccessible(page, "an encoding");
    await picture(page, "encoding");
    await encoding.selectOption("utf-8");
    await dialog.getByText(say("import.encoding_misfit").replace("{encoding}", say("import.encoding.utf_8"))).waitFor();
    const period = dialog.getByLabel(say("import.period_column"));
    await encoding.selectOption("koi8-r");
    await period.waitFor();
    assert.doesNotMatch(await period.evaluate((list) => list.textContent), /Месяц/, "letters of another encoding");
    await encoding.selectOption("windows-1251");
    await page.waitForFunction(() => /Месяц/.test(document.querySelector("#import-period")?.textContent ?? ""));
    await page.keyboard.press("Escape");
    // Central instead of Western Europe: other letters, the same numbers.
    const french = path.join(ROOT, "tests/fixtures/tabular/exports/french-latin.csv");
    await page.locator("input.import-file").setInputFiles(french);
    await page.waitForFunction(() => document.querySelector("#import-encoding")?.value === "windows-1252");
    await encoding.selectOption("windows-1250");
    await dialog.getByText(say("import.decoded").slice(0, 24)).waitFor({ state: "hidden" });
    await dialog.getByRole("button", { name: /2 values/ }).click();
    await page.getByText("french-latin.csv").waitFor();
    await page.locator("input.import-file").setInputFiles(french);
    await dialog.getByText(say("import.as_before")).waitFor();
    assert.equal(await encoding.inputValue(), "windows-1250");
    expectQuiet(page);
  });

  test("a raw log in another encoding is added up, wherever a letter is cut", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    // 状态 and 完成 in GBK. A slice ends after 256 KB: within a letter, by the lengths of head and rows.
    const head = Buffer.concat([Buffer.from("began;"), Buffer.from([0xd7, 0xb4, 0xcc, 0xac]), Buffer.from("\n")]);
    const done = Buffer.concat(Array(25).fill(Buffer.from([0xcd, 0xea, 0xb3, 0xc9])));
    const row = Buffer.concat([Buffer.from("2026-10-01 09:00:00;"), done, Buffer.from("\n")]);
    assert.equal((256 * 1024 - head.length) % row.length % 2, 1, "the cut is within a letter");
    const gbk = Buffer.concat([head, ...Array(3000).fill(row)]);
    const wide = Buffer.from(`\ufeff${new TextDecoder("gbk").decode(gbk)}`, "utf16le");
    const dialog = page.getByRole("dialog");
    for (const [name, buffer, label] of [["gbk.csv", gbk, "gb18030"], ["wide.csv", wide, "utf-16le"]]) {
      await page.locator("input.import-file").setInputFiles({ name, mimeType: "text/csv", buffer });
      assert.equal(await dialog.getByLabel(say("import.encoding_label")).inputValue(), label);
      await dialog.getByRole("radio", { name: say("log.row_event") }).check();
      await dialog.getByRole("button", { name: say("log.add_up") }).click();
      await dialog.getByRole("heading", { name: say("log.result") }).waitFor();
      assert.deepEqual(await dialog.locator("tbody tr td:nth-child(2)").allTextContents(), ["3,000"]);
      await dialog.getByText("状态").first().waitFor({ state: "attached" });
      await page.keyboard.press("Escape");
    }
    expectQuiet(page);
  });

  test("a value begun in the last row stands there again, and is no value before it is entered", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    const chart = page.url();
    const value = page.locator("#new-value");
    const again = page.getByText(say("indicator.begun"), { exact: true });
    const rows = page.locator(".values tbody th");
    await value.waitFor();
    await value.pressSequentially("8");
    assert.ok(!(await again.isVisible()), "nobody was away");
    await page.reload();
    await again.waitFor();
    assert.deepEqual([await value.inputValue(), await rows.count()], ["8", 0]);
    await page.locator("#new-period").fill("2026-07");
    await page.locator("#new-note").fill("by hand");
    await goTo(page, "/goals");
    await page.goto(chart);
    await again.waitFor();
    const texts = () => page.locator(".new-row input").evaluateAll((all) => all.map((one) => one.value));
    assert.deepEqual(await texts(), ["2026-07", "8", "by hand"]);
    await expectAccessible(page, "a begun row");
    await picture(page, "begun-row");
    await value.fill("85");
    await value.press("Enter");
    await rows.filter({ hasText: "July 2026" }).waitFor();
    assert.ok(!(await again.isVisible()), "entered");
    await page.waitForFunction(() => localStorage.getItem("crm-readiness:begun") === null);
    await page.reload();
    await rows.filter({ hasText: "July 2026" }).waitFor();
    assert.deepEqual(await texts(), ["2026-08", "", ""]);
    assert.equal(await rows.count(), 1);
    expectQuiet(page);
  });

  test("the year of two digits in a raw log is asked, then the day", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    const buffer = Buffer.from("began\n03/04/26 09:00\n05/04/26 10:00\n");
    await page.locator("input.import-file").setInputFiles({ name: "calls.csv", mimeType: "text/csv", buffer });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: say("log.row_event") }).check();
    await dialog.getByText(say("log.open.year")).waitFor();
    await dialog.getByRole("radio", { name: "2026", exact: true }).check();
    await dialog.getByText(say("log.open.order")).waitFor();
    await dialog.getByRole("radio", { name: say("log.order_day") }).check();
    await dialog.getByRole("button", { name: say("log.add_up") }).click();
    await dialog.getByRole("rowheader", { name: "April 2026" }).waitFor();
    assert.deepEqual(await dialog.locator("tbody tr td:nth-child(2)").allTextContents(), ["2"]);
    expectQuiet(page);
  });

  test("months in words are read in a raw log once the year is known", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say);
    const buffer = Buffer.from("began\n31-Oct-26 14:05\n1-Nov-26 09:30\n02-NOV-26 02:05:10 PM\n");
    await page.locator("input.import-file").setInputFiles({ name: "calls.csv", mimeType: "text/csv", buffer });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: say("log.row_event") }).check();
    await dialog.getByText(say("log.open.year")).waitFor();
    await dialog.getByRole("radio", { name: "2026", exact: true }).check();
    await dialog.getByRole("button", { name: say("log.add_up") }).click();
    await dialog.getByRole("rowheader", { name: "November 2026" }).waitFor();
    assert.deepEqual(await dialog.locator("tbody tr td:nth-child(2)").allTextContents(), ["1", "2"]);
    expectQuiet(page);
  });

  test("a raw log in a workbook comes to the same as in a file of text", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say, "week");
    await page.locator("input.import-file").setInputFiles(workbook("xlsxwriter-calls.xlsx"));
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: say("log.row_event") }).check();
    await dialog.getByRole("button", { name: say("log.add_up") }).click();
    await dialog.getByRole("heading", { name: say("log.result") }).waitFor();
    assert.deepEqual(await dialog.locator("tbody tr td:nth-child(2)").allTextContents(), callsByWeek());
    expectQuiet(page);
  });

  test("a raw log of calls becomes counts by week, one step, remembered", async () => {
    const say = words("en");
    const page = await newPage(browser);
    await newChart(page, say, "week");
    const file = path.join(ROOT, "tests/fixtures/tabular/events/calls.csv");
    await page.locator("input.import-file").setInputFiles(file);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: say("log.row_event") }).check();
    await dialog.getByLabel(say("log.when"), { exact: true }).waitFor();
    await expectAccessible(page, "raw log");
    await dialog.getByRole("button", { name: say("log.add_up") }).click();
    await dialog.getByRole("heading", { name: say("log.result") }).waitFor();
    const wanted = callsByWeek();
    assert.deepEqual(await dialog.locator("tbody tr td:nth-child(2)").allTextContents(), wanted);
    await dialog.getByRole("button", { name: new RegExp(`${wanted.length} values`) }).click();
    await page.getByText(/from 1,500 rows/).waitFor();
    await button(page, say("frame.undo")).click();
    await page.getByText(/from 1,500 rows/).waitFor({ state: "detached" });
    expectQuiet(page);
  });
});

describe("a band that changes by period", () => {
  const more = (page, say) => page.locator("summary").filter({ hasText: say("definition.more") }).click();

  /** A new indicator to stay within 10 to 20 by the end of 2026, at its definition. */
  async function newBand(page, say) {
    await newIndicator(page, say);
    const id = page.url().match(/indicator\/(i[0-9a-z]{8})/)[1];
    await page.getByRole("radio", { name: say("definition.direction_within"), exact: true }).check();
    await page.getByRole("radio", { name: say("definition.cadence_month"), exact: true }).check();
    for (const [field, value] of [["low", "10"], ["high", "20"]]) {
      await page.getByLabel(say(`definition.${field}`), { exact: true }).fill(value);
    }
    await page.locator("#definition-due").fill("2026-12-31");
    await more(page, say);
    return id;
  }

  for (const lang of LANGUAGES) {
    test(`is typed, pasted as two columns, filled in, and followed by chart, table and board (${lang})`, async () => {
      const say = words(lang);
      const page = await newPage(browser, { lang });
      const id = await newBand(page, say);
      const bands = page.getByRole("textbox", { name: say("definition.bands"), exact: true });
      const settle = async (text) => {
        await bands.fill(text);
        await bands.blur();
      };
      const alert = (key) => page.getByRole("alert").filter({ hasText: slots(say(`definition.${key}`), { line: "2" }) });
      await settle("2026-07 15 30\n2026-10 30 15");
      await alert("bands_upside_down").waitFor();
      await settle("2026-07 15 30\n2026-10 12");
      await alert("series_no_period").waitFor();
      await settle("2026-10\t12\t24\n2026-07\t15\t30");
      const lines = (text) => page.waitForFunction((wanted) => document.getElementById("definition-series").value === wanted, text);
      await lines("2026-07\t15\t30\n2026-10\t12\t24");
      await expectAccessible(page, "bands on the way");
      await picture(page, `bands-definition-${lang}`);
      await goTo(page, `/indicator/${id}`);
      for (const [period, value] of [["2026-09", "28"], ["2026-10", "22"]]) {
        await page.locator("#new-period").fill(period);
        await page.locator("#new-value").fill(value);
        await page.locator("#new-value").press("Enter");
        await page.locator(`#value-${period}-value`).waitFor();
      }
      await page.getByText(say("status.on_course"), { exact: true }).first().waitFor();
      await page.getByText(say("chart.data_table"), { exact: true }).click();
      const expected = page.locator("details .table-scroll tbody td:last-child");
      const range = (low, high) => slots(say("chart.range"), { low, high });
      await expected.nth(1).waitFor();
      assert.deepEqual(await expected.allTextContents(), [range("12", "24"), range("15", "30")]);
      await expectAccessible(page, "a chart with bands");
      await picture(page, `bands-chart-${lang}`);
      await goTo(page, "/goals/board");
      const then = slots(say("sentence.now_then"), {
        now: slots(say("sentence.band_short"), { low: "12", high: "24" }),
        then: slots(say("sentence.band_short"), { low: "10", high: "20" }),
      });
      await page.getByText(then, { exact: true }).waitFor();
      await goTo(page, "/report");
      await page.getByRole("cell", { name: slots(say("report.band"), { low: "12", high: "24" }), exact: true }).waitFor();
      // A block of two columns: a line a period, from this month on.
      await goTo(page, `/indicator/${id}/definition`);
      await more(page, say);
      await settle("16\t32\n14\t28");
      await lines("2026-11\t16\t32\n2026-12\t14\t28");
      await settle("2026-10 16 32");
      await button(page, say("definition.series_line")).click();
      await page.waitForFunction(() => document.getElementById("definition-series").value.split("\n").length === 3);
      assert.match(await bands.inputValue(), /^2026-10\t16\t32\n2026-11\t13[.,]05\t26[.,]1\n2026-12\t10\t20$/);
      await button(page, say("frame.undo")).click();
      await lines("2026-10\t16\t32");
      expectQuiet(page);
    });
  }

  test("leaves in the plan and is no wider than a phone", async () => {
    const say = words("ru");
    const page = await newPage(browser, { lang: "ru", theme: "dark", viewport: PHONE });
    const id = await newBand(page, say);
    const bands = page.getByRole("textbox", { name: say("definition.bands"), exact: true });
    await bands.fill("2026-07 15–30");
    await bands.blur();
    await page.waitForFunction(() => document.getElementById("definition-series").value === "2026-07\t15\t30");
    await expectNoSidewaysScroll(page);
    await picture(page, "bands-definition-phone");
    await goTo(page, `/indicator/${id}`);
    await page.locator("#new-period").fill("2026-10");
    await page.locator("#new-value").fill("28");
    await page.locator("#new-value").press("Enter");
    await page.getByText(say("status.on_course"), { exact: true }).first().waitFor();
    await expectNoSidewaysScroll(page);
    await picture(page, "bands-chart-phone");
    const download = page.waitForEvent("download");
    await goTo(page, "/report");
    await button(page, say("plan.export")).click();
    const text = readFileSync(await (await download).path(), "utf8");
    assert.match(text, /\n {4}bands:\n {4}- period: "2026-07"\n {6}low: 15\n {6}high: 30\n/);
    expectQuiet(page);
  });
});
