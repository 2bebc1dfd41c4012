/** One way in which something holds: all of these do, and none of those does. */
export interface Way<Name extends string> {
  readonly while: readonly Name[];
  readonly unless: readonly Name[];
}

/** A way over the places of names: `care` are those that it speaks of, `value` those of them that hold. */
interface Cube {
  readonly care: number;
  readonly value: number;
}

/**
 * Says for which sets of names something holds in as few and as short ways as it takes (the prime
 * implicants of Quine and McCluskey, those that add nothing left out). Together the ways hold for
 * exactly the same sets.
 * @param names at most a dozen: every set of them is tried
 * @returns none where it never holds, one without names where it always does
 */
export function minimalWays<Name extends string>(names: readonly Name[], holds: (holding: ReadonlySet<Name>) => boolean): Way<Name>[] {
  const sets = 2 ** names.length;
  const truth = Array.from({ length: sets }, (_, bits) => holds(new Set(namesAt(names, bits))));
  const primes: Cube[] = [];
  for (const cube of cubesOf(sets)) {
    const larger = primes.some(({ care, value }) => (care & cube.care) === care && (cube.value & care) === value);
    if (!larger && truth.every((held, bits) => held || !isIn(cube, bits))) primes.push(cube);
  }
  return withoutIdle(primes, truth).map(({ care, value }) => ({
    while: namesAt(names, value),
    unless: namesAt(names, care & ~value),
  }));
}

/** Every way over the names, those that speak of fewest first; of the same names the one where most hold. */
function cubesOf(sets: number): Cube[] {
  const cubes: Cube[] = [];
  for (let care = 0; care < sets; care += 1) {
    for (let value = care; ; value = (value - 1) & care) {
      cubes.push({ care, value });
      if (value === 0) break;
    }
  }
  return cubes.toSorted((one, other) => count(one.care) - count(other.care) || count(other.value) - count(one.value));
}

function withoutIdle(primes: readonly Cube[], truth: readonly boolean[]): Cube[] {
  let kept = [...primes];
  for (const cube of primes.toReversed()) {
    const others = kept.filter((other) => other !== cube);
    if (truth.every((held, bits) => !held || others.some((other) => isIn(other, bits)))) kept = others;
  }
  return kept;
}

function isIn({ care, value }: Cube, bits: number): boolean {
  return (bits & care) === value;
}

function namesAt<Name>(names: readonly Name[], bits: number): Name[] {
  return names.filter((_name, place) => (bits >> place) & 1);
}

function count(bits: number): number {
  let ones = 0;
  for (let left = bits; left > 0; left &= left - 1) ones += 1;
  return ones;
}
