// Every text colour on every surface it may stand on, read from the tokens.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../style/tokens.css", import.meta.url), "utf8");
const PALETTE = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
    .map(([, name, light, dark]) => [name, { light, dark }]),
);
const SURFACES = ["paper", "wash"];
const TEXTS = ["ink", "second", "accent", "met", "tolerance", "missed"];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test("the contrast formula gives the specification's own extremes", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#777777"), 1);
});

for (const theme of ["light", "dark"]) {
  test(`every text reaches 4.5:1 on every surface, ${theme}`, () => {
    const pairs = [
      ...SURFACES.flatMap((under) => TEXTS.map((text) => [text, under])),
      ["on-accent", "accent"],
    ];
    for (const [text, under] of pairs) {
      const ratio = contrast(PALETTE[text][theme], PALETTE[under][theme]);
      assert.ok(ratio >= 4.5, `${text} on ${under}: ${ratio.toFixed(2)}`);
    }
  });

  test(`every edge of a control reaches 3:1, ${theme}`, () => {
    for (const under of SURFACES) {
      const ratio = contrast(PALETTE.edge[theme], PALETTE[under][theme]);
      assert.ok(ratio >= 3, `edge on ${under}: ${ratio.toFixed(2)}`);
    }
  });
}
