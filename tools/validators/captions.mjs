// Captions by the strict parser of the WebVTT specification's editors.
// usage: node captions.mjs FILE...    Prints {"problems": [...], "cues": N}.
import { readFileSync } from "node:fs";
import webvtt from "webvtt-parser";

const problems = [];
let cues = 0;
for (const file of process.argv.slice(2)) {
  const read = new webvtt.WebVTTParser().parse(readFileSync(file, "utf8"), "metadata");
  problems.push(...read.errors.map((one) => `${file}:${one.line}: WebVTT: ${one.message}`));
  if (!read.cues.length) problems.push(`${file}: WebVTT: no cue`);
  cues += read.cues.length;
}
process.stdout.write(JSON.stringify({ problems, cues }));
