// What two tabs have each written of the course, as one; seqviz/ui/progress/marks.py tells how it is written.

export const LONGEST = 3800; // characters, as marks.py has it

const ENTRY = /^([a-z0-9_]{1,40}):([a-z0-9.-]*)$/;

function read(text) {
  const found = text.split("~").map((entry) => entry.match(ENTRY)).filter((match) => match);
  return new Map(found.map(([, page, marks]) => [page, marks.split(".").filter((mark) => mark)]));
}

// A prediction that both tell is told by its question: the newer one counts.
function question(mark) {
  return mark.split("-")[0];
}

// The lessons of the newer come last, for the one opened last stands at the end.
export function merged(older, newer) {
  const before = read(older);
  const after = read(newer);
  for (const [page, marks] of after) {
    const known = new Set(marks.map(question));
    const kept = (before.get(page) ?? []).filter((mark) => !known.has(question(mark)));
    before.delete(page);
    before.set(page, [...kept, ...marks]);
  }
  return [...before].map(([page, marks]) => `${page}:${marks.join(".")}`).join("~");
}
