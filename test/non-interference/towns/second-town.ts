import { nothingWaits } from '../../../demo/population/proven-since.ts';
import { createRandom } from '../../../demo/population/random.ts';
import { changeCases } from './second-town/change-cases.ts';
import { changeAccountsAndPurchases } from './second-town/change-accounts.ts';
import { changeLog } from './second-town/change-log.ts';
import { changeOthers } from './second-town/change-others.ts';
import { changePeople, shuffled } from './second-town/change-people.ts';
import { changeConditions } from './second-town/change-conditions.ts';
import type { TownChange } from './second-town/town-change.ts';
import { createOracle, seenOfAll } from '../oracle.ts';
import type { Standpoint } from './standpoints.ts';
import { expectRelationships } from './expected-relationships.ts';
import type { Town, TownTable } from './town.ts';

/**
 * Makes a second town. It agrees with the first on everything that the committed matrix lets a standpoint see. It differs in
 * every other personal value, in links between people, and in the number of rows whose existence is hidden.
 * @throws Error where the standpoint may not see the same in both towns: then the second town is wrong
 */
export function makeSecondTown(town: Town, standpoint: Standpoint, seed: string, today: string, now: Date): Town {
  const random = createRandom(seed);
  const oracle = createOracle(standpoint, expectRelationships(town, standpoint, today, now));
  const seen = seenOfAll(town, oracle);
  const other = structuredClone(town);
  const sees: TownChange['sees'] = (id, category) => seen.get(id ?? '')?.has(category) === true;
  const change: TownChange = { town: other, standpoint, oracle, random, today, now, sees, exists: (id) => sees(id, 'EXISTENCE') };

  changePeople(change);
  changeCases(change);
  changeOthers(change);
  changeAccountsAndPurchases(change);
  changeConditions(change, () => disagreements(seen, other, standpoint, today, now).length === 0);
  changeLog(change);
  // Nothing is proven where there is no address, and each waiting address has an asker.
  for (const one of other['recreation.resident']) {
    if (one.email === null) Object.assign(one, { email_proven_at: null });
    const asked = { waiting_set_by: 'SELF', waiting_asked_by: one.id, waiting_until: new Date(now.getTime() + 86_400_000).toISOString() };
    Object.assign(one, one.waiting_email === null ? nothingWaits : asked);
  }
  for (const table of Object.keys(other) as TownTable[]) {
    // PostgreSQL guarantees no order, so no answer may depend on one.
    (other as unknown as Record<TownTable, unknown[]>)[table] = shuffled<unknown>(other[table], random);
  }
  const wrong = disagreements(seen, other, standpoint, today, now);
  if (wrong.length > 0) throw new Error(`the other town lets ${standpoint.name} see something else of ${wrong.join('; ')}`);
  return other;
}

// Categories that are granted for all rows of a type, not for a resident.
const notOfResidents = new Set([
  'EMPLOYEE_IDENTITY',
  'EMPLOYEE_ROLES',
  'EMPLOYMENT',
  'ACCESS_HISTORY',
  'NETWORK_ADDRESS',
  'DEVICE',
  'BROWSING',
]);

/** The number of rows of each table that only one of two towns has. */
export function differingRows(one: Town, other: Town): Map<TownTable, number> {
  const texts = (town: Town, table: TownTable): Set<string> => new Set((town[table] as readonly object[]).map(rowText));
  return new Map(
    (Object.keys(one) as TownTable[]).map((table) => {
      const [left, right] = [texts(one, table), texts(other, table)];
      return [table, left.symmetricDifference(right).size];
    }),
  );
}

/** The residents whose visible categories differ between two towns, with those categories. A resident of only one town may not be visible. */
function disagreements(
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  other: Town,
  standpoint: Standpoint,
  today: string,
  now: Date,
): string[] {
  const after = seenOfAll(other, createOracle(standpoint, expectRelationships(other, standpoint, today, now)));
  const text = (set: ReadonlySet<string> | undefined): string =>
    [...(set ?? [])]
      .filter((one) => !notOfResidents.has(one))
      .toSorted()
      .join(' ');
  return [...new Set([...seen.keys(), ...after.keys()])]
    .filter((id) => text(seen.get(id)) !== text(after.get(id)))
    .map((id) => `${id}: ${text(seen.get(id))} → ${text(after.get(id))}`);
}

/** A row as text, independent of the order of its columns. */
function rowText(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([column], [other]) => (column < other ? -1 : 1)));
}
