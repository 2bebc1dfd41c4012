import { createRandom } from '../../src/database/demo/random.ts';
import { changeCases } from './change-cases.ts';
import { changeLives } from './change-lives.ts';
import { changeLog } from './change-log.ts';
import { changeOthers } from './change-others.ts';
import { changePeople, shuffled } from './change-people.ts';
import type { Difference } from './difference.ts';
import { createOracle, seenOfAll } from './oracle.ts';
import type { Standpoint } from './standpoints.ts';
import { createTieBook } from './tie.ts';
import type { Town, TownTable } from './town.ts';

/**
 * Makes another town that agrees with the first on everything that the committed matrix lets a
 * standpoint see, and differs in every other personal value, in links between people, and in how
 * many rows there are where existence is hidden.
 * @throws Error where what may be seen would not be the same in both: then the other town is wrong
 */
export function otherTown(town: Town, standpoint: Standpoint, seed: string, today: string, now: Date): Town {
  const random = createRandom(seed);
  const oracle = createOracle(standpoint, createTieBook(town, standpoint, today, now));
  const seen = seenOfAll(town, oracle);
  const other = structuredClone(town);
  const sees: Difference['sees'] = (id, category) => seen.get(id ?? '')?.has(category) === true;
  const difference: Difference = { town: other, standpoint, oracle, random, today, now, sees, exists: (id) => sees(id, 'EXISTENCE') };

  changePeople(difference);
  changeCases(difference);
  changeOthers(difference);
  changeLives(difference);
  changeLog(difference);
  for (const table of Object.keys(other) as TownTable[]) {
    // PostgreSQL promises no order, so none may show.
    (other as unknown as Record<TownTable, unknown[]>)[table] = shuffled<unknown>(other[table], random);
  }
  hold(seen, other, standpoint, today, now);
  return other;
}

// Where these are granted it is for every row of a kind, not for somebody.
const ofNobody = new Set(['EMPLOYEE_IDENTITY', 'ACCESS_HISTORY', 'NETWORK_ADDRESS', 'DEVICE', 'BROWSING']);

/** How many rows of each table stand in one of two towns and not in the other. */
export function differingRows(one: Town, other: Town): Map<TownTable, number> {
  const texts = (town: Town, table: TownTable): Set<string> => new Set((town[table] as readonly object[]).map(rowText));
  return new Map(
    (Object.keys(one) as TownTable[]).map((table) => {
      const [left, right] = [texts(one, table), texts(other, table)];
      return [table, left.symmetricDifference(right).size];
    }),
  );
}

/** Holds the other town to the first: the same may be seen of everybody, and nobody who is in one alone shows. */
function hold(seen: ReadonlyMap<string, ReadonlySet<string>>, other: Town, standpoint: Standpoint, today: string, now: Date): void {
  const after = seenOfAll(other, createOracle(standpoint, createTieBook(other, standpoint, today, now)));
  const text = (set: ReadonlySet<string> | undefined): string =>
    [...(set ?? [])]
      .filter((one) => !ofNobody.has(one))
      .toSorted()
      .join(' ');
  for (const id of new Set([...seen.keys(), ...after.keys()])) {
    const [was, is] = [text(seen.get(id)), text(after.get(id))];
    if (was !== is) throw new Error(`the other town lets ${standpoint.name} see something else of ${id}: ${was} → ${is}`);
  }
}

/** A row as text, whatever the order of its columns. */
function rowText(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([column], [other]) => (column < other ? -1 : 1)));
}
