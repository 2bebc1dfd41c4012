import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createEntry } from '../../../../../src/log/store/staging/create-entry.ts';
import { stageStatement } from '../../../../../src/log/store/staging/stage.ts';
import { databaseSource } from '../../../../../src/cli/log/verify/sources/database-source.ts';
import { town } from '../../../../../src/town/index.ts';
import { verifyLog } from '../../../../../src/log/verify/verify-log.ts';
import type { Entry } from '../../../../../src/log/entry/entry.ts';
import { eraseStoredSegment } from '../../../../helpers/entries/erase-stored-segment.ts';
import { openGateway, type TestGateway } from '../../../../helpers/gateway/gateway.ts';
import { realClock } from '../../../../helpers/time/live-today.ts';

// The sequencer fills the index by SQL; the verifier knows what must be in it from what was signed.
let gateway: TestGateway;
let client: Client;
beforeAll(async () => {
  gateway = await openGateway({ clock: realClock });
  client = new Client({ connectionString: gateway.database.roles.owner });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await gateway.close();
});

const header = {
  authority: null,
  operationHash: 'ab'.repeat(32),
  operationType: 'query',
  rootFields: ['Query.residents'],
  inputs: [],
  policyVersion: 'cd'.repeat(32),
  statementVersion: '1',
  outcome: 'ANSWERED',
} as const;

/** An entry for each role, purpose, reading of the log and number of mandates, of a principal who is one of two data subjects. */
function entries(): Entry[] {
  const made: Entry[] = [];
  for (const role of ['RESIDENT', 'LAW_ENFORCEMENT', 'MAINTENANCE_AGENT', 'PRIVACY_OFFICER'])
    for (const purpose of [null, 'SELF_SERVICE', 'ACCESS_REVIEW', 'CONTROL_AUDIT', 'MANDATE_ADMINISTRATION'])
      for (const covers of [undefined, ['ALL 1-2'], ['PERSON 1-2'], ['ALL 1-2', 'PERSON 1-2']])
        for (const mandates of [0, 1, 2]) {
          const principal = randomUUID();
          const mandate = Array.from({ length: mandates }, () => randomUUID()).join(' ') || null;
          const subjects = [principal, randomUUID()].map(
            (id) => ({ kind: 'subject', id, relationship: 'NONE', released: [], withheld: [] }) as const,
          );
          const own = { id: randomUUID(), at: new Date().toISOString(), role, purpose, ...(covers && { covers }) };
          made.push(
            createEntry({ ...header, ...own }, [
              { kind: 'principal', id: principal },
              { kind: 'case', case: null, authority: mandate },
              ...subjects,
            ]),
          );
        }
  return made;
}

async function findings(): Promise<string[]> {
  await client.query('begin read only');
  const verified = await verifyLog(databaseSource(town, client), { keys: gateway.logKeys.keys(), now: () => 0 });
  await client.query('commit');
  return verified.findings.map(({ code }) => code);
}

test('the verifier expects the same kinds and mandates in the index as the sequencer writes, and as the eraser leaves', async () => {
  const { text, values } = stageStatement(entries());
  await gateway.database.asOwner(text, values);
  await gateway.sequence();
  const kinds = await gateway.database.asOwner<{ kind: number }>('select distinct kind from access_log.posting order by 1');
  expect(kinds.map(({ kind }) => kind)).toEqual([0, 1, 2, 3]);
  const [ordered] = await gateway.database.asOwner<{ count: number }>(
    'select count(*)::int from access_log.posting where kind = 2 and authority_id is not null',
  );
  expect(ordered!.count).toBeGreaterThan(10);
  expect(await findings()).toEqual([]);

  const erased = [0, 61, 62, 64, 65, 119].flatMap((seq) => [0, 1, 2].map((ordinal) => [seq, ordinal] as const));
  for (const [seq, ordinal] of erased) await eraseStoredSegment(gateway.database.asOwner, seq, ordinal);
  expect(await findings()).toEqual(erased.map(() => 'SEGMENT_REMOVED'));
});
