import { verifyLog } from '../../src/log/verify/verify-log.ts';
import type { Finding } from '../../src/log/verify/log-findings.ts';
import type { Verification } from '../../src/log/verify/verification.ts';
import { databaseSource } from '../../src/cli/log/verify/sources/database-source.ts';
import { town } from '../../src/town/index.ts';
import { createRandom } from '../../demo/population/random.ts';
import { checkpointAlterations } from './alterations/checkpoint.ts';
import { definitionAlterations } from './alterations/definitions.ts';
import { constraintAlterations } from './alterations/constraints.ts';
import { entryAlterations } from './alterations/entries.ts';
import { templateAlterations } from './alterations/templates.ts';
import { segmentAlterations } from './alterations/segments.ts';
import { postingAlterations } from './alterations/postings.ts';
import { treeAlterations } from './alterations/tree.ts';
import type { Expected } from './alteration.ts';
import { openTamperedLog, type TamperedLog } from './tampered-log.ts';

/** An alteration that was not found as expected. */
export interface Missed {
  readonly number: number;
  readonly name: string;
  readonly expected: Expected;
  readonly findings: readonly Finding[];
}

/** The result of a run. */
export interface Tampered {
  readonly alterations: number;
  /** The number of alterations by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The number of findings by code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly missed: readonly Missed[];
  /** The verifier's result for the unaltered log. */
  readonly whole: Verification;
}

const all = [
  ...entryAlterations,
  ...segmentAlterations,
  ...templateAlterations,
  ...postingAlterations,
  ...treeAlterations,
  ...checkpointAlterations,
  ...constraintAlterations,
  ...definitionAlterations,
];

/**
 * Alters a log as the owner of its database, one alteration at a time, and verifies that each is found.
 * @param seed equal seeds make equal choices
 */
export async function tamper(alterations: number, seed: number, onProgress: (done: number) => void = () => undefined): Promise<Tampered> {
  const log = await openTamperedLog(createRandom(`tampered log ${seed}`));
  const random = createRandom(`alterations ${seed}`);
  const kinds: Record<string, number> = {};
  const codes: Record<string, number> = {};
  const missed: Missed[] = [];
  try {
    await log.client.query('begin');
    const whole = await verify(log, undefined);
    await log.client.query('rollback');
    for (let number = 0; number < alterations;) {
      const { name, alter } = number < all.length ? all[number]! : random.pick(all);
      await log.client.query('begin');
      try {
        const expected = await alter(log, random);
        if (!expected) continue;
        const { findings } = await verify(log, expected.since);
        for (const { code } of findings) codes[code] = (codes[code] ?? 0) + 1;
        if (!isAsExpected(findings, expected)) missed.push({ number, name, expected, findings: findings.slice(0, 20) });
      } finally {
        await log.client.query('rollback');
      }
      kinds[name] = (kinds[name] ?? 0) + 1;
      number += 1;
      onProgress(number);
    }
    return { alterations, kinds, codes, missed, whole };
  } finally {
    await log.close();
  }
}

function verify(log: TamperedLog, since: string | undefined): Promise<Verification> {
  const { client, keys, origin, witness, older } = log;
  return verifyLog(databaseSource(town, client), { keys, origin, witnesses: [witness.verifier], since: since ?? older, now: () => 0 });
}

function isAsExpected(findings: readonly Finding[], { places, also = [], constraints = false }: Expected): boolean {
  const isOther = ({ code }: Finding): boolean => constraints && code.startsWith('DEFINITION_');
  const named = new Set(findings.filter((one) => !isOther(one)).map(({ place }) => place));
  const right = new Set([...places, ...also]);
  return places.length > 0 && places.every((place) => named.has(place)) && [...named].every((place) => right.has(place));
}
