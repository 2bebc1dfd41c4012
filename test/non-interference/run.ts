import { town } from '../../src/town/index.ts';
import fc from 'fast-check';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { testNow, testToday, testSecrets } from '../helpers/database/cluster.ts';
import { assertNothingPersonal } from '../helpers/values/nothing-personal.ts';
import { randomOperation, type EvidenceOperation } from '../../src/server/library/testing/asking/random-operation.ts';
import { countOperation, emptyCoverage, type Coverage } from './coverage.ts';
import { askBoth } from './compare.ts';
import { headersOf, openTownGateway, type TownGateway } from './towns/town-gateway.ts';
import { minimise } from '../../src/server/library/testing/asking/minimise.ts';
import { differingRows, makeSecondTown } from './towns/second-town.ts';
import { fixedOperations } from './operations/fixed-operations.ts';
import { gatherPools } from './towns/pools.ts';
import { rounds } from './rounds.ts';
import { townMaterial } from './operations/town-material.ts';
import { Choices } from '../../src/server/library/testing/asking/choices.ts';
import { numberLists } from './operations/number-lists.ts';
import { firstTown } from './towns/first-town.ts';
import { writeTown } from './towns/town.ts';
import { neverVaried, variedBetween } from './varied.ts';

/** After so many leaks no further one is sought: each takes minutes to make small. */
const mostLeaks = 3;

/** An operation whose answers revealed something that the matrix withholds. */
export interface Leak {
  readonly standpoint: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly difference: string;
  /** The value of `--seed` that repeats the round in which it was found. */
  readonly seed: number;
}

export interface ProofOptions {
  readonly operations: number;
  readonly seed: number;
  /** Called with the number of operations so far. */
  readonly onProgress?: (done: number) => void;
}

export interface Proof {
  readonly operations: number;
  readonly leaks: readonly Leak[];
  readonly coverage: Coverage;
  /** The number of rows that only one of two towns had, by table, over all pairs of towns. */
  readonly differing: ReadonlyMap<string, number>;
  /** Personal fields for which the towns never differed, each with the file to edit. */
  readonly neverVaried: readonly string[];
  /** Lines that the gateways wrote to their logs. Each was searched for every personal value of its town. */
  readonly logLines: number;
}

/**
 * Sends random operations to two gateways over two towns, and compares everything in the answers (non-interference). The
 * towns agree only on what the committed matrix lets the viewer see. It ends early after some leaks.
 */
export async function prove({ operations, seed, onProgress }: ProofOptions): Promise<Proof> {
  const { schema, markings } = buildSchema(town);
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  const one = await openTownGateway();
  const other = await openTownGateway();
  const pair = [one, other] as const;
  const coverage = emptyCoverage();
  const leaks: Leak[] = [];
  const differing = new Map<string, number>();
  const varied = new Set<string>();
  let logLines = 0;
  let done = 0;
  try {
    const town = await firstTown(one.database);
    for (const [index, { standpoint, size }] of rounds(operations).entries()) {
      if (leaks.length >= mostLeaks) break;
      const roundSeed = (seed + index) | 0;
      const changed = makeSecondTown(town, standpoint, `${roundSeed}`, testToday, testNow);
      await writeTown(other.database.roles.owner, changed);
      for (const [table, rows] of differingRows(town, changed)) differing.set(table, (differing.get(table) ?? 0) + rows);
      for (const place of variedBetween(town, changed)) varied.add(place);
      const pools = gatherPools(town, changed, standpoint, pseudonyms);
      const headers = await headersOf(standpoint, pair);
      for (const operation of fixedOperations(standpoint)) {
        const { outcomes, difference } = await askBoth(pair, headers, operation);
        if (difference === undefined) countOperation(coverage, schema, markings, standpoint.name, operation, outcomes[0]!.body);
        else leaks.push({ standpoint: standpoint.name, seed: roundSeed, difference, ...operation });
      }
      let shrinking = false;
      // Chance would leave out root fields of a standpoint that has many. Each is asked for once before.
      const unasked = [...pools.rootFields].filter((coordinate) => !coverage.coordinates.has(coordinate)).toSorted();
      let wanted = unasked.shift();
      const errors = new Set<string>();
      const details = await fc.check(
        fc.asyncProperty(numberLists, async (numbers) => {
          const asked = randomOperation(schema, new Choices(numbers), townMaterial(pools, standpoint), wanted);
          const { outcomes, difference } = await askBoth(pair, headers, asked);
          shrinking ||= difference !== undefined;
          if (difference !== undefined) throw new Error(difference);
          if (shrinking) return;
          for (const { body } of outcomes) for (const text of errorsIn(body)) errors.add(text);
          countOperation(coverage, schema, markings, standpoint.name, asked, outcomes[0]!.body);
          wanted = unasked.shift();
          done += 1;
          onProgress?.(done);
        }),
        { seed: roundSeed, numRuns: size },
      );
      const lines = pair.map((gateway) => gateway.takeLog());
      logLines += lines.flat().length;
      for (const [at, gateway] of pair.entries()) await assertNothingPersonal(gateway.database, [...lines[at]!, ...errors]);
      if (!details.failed) continue;
      const first = details.errorInstance instanceof Error ? details.errorInstance.message : 'unknown';
      const found = randomOperation(schema, new Choices(details.counterexample![0]), townMaterial(pools, standpoint), wanted);
      leaks.push({ standpoint: standpoint.name, seed: roundSeed, ...(await smallest(pair, headers, found, first)) });
    }
    return { operations: done, leaks, coverage, differing, neverVaried: neverVaried(schema, markings, town, varied), logLines };
  } finally {
    await other.close();
    await one.close();
  }

  /** Minimises a leaking operation. */
  async function smallest(
    towns: readonly [TownGateway, TownGateway],
    headers: Readonly<Record<string, string>>,
    found: EvidenceOperation,
    first: string,
  ): Promise<Omit<Leak, 'standpoint' | 'seed'>> {
    const differs = async (query: string): Promise<string | undefined> => (await askBoth(towns, headers, { ...found, query })).difference;
    const query = await minimise(schema, found.query, async (smaller) => (await differs(smaller)) !== undefined);
    const difference = (await differs(query)) ?? `${first} (once, and not when it was asked again)`;
    return { query, variables: found.variables, headers: found.headers, difference };
  }
}

/** The errors of an answer, without paths. */
function errorsIn(body: string): string[] {
  const { errors = [] } = JSON.parse(body) as { errors?: readonly { message: string; extensions: unknown }[] };
  return errors.map(({ message, extensions }) => JSON.stringify([message, extensions]));
}
