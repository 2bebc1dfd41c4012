/** One way in which a predicate holds: all conditions of `while` hold, and no condition of `unless`. */
export interface Way<Name extends string> {
  readonly while: readonly Name[];
  readonly unless: readonly Name[];
}

/** A way as bit masks over the list of names: `mask` has the names that matter, `value` those of them that hold. */
interface Cube {
  readonly mask: number;
  readonly value: number;
}

/**
 * Describes the sets of names for which a predicate holds with few and short ways: the prime implicants of Quine and
 * McCluskey, without redundant ones. Together the ways hold for exactly the same sets.
 * @param names at most twelve, because every set of them is tried
 * @returns no way if it never holds, one way without names if it always holds
 */
export function minimalWays<Name extends string>(names: readonly Name[], holds: (holding: ReadonlySet<Name>) => boolean): Way<Name>[] {
  const sets = 2 ** names.length;
  const truth = Array.from({ length: sets }, (_, bits) => holds(new Set(namesAt(names, bits))));
  const primes: Cube[] = [];
  for (const cube of cubesOf(sets)) {
    const larger = primes.some(({ mask, value }) => (mask & cube.mask) === mask && (cube.value & mask) === value);
    if (!larger && truth.every((held, bits) => held || !isIn(cube, bits))) primes.push(cube);
  }
  return withoutRedundant(primes, truth).map(({ mask, value }) => ({
    while: namesAt(names, value),
    unless: namesAt(names, mask & ~value),
  }));
}

/** All ways over the names. Those with the fewest names come first; of these, the ones where most names hold. */
function cubesOf(sets: number): Cube[] {
  const cubes: Cube[] = [];
  for (let mask = 0; mask < sets; mask += 1) {
    for (let value = mask; ; value = (value - 1) & mask) {
      cubes.push({ mask, value });
      if (value === 0) break;
    }
  }
  return cubes.toSorted((one, other) => count(one.mask) - count(other.mask) || count(other.value) - count(one.value));
}

function withoutRedundant(primes: readonly Cube[], truth: readonly boolean[]): Cube[] {
  let kept = [...primes];
  for (const cube of primes.toReversed()) {
    const others = kept.filter((other) => other !== cube);
    if (truth.every((held, bits) => !held || others.some((other) => isIn(other, bits)))) kept = others;
  }
  return kept;
}

function isIn({ mask, value }: Cube, bits: number): boolean {
  return (bits & mask) === value;
}

function namesAt<Name>(names: readonly Name[], bits: number): Name[] {
  return names.filter((_name, place) => (bits >> place) & 1);
}

function count(bits: number): number {
  let ones = 0;
  for (let left = bits; left > 0; left &= left - 1) ones += 1;
  return ones;
}
