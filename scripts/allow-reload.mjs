// Adds the hash of Trunk's inline reload script to the content security policy
// of a debug build's index.html. A release build has no inline script.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2];
const html = readFileSync(file, "utf8");
const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
  ([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
);
if (hashes.length > 0) {
  writeFileSync(file, html.replace("script-src 'self'", `script-src 'self' ${hashes.join(" ")}`));
}
