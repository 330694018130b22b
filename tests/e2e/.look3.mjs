import { launch, serve, newPage, open, picture, PHONE } from "./support.mjs";
import { words } from "./words.mjs";
const only = process.argv[2];
const browser = await launch(); const site = await serve();
async function go(lang, theme, viewport, places, tag) {
  const say = words(lang);
  const page = await newPage(browser, { lang, theme, ...(viewport ? { viewport } : {}) });
  await open(page, site.url);
  await page.getByRole("button", { name: say("sample.try"), exact: true }).click();
  await page.getByText(say("sample.is_sample")).waitFor();
  const project = new URL(page.url()).hash.match(/p\/(p[0-9a-z]{8})/)[1];
  for (const [name, place, act] of places) {
    await page.goto(`${site.url}#/p/${project}${place}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(400);
    if (act) await act(page, say);
    await page.waitForTimeout(200);
    await picture(page, `look-${tag}-${name}`);
  }
  console.log(tag, page.complaints);
  await page.context().close();
}
const lib = ["library", "/library", async (page, say) => { for (const i of [0, 1]) await page.getByText(say("library_page.details"), { exact: true }).nth(i).click(); }];
const search = ["search", "/library", async (page, say) => { await page.getByRole("searchbox").fill(say("library_page.group_data").slice(0, 3)); }];
const ch = ["channels", "/channels"];
const rep = ["report", "/report"];
const goals = ["goals", "/goals"];
const def = ["definition", "/indicator/i5amp0003/definition"];
if (!only || only === "en") await go("en", "light", null, [lib, search, ch, rep, goals, def], "en");
if (!only || only === "ru") await go("ru", "dark", PHONE, [lib, ch, def], "ru-phone");
if (!only || only === "zh") await go("zh", "dark", null, [lib, ch, def], "zh-dark");
await browser.close(); await site.close();
