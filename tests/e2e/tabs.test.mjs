// Two windows of one browser edit one project: different fields join, and of
// one field both values stay within reach.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectQuiet, launch, newPage, open, serve, watch } from "./support.mjs";
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

const say = words("en");
const field = (page, key) => page.getByRole("textbox", { name: say(key) });
const saved = (page) => page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();

/** Types into a field and waits until it is stored. */
async function write(page, key, text) {
  await field(page, key).fill(text);
  await field(page, key).blur();
  await page.waitForTimeout(400);
  await saved(page);
}

/** Two windows on the settings of one new project, neither looking at the other. */
async function twoWindows() {
  const one = await newPage(browser, { now: null });
  // A window that comes to the front reads what others saved: these two never do.
  await one.context().addInitScript(() => {
    window.addEventListener("focus", (event) => event.stopImmediatePropagation(), true);
  });
  await open(one, site.url);
  await one.getByRole("button", { name: say("projects.new"), exact: true }).click();
  await one.getByRole("textbox", { name: say("projects.name") }).fill("Two windows");
  await one.getByRole("button", { name: say("projects.create"), exact: true }).click();
  await one.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await one.waitForTimeout(400);
  await saved(one);
  const settings = new URL(one.url());
  settings.hash += "/settings";
  await one.goto(settings.href);
  await field(one, "overview.why").waitFor();
  const two = watch(await one.context().newPage());
  await two.goto(settings.href);
  await field(two, "overview.why").waitFor();
  return [one, two];
}

test("two windows change different fields of one record and both stay", async () => {
  const [one, two] = await twoWindows();
  await write(one, "projects.organisation", "Northwind");
  await write(two, "overview.why", "Callers wait too long");
  await two.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "Northwind"));
  assert.equal(await field(two, "overview.why").inputValue(), "Callers wait too long");
  assert.equal(await two.getByRole("complementary", { name: say("storage.overwritten_label") }).count(), 0);
  await two.waitForTimeout(400);
  await saved(two);
  await two.reload();
  await field(two, "overview.why").waitFor();
  assert.equal(await field(two, "projects.organisation").inputValue(), "Northwind");
  assert.equal(await field(two, "overview.why").inputValue(), "Callers wait too long");
  [one, two].forEach(expectQuiet);
  await one.context().close();
});

test("of one field the later value stands and the earlier one can be taken back", async () => {
  const [one, two] = await twoWindows();
  await write(one, "overview.why", "Callers wait too long");
  await write(two, "overview.why", "Too many complaints");
  const banner = two.getByRole("complementary", { name: say("storage.overwritten_label") });
  await banner.waitFor();
  assert.equal(await field(two, "overview.why").inputValue(), "Too many complaints");
  await banner.getByRole("button", { name: `${say("storage.overwritten_take")}: Two windows` }).click();
  await banner.waitFor({ state: "detached" });
  assert.equal(await field(two, "overview.why").inputValue(), "Callers wait too long");
  [one, two].forEach(expectQuiet);
  await one.context().close();
});
