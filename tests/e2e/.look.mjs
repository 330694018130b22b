import { serve, launch, newPage, open, expectAccessible, PHONE } from "./support.mjs";
import { words } from "./words.mjs";
const lang = process.env.L ?? "en"; const text = process.env.G ?? "Improve customer satisfaction";
const site = await serve(); const browser = await launch();
const say = words(lang);
const page = await newPage(browser, { lang, viewport: process.env.PHONE ? PHONE : undefined, theme: process.env.DARK ? "dark" : "light" });
const shot = (name) => page.screenshot({ path: `/tmp/look/${lang}-${process.env.PHONE ? "phone-" : ""}${name}.png`, fullPage: true });
await open(page, site.url);
const button = (name) => page.getByRole("button", { name, exact: true });
await button(say("projects.new")).click();
await page.getByRole("textbox", { name: say("projects.name") }).fill("Goals");
await button(say("projects.create")).click();
await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
const id = new URL(page.url()).hash.match(/p\/(p[0-9a-z]{8})/)[1];
await page.goto(`${site.url}#/p/${id}/goals`);
await button(say("goals.add_goal")).first().click();
await page.waitForTimeout(400);
await page.keyboard.type(text);
await page.waitForTimeout(300);
await shot("goal-form");
await page.getByText(say("goal_check.heading")).first().click();
await page.waitForTimeout(300);
await shot("goal-check");
try { await expectAccessible(page, "goals"); } catch (e) { console.log(String(e.message).slice(0, 2000)); }
const draft = button(say("goal_check.use_draft")); await ((await draft.count()) ? draft : button(say("goal_check.do_new_indicator"))).last().click();
await page.waitForTimeout(600);
await page.keyboard.type(process.env.N ?? "Customers who rate their last contact 4 or 5 out of 5");
await page.waitForTimeout(300);
await shot("definition");
for (const summary of await page.locator("details:not([open]) > summary").all()) { }
await page.getByText(say("role.heading")).click();
await page.waitForTimeout(300);
await shot("definition-open");
try { await expectAccessible(page, "definition"); } catch (e) { console.log(String(e.message).slice(0, 2000)); }
console.log(page.url(), page.complaints);
await browser.close(); await site.close();
