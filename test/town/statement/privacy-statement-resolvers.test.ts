import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { statements } from '../../../src/town/policy/statement/statements.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const document = 'query ($at: DateTime) { privacyStatement(at: $at) { version effectiveFrom text clauses { name text } } }';

const versionAt = async (at: string): Promise<string | undefined> =>
  (await gateway.ask(null, document, { variables: { at } })).data.privacyStatement?.version;

test('an anonymous client reads the statement in force, whole and by clause, without an access entry', async () => {
  for (const persona of [null, 'resident', 'police']) {
    const { data, errors, privacy } = await gateway.ask(persona, document);
    expect(errors).toEqual([]);
    const { privacyStatement } = data;
    const newest = statements.find(({ version }) => version === '2')!;
    expect(privacyStatement).toMatchObject({ version: newest.version, effectiveFrom: newest.effectiveFrom });
    expect(privacyStatement.clauses.map(({ name }: any) => name)).toEqual(Object.keys(newest.clauses));
    expect(privacyStatement.clauses[0].text).toBe(newest.clauses.authority);
    expect(privacyStatement.text).toBe(privacyStatement.clauses.map(({ text }: any) => text).join('\n\n'));
    expect(privacy.receipt).toBeUndefined();
  }
});

test('null means now', async () => {
  const { data } = await gateway.ask(null, document, { variables: { at: null } });
  expect(data.privacyStatement.version).toBe('2');
});

test('an earlier instant returns the version of that day in the municipality’s time zone', async () => {
  expect(await versionAt('2025-06-11T06:00:00Z')).toBe('2');
  expect(await versionAt('2025-06-11T05:59:59Z')).toBe('1');
  expect(await versionAt('2025-06-10T23:59:59-06:00')).toBe('1');
  expect(await versionAt('2020-01-01T07:00:00Z')).toBe('1');
});

test('in another time zone, the day begins at another instant', async () => {
  const east = await openGateway({ calendar: createCalendar('Pacific/Kiritimati') });
  try {
    const versions = await Promise.all(
      ['2025-06-10T09:59:59Z', '2025-06-10T10:00:00Z'].map(
        async (at) => (await east.ask(null, document, { variables: { at } })).data.privacyStatement.version,
      ),
    );
    expect(versions).toEqual(['1', '2']);
  } finally {
    await east.close();
  }
});

test('before the first version, there is no statement', async () => {
  for (const at of ['2020-01-01T06:59:59Z', '1999-12-31T00:00:00Z', '0009-06-01T00:00:00Z', '0001-01-01T00:00:00Z']) {
    expect(await versionAt(at)).toBeUndefined();
  }
});

test('an invalid instant is refused, and the error does not quote it', async () => {
  const { codes, text } = await gateway.ask(null, document, { variables: { at: 'yesterday-at-noon' } });
  expect(codes).toEqual(['INPUT_INVALID']);
  expect(text).not.toContain('yesterday-at-noon');
});

describe('a resident is asked to acknowledge the version in force', () => {
  const toRead = '{ me { givenName } statementToAcknowledge { version clauses { name } } }';
  const asked = async (persona: string): Promise<unknown> =>
    (await gateway.ask(persona, toRead)).data.statementToAcknowledge?.version ?? null;
  const acknowledge = (persona: string, version: string) =>
    gateway.ask(
      persona,
      'mutation ($input: AcknowledgeStatementInput!) { acknowledgeStatement(input: $input) { statement { version } } }',
      {
        variables: { input: { version } },
      },
    );
  beforeEach(() => gateway.database.asOwner('delete from recreation.statement_acknowledgement'));

  test('once, and sees the own record before as after', async () => {
    const before = await gateway.ask('resident', toRead);
    expect(before.data).toMatchObject({ me: { givenName: 'Peregrine' }, statementToAcknowledge: { version: '2' } });
    expect(await asked('guardian')).toBe('2');
    expect((await acknowledge('resident', '2')).data.acknowledgeStatement).toEqual({ statement: { version: '2' } });
    expect(await asked('resident')).toBeNull();
    // A person cannot acknowledge it for another.
    expect(await asked('guardian')).toBe('2');
    expect((await acknowledge('resident', '2')).codes).toEqual([]);
    const made = await gateway.database.asOwner('select resident_id, version, at from recreation.statement_acknowledgement');
    expect(made).toEqual([{ resident_id: cast.resident, version: '2', at: testNow }]);
  });

  test('and again once another version is in force', async () => {
    expect((await acknowledge('resident', '1')).errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'STATEMENT_CHANGED' });
    await gateway.database.asOwner('insert into recreation.statement_acknowledgement values ($1, $2, $3)', [cast.resident, '1', testNow]);
    expect(await asked('resident')).toBe('2');
  });

  test('and no one else is', async () => {
    for (const [persona, purpose] of [
      ['customer-service', 'SERVICE_PROVISION'],
      ['police', 'LEGAL_DEMAND'],
      [null, undefined],
    ] as const) {
      const { data } = await gateway.ask(persona, '{ statementToAcknowledge { version } }', purpose ? { purpose } : {});
      expect(data?.statementToAcknowledge ?? null).toBeNull();
    }
  });
});
