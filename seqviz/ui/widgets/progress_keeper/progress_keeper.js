// Keeps what was done of the course in a cookie that the next session sends along when it connects.
// data: {written: str, num_wiped: int}, see progress_keeper.py

import { LONGEST, merged } from "./merging.js";

const NAME = "seqviz_progress";
const YEAR = 365 * 24 * 3600; // seconds
let numWiped = 0;

function kept() {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${NAME}=`));
  return found ? found.slice(NAME.length + 1) : "";
}

export default function ({ data }) {
  const before = data.num_wiped > numWiped ? "" : kept();
  numWiped = Math.max(numWiped, data.num_wiped);
  const all = merged(before, data.written);
  const written = all.length > LONGEST ? data.written : all;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  if (written !== kept()) {
    document.cookie = `${NAME}=${written}; Path=/; Max-Age=${written ? YEAR : 0}; SameSite=Lax${secure}`;
  }
}
