// Starts the page. Runs in <head>, before anything is painted: language and
// theme first, so that nothing flashes; then it starts the WebAssembly app and
// watches it. Plain script without imports, so that it works when the app does
// not. What the user sees on failure is in rescue.js.
(() => {
  "use strict";

  const PREFIX = "crm-readiness:";
  /** How many starts failed in a row; kept until a start lasts. */
  const FAILED_STARTS = `${PREFIX}failed-starts`;
  /** Set in this tab while a start runs: found set, the last one died unseen. */
  const STARTING = `${PREFIX}starting`;
  const FAILED_STARTS_BEFORE_SAFE_MODE = 3;
  /** A crash this soon after the start counts as a failed start. */
  const START_LASTS_MS = 10_000;
  const SLOW_MS = 15_000;
  const HTML_LANG = { en: "en", zh: "zh-Hans", ru: "ru" };

  const root = document.documentElement;

  // Storage throws when the browser blocks it; the page must start regardless.
  const attempt = (action, otherwise) => {
    try {
      return action() ?? otherwise;
    } catch {
      return otherwise;
    }
  };

  // Each setting is a JSON string of its own, as the app writes it.
  const setting = (name) => attempt(() => JSON.parse(localStorage.getItem(PREFIX + name)), "");
  const wanted = [setting("language"), ...(navigator.languages ?? [])];
  const language = wanted
    .map((tag) => String(tag ?? "").toLowerCase().split("-")[0])
    .find((tag) => Object.hasOwn(HTML_LANG, tag)) ?? "en";
  root.lang = HTML_LANG[language];
  const theme = setting("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  // Who has been here, or follows a link to a place, is no first visitor: the
  // static welcome would only flash before their own page.
  const wasHere = attempt(() => localStorage.getItem(`${PREFIX}marker`), null) !== null;
  const returning = wasHere || location.hash.length > 2;
  if (returning) root.dataset.returning = "";
  // starting → ready | failed | stopped; or safe. Styles and tests read it.
  root.dataset.app = "starting";

  const failedStarts = () => attempt(() => Number(localStorage.getItem(FAILED_STARTS)), 0) || 0;
  const setFailedStarts = (count) => attempt(() => {
    if (count === 0) localStorage.removeItem(FAILED_STARTS);
    else localStorage.setItem(FAILED_STARTS, String(count));
  });
  const clearStarting = () => attempt(() => sessionStorage.removeItem(STARTING));

  let lastsTimer;
  let slowTimer;
  /** True from the start until it has lasted: a failure now is a failed start. */
  let onTrial = false;

  const endTrial = (failed) => {
    if (!onTrial) return;
    onTrial = false;
    clearTimeout(lastsTimer);
    clearStarting();
    setFailedStarts(failed ? failedStarts() + 1 : 0);
  };

  // rescue.js is deferred: it is there once the document is parsed.
  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", resolve, { once: true });
    } else {
      resolve();
    }
  });

  const fail = async (detail) => {
    if (root.dataset.app === "failed" || root.dataset.app === "stopped") return;
    const wasUp = root.dataset.app === "ready";
    root.dataset.app = wasUp ? "stopped" : "failed";
    clearTimeout(slowTimer);
    endTrial(true);
    await parsed;
    if (failedStarts() >= FAILED_STARTS_BEFORE_SAFE_MODE) {
      enterSafeMode(detail);
    } else {
      const kind = wasUp ? "stopped" : typeof WebAssembly === "object" ? "failed" : "unsupported";
      window.crmReadinessRescue?.show({ kind, language, detail });
    }
  };

  const enterSafeMode = async (detail) => {
    root.dataset.app = "safe";
    await parsed;
    window.crmReadinessRescue?.show({ kind: "safe", language, detail, startAnyway: start });
  };

  // Only what stops WebAssembly counts: an extension's error must not raise the bar.
  const stopsTheApp = (error, message) => {
    const text = `${error?.name ?? ""} ${error?.message ?? message ?? ""}`;
    return (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError)
      || /RuntimeError|unreachable|call stack|too much recursion|out of memory|table index is out of bounds/i.test(text)
      || /recursive use of an object|closure invoked recursively|panicked at/i.test(text);
  };
  const describe = (error) => String(error?.message ?? error ?? "");

  window.addEventListener("error", (event) => {
    if (stopsTheApp(event.error, event.message)) fail(event.message);
  });
  window.addEventListener("unhandledrejection", (event) => {
    if (stopsTheApp(event.reason, event.reason)) fail(describe(event.reason));
  });
  // The app's own door: its panic hook tells the message here, the trap follows.
  window.addEventListener(`${PREFIX}failed`, (event) => fail(describe(event.detail)));
  // A page left before the trial ends has not failed.
  window.addEventListener("pagehide", () => {
    if (root.dataset.app === "ready") endTrial(false);
    clearStarting();
  });

  // Parts that somebody's own projects will need, on their way while the program
  // starts. What does not arrive is asked for again when it is needed.
  const fetchAhead = () => {
    const parts = document.getElementById("app")?.dataset.parts;
    for (const part of parts ? parts.split(" ") : []) fetch(part).catch(() => {});
  };

  async function start() {
    root.dataset.app = "starting";
    window.crmReadinessRescue?.hide();
    onTrial = true;
    attempt(() => sessionStorage.setItem(STARTING, "1"));
    slowTimer = setTimeout(() => {
      window.crmReadinessRescue?.show({ kind: "slow", language });
    }, SLOW_MS);
    try {
      await parsed;
      // The build writes both links; the files are already on their way.
      const module = document.querySelector('link[rel="modulepreload"]');
      const wasm = document.querySelector('link[rel="preload"][type="application/wasm"]');
      if (returning) fetchAhead();
      const app = await import(module.href);
      const response = await fetch(wasm.href);
      if (!response.ok) throw new Error(`${new URL(wasm.href).pathname}: HTTP ${response.status}`);
      await app.default({ module_or_path: response });
      clearTimeout(slowTimer);
      if (root.dataset.app !== "starting") return;
      root.dataset.app = "ready";
      window.crmReadinessRescue?.hide();
      clearStarting();
      lastsTimer = setTimeout(() => endTrial(false), START_LASTS_MS);
    } catch (error) {
      fail(describe(error));
    }
  }

  if (attempt(() => sessionStorage.getItem(STARTING), null)) {
    clearStarting();
    setFailedStarts(failedStarts() + 1);
  }
  if (failedStarts() >= FAILED_STARTS_BEFORE_SAFE_MODE) enterSafeMode();
  else start();
})();
