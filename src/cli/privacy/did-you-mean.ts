/**
 * The names nearest to what was typed, the nearest first, as a question; empty where none is near.
 * What was typed is not repeated.
 */
export function didYouMean(given: string, known: readonly string[]): string {
  const near = known
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length * 0.4)))
    .toSorted((one, other) => one.distance - other.distance);
  const best = near.filter(({ distance }) => distance <= near[0]!.distance + 1).slice(0, 3);
  return best.length === 0 ? '' : `did you mean ${best.map(({ name }) => name).join(' or ')}?`;
}

/** How many letters have to be put in, taken out or replaced to make one text of another (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[to.length]!;
}
