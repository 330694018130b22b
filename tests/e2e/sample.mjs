// The sample project, opened as a visitor opens it.
import { button, newPage, open, projectOf } from "./support.mjs";
import { words } from "./words.mjs";

/** Goes to a place of the project shown, as `/goals/map`. */
export async function goTo(page, site, place) {
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The sample project, open on a place of it; `options` as for `newPage`. */
export async function sample(browser, site, options, place) {
  const say = words(options.lang ?? "en");
  const page = await newPage(browser, options);
  await open(page, site.url);
  await button(page, say("sample.try")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await goTo(page, site, place);
  return { page, say };
}
