// Pages in a browser: axe in four modes at two widths, IBM Equal Access, the page's own policy, and html-validate.
// usage: node pages.mjs CHROMIUM PAGE...    Prints {"problems": [...], "runs": N}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { chromium } from "playwright-core";

const [executablePath, ...pages] = process.argv.slice(2);
const find = createRequire(import.meta.url).resolve;
const AXE = readFileSync(find("axe-core/axe.min.js"), "utf8");
const IBM = readFileSync(find("accessibility-checker-engine/ace-window.js"), "utf8");
const MODES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  contrast: { contrast: "more" },
  forced: { forcedColors: "active" },
};
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const problems = [];
let runs = 0;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--mute-audio"] });
for (const page of pages) {
  await underItsPolicy(page);
  for (const [mode, wanted] of Object.entries(MODES))
    for (const width of [320, 1280]) await withAxe(page, mode, wanted, width);
  await withIbm(page);
}
await browser.close();
await withHtmlValidate();
process.stdout.write(JSON.stringify({ problems, runs }));

async function visit(file, options, look) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  await context.route(/^https?:/, (route) => {
    problems.push(`${file}: asks the network for ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(`${file}: ${error}`));
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await look(page);
  runs += 1;
  await context.close();
}

// A browser is the judge of a policy: what the page shows must load, with the policy in force.
async function underItsPolicy(file) {
  const refused = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("console", (line) => /Content Security Policy/.test(line.text()) && refused.push(line.text()));
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  for (const picture of await page.locator("img").all()) {
    await picture.scrollIntoViewIfNeeded();
    if ((await picture.boundingBox())?.width === 0) refused.push("a picture has no width");
  }
  const broken = await page.locator("img").evaluateAll((all) => all.filter((one) => !one.complete || !one.naturalWidth).length);
  if (broken) refused.push(`${broken} pictures did not load`);
  problems.push(...refused.map((text) => `${file}: policy: ${text}`));
  await context.close();
}

async function withAxe(file, mode, wanted, width) {
  await visit(file, { ...wanted, viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
    await page.evaluate(AXE);
    const found = await page.evaluate(
      (values) => axe.run(document, { runOnly: { type: "tag", values }, rules: { "target-size": { enabled: true } } }),
      RULES,
    );
    for (const one of found.violations)
      problems.push(`${file}: axe ${one.id} (${mode}, ${width} px): ${one.help}; ${one.nodes[0].target.join(" ")}`);
  });
}

async function withIbm(file) {
  await visit(file, { viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
    await page.addScriptTag({ content: IBM });
    const found = await page.evaluate(async () => {
      const report = await new (window.ace ?? window.ace_ibma).Checker().check(document, ["WCAG_2_2"]);
      return report.results
        .filter((one) => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
        .map((one) => `${one.ruleId}: ${one.message}; ${one.path?.dom}`);
    });
    problems.push(...found.map((text) => `${file}: IBM ${text}`));
  });
}

async function withHtmlValidate() {
  const loader = new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: { "no-trailing-whitespace": "off" }, // says nothing of what a reader gets
  });
  const checker = new HtmlValidate(loader);
  for (const file of pages) {
    const report = await checker.validateString(readFileSync(file, "utf8"), file);
    for (const one of report.results.flatMap((result) => result.messages))
      if (one.severity === 2) problems.push(`${file}:${one.line}: html-validate ${one.ruleId}: ${one.message}`);
  }
}
