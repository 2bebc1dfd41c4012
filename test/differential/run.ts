import { town } from '../../src/town/index.ts';
import { createRandom } from '../../demo/population/random.ts';
import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import { createReferenceExecutor } from '../../src/engine/execution/create-reference-executor.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { corpus } from '../corpus/corpus.ts';
import { askedOperation, standpointOf } from '../corpus/operation.ts';
import { testSecrets } from '../helpers/database/cluster.ts';
import { randomOperation, type EvidenceOperation } from '../../src/server/library/testing/asking/random-operation.ts';
import { countOperation, emptyCoverage, type Coverage } from '../non-interference/coverage.ts';
import { askBoth, type Channel, type Compared } from '../non-interference/compare.ts';
import { firstTown } from '../non-interference/towns/first-town.ts';
import { headersOf, openTownGateway } from '../non-interference/towns/town-gateway.ts';
import { minimise } from '../../src/server/library/testing/asking/minimise.ts';
import { gatherPools } from '../non-interference/towns/pools.ts';
import { rounds } from '../non-interference/rounds.ts';
import { townMaterial } from '../non-interference/operations/town-material.ts';
import { Choices } from '../../src/server/library/testing/asking/choices.ts';
import { writeTown } from '../non-interference/towns/town.ts';

/** The smallest operation found that the two executors answered or logged differently. */
export interface ExecutorDifference {
  readonly standpoint: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly difference: string;
}

export interface DifferentialOptions {
  /** How many random operations, besides the corpus. */
  readonly operations: number;
  readonly seed: number;
  /** Called with the number of operations so far. */
  readonly onProgress?: (done: number) => void;
}

export interface Differential {
  readonly operations: number;
  readonly ofCorpus: number;
  readonly withData: number;
  readonly withErrors: number;
  readonly entries: number;
  /** Data subjects in those entries. */
  readonly subjects: number;
  readonly statements: number;
  /** Number of errors by code. */
  readonly codes: ReadonlyMap<string, number>;
  /** The coverage of the random operations. */
  readonly coverage: Coverage;
  readonly differences: readonly ExecutorDifference[];
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const channels: readonly Channel[] = ['headers', 'body', 'statements', 'entries'];

/** The run stops after this many differences. */
const enough = 5;

/**
 * Asks the corpus and random operations of two gateways over equal towns, one with the compiled executor and one with
 * graphql-js' own, and compares status, headers, body, statements and access entries.
 */
export async function compareExecutors({ operations, seed, onProgress }: DifferentialOptions): Promise<Differential> {
  const { schema, markings } = buildSchema(town);
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  const pair = [await openTownGateway(), await openTownGateway({ executor: createReferenceExecutor(buildSchema(town).schema) })] as const;
  const coverage = emptyCoverage();
  const codes = new Map<string, number>();
  const differences: ExecutorDifference[] = [];
  const sums = { operations: 0, ofCorpus: 0, withData: 0, withErrors: 0, entries: 0, subjects: 0, statements: 0 };
  try {
    const town = await firstTown(pair[0].database);
    await writeTown(pair[1].database.roles.owner, town);
    for (const one of corpus) {
      await compare(one.name, await headersOf(standpointOf(one), pair), askedOperation(one, pseudonyms), false);
      sums.ofCorpus += 1;
    }
    const random = createRandom(`differential ${seed}`);
    for (const { standpoint, size } of rounds(operations)) {
      const pools = gatherPools(town, town, standpoint, pseudonyms);
      const headers = await headersOf(standpoint, pair);
      for (let left = size; left > 0 && differences.length < enough; left -= 1) {
        const choices = new Choices(Array.from({ length: 40 + random.below(460) }, () => random.below(0x10000)));
        await compare(standpoint.name, headers, randomOperation(schema, choices, townMaterial(pools, standpoint)));
        sums.operations += 1;
        onProgress?.(sums.operations);
      }
    }
    return { ...sums, codes, coverage, differences };
  } finally {
    for (const gateway of pair) await gateway.close();
  }

  async function compare(
    standpoint: string,
    headers: Readonly<Record<string, string>>,
    asked: EvidenceOperation,
    counted = true,
  ): Promise<void> {
    const compared = await askBoth(pair, headers, asked, channels);
    if (compared.difference !== undefined) {
      differences.push(await smallest(standpoint, headers, asked, compared.difference));
      return;
    }
    tell(compared);
    // Some operations of the corpus are not valid GraphQL.
    if (counted) countOperation(coverage, schema, markings, standpoint, asked, compared.outcomes[0]!.body);
  }

  function tell({ outcomes }: Compared): void {
    // Each pair of outcomes is one answer.
    for (const { body, entries, statements } of outcomes.filter((_outcome, at) => at % 2 === 0)) {
      const { data, errors } = JSON.parse(body) as Answer;
      if (data) sums.withData += 1;
      if (errors) sums.withErrors += 1;
      for (const { extensions } of errors ?? []) codes.set(extensions.code, (codes.get(extensions.code) ?? 0) + 1);
      sums.entries += entries.length;
      sums.subjects += entries.reduce((sum, { segments }) => sum + segments.length - 2, 0);
      sums.statements += statements.length;
    }
    for (const gateway of pair) gateway.takeLog();
  }

  async function smallest(
    standpoint: string,
    headers: Readonly<Record<string, string>>,
    found: EvidenceOperation,
    first: string,
  ): Promise<ExecutorDifference> {
    const differs = async (query: string): Promise<string | undefined> =>
      (await askBoth(pair, headers, { ...found, query }, channels)).difference;
    const query = await minimise(schema, found.query, async (smaller) => (await differs(smaller)) !== undefined);
    const difference = (await differs(query)) ?? `${first} (once, and not when it was asked again)`;
    return { standpoint, query, variables: found.variables, headers: found.headers, difference };
  }
}
