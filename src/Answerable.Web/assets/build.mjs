// Bundles every assets/*.ts and *.css into wwwroot, and the icons that each module names in its icons.txt into one sprite.
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";

const assets = new URL("./", import.meta.url);
const out = new URL("../wwwroot/", import.meta.url);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const entries = (await readdir(assets)).filter(name => /\.(ts|css)$/.test(name) && !name.endsWith(".d.ts"));
await build({
  entryPoints: entries.map(name => new URL(name, assets).pathname),
  outdir: out.pathname,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  loader: { ".woff2": "file", ".svg": "dataurl" },
  logLevel: "warning",
});

const web = new URL("../", import.meta.url);
const lists = (await readdir(web, { withFileTypes: true }))
  .filter(entry => entry.isDirectory() && existsSync(new URL(`${entry.name}/icons.txt`, web)));
const texts = await Promise.all(lists.map(entry => readFile(new URL(`${entry.name}/icons.txt`, web), "utf8")));
const names = [...new Set(texts.flatMap(text => text.split(/\s+/)).filter(Boolean))].sort();
const symbols = await Promise.all(names.map(async name => {
  const svg = await readFile(new URL(`../node_modules/@tabler/icons/icons/outline/${name}.svg`, import.meta.url), "utf8");
  const inside = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  const drawn = `viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`;
  return `<symbol id="${name}" ${drawn}>${inside.trim()}</symbol>`;
}));
await writeFile(new URL("icons.svg", out), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
await writeFile(new URL("favicon.svg", out), await readFile(new URL("favicon.svg.txt", assets)));

// What is sent to every browser is pressed once, here, rather than at each request.
for (const name of await readdir(out)) {
  if (!/\.(css|js|svg)$/.test(name)) continue;
  const whole = await readFile(new URL(name, out));
  await writeFile(new URL(`${name}.br`, out), brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  await writeFile(new URL(`${name}.gz`, out), gzipSync(whole, { level: 9 }));
}
