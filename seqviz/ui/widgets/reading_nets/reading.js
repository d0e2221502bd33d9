// What a net has read at a position, and what is said of it.

/** Whether the state of a direction at a position has read the word at a place. */
export function hasRead(way, place, position) {
  return way === "forward" ? place <= position : place >= position;
}

/** For each word, whether any of the directions has read it at a position. */
export function wordsRead(ways, numWords, position) {
  return Array.from({ length: numWords }, (_, place) => ways.some((way) => hasRead(way, place, position)));
}

/** The place of the largest number. */
export function largest(numbers) {
  return numbers.indexOf(Math.max(...numbers));
}

/** What each net has read at a position, and what it answers there, in words. */
export function spoken({ nets, tokens, labels }, position) {
  const said = nets.map((net) => `${capital(net.title)}: ${readBy(net, tokens, position)}; its answer: ${answered(net.answers[position], labels)}.`);
  return [`Position ${position + 1}, “${tokens[position]}”.`, ...said].join(" ");
}

function readBy(net, tokens, position) {
  const ways = Object.keys(net.states), read = wordsRead(ways, tokens.length, position);
  const unread = tokens.filter((_, place) => !read[place]);
  const states = ways.map((way) => `the ${way} state has read words ${way === "forward" ? `1 to ${position + 1}` : `${position + 1} to ${tokens.length}`}`);
  return unread.length ? `${states.join(", ")}, not “${unread.join(" ")}”` : states.join(", ");
}

function answered(shares, labels) {
  return labels.map((label, k) => `${label} ${shares[k].toFixed(3)}`).join(", ");
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
