// What Python has written for these tests: payloads, and the numbers that stand in them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export const FOLDER = process.env.SEQVIZ_GIVEN;

export function given(name) {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf-8"));
}
