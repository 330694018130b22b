// `trunk serve` adds an inline reload script, which the page's policy forbids.
// In a debug build this moves it into a file of the page's own folder, with the
// address Trunk's server would have filled in.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = process.argv[2];
const page = path.join(folder, "index.html");
const html = readFileSync(page, "utf8");
const inline = /<script>([\s\S]*?__TRUNK_ADDRESS__[\s\S]*?)<\/script>/;
const script = inline.exec(html)?.[1];
if (script) {
  writeFileSync(path.join(folder, "reload.js"), script
    .replace(/['`]\{\{__TRUNK_ADDRESS__\}\}['`]/, "window.location.host")
    .replace("{{__TRUNK_WS_BASE__}}", "/"));
  writeFileSync(page, html.replace(inline, '<script src="./reload.js"></script>'));
}
