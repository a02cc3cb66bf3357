// Lighthouse's accessibility category on pages, served on loopback because it takes no files.
// usage: node lighthouse.mjs CHROMIUM FOLDER PATH...    Prints {"problems": [...], "scores": {PATH: N}}.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, folder, ...paths] = process.argv.slice(2);
const root = resolve(folder);
const TYPES = { ".html": "text/html; charset=utf-8", ".mp3": "audio/mpeg", ".vtt": "text/vtt" };

const server = createServer((asked, answer) => {
  const file = resolve(join(root, decodeURIComponent(new URL(asked.url, "http://host").pathname)));
  if (!file.startsWith(root + sep) || !existsSync(file)) return answer.writeHead(404).end();
  answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  return createReadStream(file).pipe(answer);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"], logLevel: "silent" });
const problems = [];
const scores = {};
for (const path of paths) {
  const address = `http://127.0.0.1:${server.address().port}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: ["accessibility"], logLevel: "silent" });
  const score = Math.round((lhr.categories.accessibility?.score ?? 0) * 100);
  const failed = Object.values(lhr.audits).filter((one) => one.score !== null && one.score < 1);
  const found = failed.map((one) => `${path}: Lighthouse ${one.id}: ${one.title}`);
  if (lhr.runtimeError) found.push(`${path}: Lighthouse: ${lhr.runtimeError.message}`);
  if (score < 100 && !found.length) found.push(`${path}: Lighthouse gives ${score} of 100`);
  problems.push(...found);
  scores[path] = score;
}
chrome.kill();
server.close();
process.stdout.write(JSON.stringify({ problems, scores }));
