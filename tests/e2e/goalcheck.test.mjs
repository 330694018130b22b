// The goal check by visible names: a wish becomes a measurable target by
// following only the repairs it offers; a conflict is decided; the sample shows
// the three mistakes; what a sentence says is taken over at once.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  LANGUAGES, PHONE, THEMES, button, expectAccessible, expectApp, expectNoSidewaysScroll, expectQuiet, launch, newPage,
  open, projectOf, serve, slots,
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

const openPlace = async (page, place) => {
  await page.goto(`${site.url}#/p/${projectOf(page)}${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
};

async function newProject(page, say) {
  await open(page, site.url);
  await button(page, say("projects.new")).click();
  await page.getByRole("textbox", { name: say("projects.name") }).fill("Goals");
  await button(page, say("projects.create")).click();
  await page.getByRole("navigation", { name: say("frame.places") }).waitFor();
  await openPlace(page, "/goals");
}

/** Adds a goal with its sentence, typed as a person types it. */
async function addGoal(page, say, statement) {
  await button(page, say("goals.add_goal")).click();
  const field = page.getByRole("textbox", { name: say("goals.statement"), exact: true });
  await expectFocused(field);
  await page.keyboard.type(statement);
  await page.getByRole("heading", { level: 2, name: statement, exact: true }).waitFor();
}

/** Unfolds the list of findings on the goals page. */
const openFindings = (page, say) => page.getByText(say("goal_check.heading"), { exact: true }).click();

/** Waits until a field has the focus: it moves with the next drawing. */
const expectFocused = async (field) => {
  await field.waitFor();
  await field.evaluate((element) => new Promise((resolve, reject) => {
    const end = Date.now() + 5_000;
    const look = () => {
      if (document.activeElement === element) return resolve();
      if (Date.now() > end) return reject(new Error(`the focus is on ${document.activeElement?.outerHTML.slice(0, 120)}`));
      return requestAnimationFrame(look);
    };
    look();
  }));
};

const region = (page, name) => page.getByRole("region", { name, exact: true });
const textbox = (page, name) => page.getByRole("textbox", { name, exact: true });

const WISHES = {
  en: {
    wish: "Improve customer satisfaction", name: "Customers who rate their last contact 4 or 5 of 5",
    unit: "% of answers", population: "Customers asked after a solved case", source: "Survey tool", owner: "Vera",
  },
  zh: {
    wish: "提升客户满意度", name: "给最近一次服务打 4 或 5 分的客户",
    unit: "% 的回复", population: "问题解决后被询问的客户", source: "调查工具", owner: "薇拉",
  },
  ru: {
    wish: "Повысить удовлетворённость клиентов", name: "Клиенты с оценкой последнего обращения 4 или 5 из 5",
    unit: "% ответов", population: "Клиенты, опрошенные после решённого обращения", source: "Система опросов", owner: "Вера",
  },
};

for (const lang of LANGUAGES) {
  describe(`goal check, ${lang}`, () => {
    const say = words(lang);
    const text = WISHES[lang];

    test("a wish becomes a measurable target by following only the repairs", async () => {
      const page = await newPage(browser, { lang });
      await newProject(page, say);
      await addGoal(page, say, text.wish);
      const goal = region(page, text.wish);
      await goal.getByText(say("goal_check.what_wording")).waitFor();
      await expectAccessible(page, "a goal being typed");
      // The page's own button may be called the same; the repair stands above it.
      await button(goal, say("goal_check.do_new_indicator")).first().click();
      // The definition begins with the name.
      await expectFocused(textbox(page, say("definition.name")));
      await page.keyboard.type(text.name);
      // Every fact that is missing has a button, and every button its field.
      const entries = {
        "definition.target": (field) => field.pressSequentially("85"),
        "definition.unit": (field) => field.pressSequentially(text.unit),
        "definition.direction": () => page.getByRole("radio", { name: say("definition.direction_up"), exact: true }).check(),
        "definition.due": (field) => field.fill("2027-06-30"),
        "definition.population": (field) => field.pressSequentially(text.population),
        "definition.source": (field) => field.pressSequentially(text.source),
        "definition.owner": async (field) => {
          await field.selectOption(say("people.add_here"));
          await textbox(page, say("people.name")).fill(text.owner);
          await button(page, say("people.add")).click();
        },
      };
      const roles = { "definition.owner": "combobox", "definition.direction": "radio" };
      let filled = 0;
      for (const [key, enter] of Object.entries(entries)) {
        // A sentence that says which way is better has filled that slot itself.
        const repair = button(page, say(key));
        if (key === "definition.direction" && (await repair.count()) === 0) continue;
        await repair.click();
        const label = say(key);
        const field = roles[key] === "radio"
          ? page.getByRole("group", { name: label }).getByRole("radio").first()
          : key === "definition.due" ? page.getByLabel(label, { exact: true }) : page.getByRole(roles[key] ?? "textbox", { name: label, exact: true });
        await expectFocused(field);
        await enter(field);
        await repair.waitFor({ state: "detached" });
        filled += 1;
      }
      assert.ok(filled >= 6, `${filled} facts were missing`);
      await button(page, say("goal_check.do_baseline")).click();
      await page.getByRole("radio", { name: say("definition.baseline_none_yet"), exact: true }).check();
      await page.getByText(say("definition.complete")).waitFor();
      await page.getByText(say("goal_check.what_baseline")).waitFor({ state: "detached" });
      await expectAccessible(page, "a target stated in full");
      await openPlace(page, "/goals");
      assert.equal(await region(page, text.wish).getByText(say("goal_check.what_wording")).count(), 0);
      // It proves the success criteria now.
      await openPlace(page, "/readiness/q/ready.success");
      const shows = slots(say("walk.register_shows"), { answer: say("walk.yes") });
      assert.ok(await page.getByText(text.name).count() > 0, shows);
      expectQuiet(page);
      await page.context().close();
    });

    test("the sample shows the three mistakes, and is accessible on a phone in both themes", async () => {
      for (const theme of THEMES) {
        const page = await newPage(browser, { lang, theme, viewport: PHONE });
        await open(page, site.url);
        await button(page, say("sample.try")).click();
        await page.getByText(say("sample.is_sample")).waitFor();
        await openPlace(page, "/goals");
        await openFindings(page, say);
        for (const mistake of ["vague", "conflicting", "misread"]) {
          await page.getByRole("heading", { level: 2, name: say(`goal_check.${mistake}`), exact: true }).waitFor();
        }
        await page.getByText(say("goal_check.what_stage")).first().waitFor();
        await expectAccessible(page, `goals, ${theme}`);
        await expectNoSidewaysScroll(page);
        await button(page, say("goal_check.do_new_outcome")).first().click();
        await expectFocused(textbox(page, say("definition.name")));
        await page.getByText(say("role.heading")).click();
        await expectAccessible(page, `definition, ${theme}`);
        await expectNoSidewaysScroll(page);
        expectQuiet(page);
        await page.context().close();
      }
    });

    test("a conflict is decided where it was found, stays decided, and is open again after undo", async () => {
      const page = await newPage(browser, { lang });
      await open(page, site.url);
      await button(page, say("sample.try")).click();
      await page.getByText(say("sample.is_sample")).waitFor();
      await openPlace(page, "/goals");
      const decided = page.getByRole("heading", { level: 2, name: say("trade_offs.heading"), exact: true });
      await decided.waitFor();
      await openFindings(page, say);
      await page.getByText(say("goal_check.what_known_goal")).first().waitFor();
      await button(page, say("goal_check.do_trade_off")).or(button(page, say("goal_check.do_accepted"))).first().click();
      const accepted = textbox(page, say("trade_offs.accepted"));
      await expectFocused(accepted);
      await page.keyboard.type("4 %");
      // What is still open is asked for next.
      await button(page, say("goal_check.do_who")).first().click();
      const who = page.getByRole("combobox", { name: say("trade_offs.who"), exact: true });
      await expectFocused(who);
      await who.selectOption({ index: 2 });
      await page.getByLabel(say("trade_offs.date"), { exact: true }).fill("2026-11-16");
      await page.getByText(say("goal_check.what_known_goal")).first().waitFor({ state: "detached" });
      await expectAccessible(page, "a decided trade-off");
      await button(page, say("trade_offs.done")).click();
      await page.getByText(slots(say("trade_offs.may_cost"), { accepted: "4 %" })).waitFor();
      await page.clock.runFor(1_000);
      await page.getByRole("status").getByText(say("frame.saved"), { exact: true }).waitFor();
      await page.reload();
      await expectApp(page);
      await page.getByText(slots(say("trade_offs.may_cost"), { accepted: "4 %" })).waitFor();
      assert.equal(await page.getByText(say("goal_check.what_known_goal")).count(), 0);
      await openFindings(page, say);
      await button(page, say("trade_offs.edit")).last().click();
      await button(page, say("trade_offs.delete")).click();
      await page.getByText(say("goal_check.what_known_goal")).first().waitFor();
      await button(page, say("frame.undo")).click();
      await page.getByText(slots(say("trade_offs.may_cost"), { accepted: "4 %" })).waitFor();
      expectQuiet(page);
      await page.context().close();
    });
  });
}

test("what the sentence says is taken over at once, and undo gives it back", async () => {
  const say = words("en");
  const page = await newPage(browser, { lang: "en" });
  await newProject(page, say);
  const sentence = "Raise cases solved at once from 60 % in October 2026 to 75 % by March 2027";
  await addGoal(page, say, sentence);
  await button(region(page, sentence), say("goal_check.use_draft")).click();
  const target = textbox(page, say("definition.target"));
  await expectFocused(textbox(page, say("definition.name")));
  assert.equal(await target.inputValue(), "75");
  const due = page.getByLabel(say("definition.due"), { exact: true });
  assert.equal(await due.inputValue(), "2027-03-31");
  await due.fill("");
  await due.blur();
  const take = button(page, slots(say("goal_check.use_deadline"), { date: "31 March 2027" }));
  await take.first().click();
  await expectFocused(due);
  assert.equal(await due.inputValue(), "2027-03-31");
  await button(page, say("frame.undo")).click();
  await take.first().waitFor();
  assert.equal(await due.inputValue(), "");
  expectQuiet(page);
  await page.context().close();
});

test("resources pulled apart are found on both sides, by keyboard alone", async () => {
  const say = words("en");
  const page = await newPage(browser, { lang: "en" });
  await newProject(page, say);
  const add = async (name, pull) => {
    await openPlace(page, "/goals");
    await button(page, say("goals.add_indicator")).first().click();
    await expectFocused(textbox(page, say("definition.name")));
    await page.keyboard.type(name);
    await page.getByText(say("role.heading")).press("Enter");
    const group = page.getByRole("group", { name: say("role.resources"), exact: true });
    await group.getByRole("combobox", { name: say("role.draw_pull"), exact: true }).selectOption(say(pull));
    const field = group.getByRole("combobox", { name: say("role.draw_name"), exact: true })
      .or(group.getByRole("textbox", { name: say("role.draw_name"), exact: true })).last();
    await field.focus();
    await page.keyboard.type("Agent hours");
    await page.keyboard.press("Enter");
  };
  await add("Waiting time", "role.pull_more");
  await add("Cost of the hotline", "role.pull_less");
  const said = (other) => `${slots(say("goal_check.what_resource"), { other: `“${other}”` })}: “Agent hours”`;
  await page.getByText(said("Waiting time")).first().waitFor();
  await openPlace(page, "/goals");
  await page.getByRole("link", { name: "Waiting time", exact: true }).first().waitFor();
  await openFindings(page, say);
  await page.getByText(said("Cost of the hotline")).or(page.getByText(said("Waiting time"))).first().waitFor();
  await button(page, say("goal_check.do_trade_off")).press("Enter");
  await expectFocused(page.getByRole("radio", { name: "“Waiting time”", exact: true })
    .or(page.getByRole("radio", { name: "“Cost of the hotline”", exact: true })).first());
  expectQuiet(page);
  await page.context().close();
});
