// After a split build: puts the parts of the program, optimised and named by what
// they hold, beside the first file, and names them to the page. Without parts it
// does nothing.
// node place.mjs STAGING_DIR
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const staging = process.argv[2];
const parts = path.resolve(fileURLToPath(import.meta.url), "../../../target/parts");
const LINK = "__wasm_split.js";

const fingerprint = (...texts) => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex").slice(0, 16);
};

if (existsSync(path.join(parts, LINK))) {
  let link = readFileSync(path.join(parts, LINK), "utf8");
  for (const file of readdirSync(parts).filter((name) => name.endsWith(".wasm"))) {
    const whole = path.join(parts, file);
    execFileSync("wasm-opt", ["-Oz", "--strip-debug", "--strip-producers", whole, "-o", whole], { stdio: ["ignore", "ignore", "pipe"] });
    const content = readFileSync(whole);
    const name = `${path.basename(file, ".wasm").replace(/^(split|chunk)_/, "part-")}-${fingerprint(content)}.wasm`;
    writeFileSync(path.join(staging, name), content);
    link = link.replaceAll(`./${file}`, `./${name}`);
  }

  // The program's own script and the link import each other, so that one
  // fingerprint of both names both: neither is ever cached beside another's.
  const page = path.join(staging, "index.html");
  let html = readFileSync(page, "utf8");
  const script = readdirSync(staging).find((name) => /^crm-readiness-app-[0-9a-f]+\.js$/.test(name));
  if (!script) throw new Error("the program's script is not in the staging folder");
  const glue = readFileSync(path.join(staging, script), "utf8");
  if (!glue.includes(`from "./${LINK}"`)) throw new Error(`${script} does not import ${LINK}`);
  // What a returning visitor's own projects need; boot.js fetches it meanwhile.
  const ahead = [...link.matchAll(/\.\/(part-[\w-]+\.wasm)/g)].map((match) => match[1]);
  const named = [...new Set(ahead)].filter((name) => !/^part-(files|sheets)-/.test(name)).map((name) => `./${name}`);
  html = html.replace('<div id="app"', `<div id="app" data-parts="${named.join(" ")}"`);
  const both = fingerprint(glue, link);
  const names = { script: `crm-readiness-app-${both}.js`, link: `parts-${both}.js` };
  writeFileSync(path.join(staging, names.script), glue.replaceAll(`from "./${LINK}"`, `from "./${names.link}"`));
  writeFileSync(path.join(staging, names.link), link.replaceAll("./main.js", `./${names.script}`));
  rmSync(path.join(staging, script));
  html = html.replaceAll(script, names.script);
  writeFileSync(page, html);
  rmSync(parts, { recursive: true });
}
