import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';

// Every entry that the gateway's database role can stage must get a number; otherwise all later entries would wait for it for ever.
let gateway: TestGateway;
let numbered: string;
beforeAll(async () => {
  gateway = await openGateway();
  numbered = (await gateway.ask('resident', '{ me { email } }')).privacy.receipt!.entry;
  await gateway.sequence();
});
afterAll(() => gateway.close());

const whole = {
  id: `'${randomUUID()}'`,
  header: `'{"at": "2026-06-15T18:00:00.000Z", "role": "RESIDENT"}'`,
  digests: `sha256('') || sha256('')`,
  leaf: `sha256('')`,
  salts: `sha256('') || sha256('')`,
  openings: `'[{"kind": "principal", "id": null}, {"kind": "case", "case": null, "mandate": null}]'`,
  subjects: `'{}'`,
  seen: `'{}'`,
  views: `'[]'`,
};

/** A valid staged entry with one data subject, except for the changed columns. */
function withSubject(changed: Partial<typeof whole>): Partial<typeof whole> {
  const three = `sha256('') || sha256('') || sha256('')`;
  return { digests: three, salts: three, subjects: `array['${randomUUID()}']::uuid[]`, seen: `'{0}'`, views: `'[{}]'`, ...changed };
}

async function stage(changed: Partial<typeof whole>): Promise<void> {
  const row = { ...whole, id: `'${randomUUID()}'`, ...changed };
  await gateway.database.asOwner(
    `insert into access_log.staged (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
  );
}

test.each<[string, Partial<typeof whole>]>([
  ['no role', { header: `'{"at": "2026-06-15T18:00:00.000Z"}'` }],
  ['no time', { header: `'{"role": "RESIDENT"}'` }],
  ['a time in another format', { header: `jsonb_build_object('role', 'RESIDENT', 'at', repeat('9', 9000))` }],
  [
    'a character that PostgreSQL’s text cannot contain',
    { header: String.raw`'{"at": "2026-06-15T18:00:00.000Z", "role": "RESIDENT", "purpose": "\u0000"}'` },
  ],
  ['a header that is not an object', { header: `'[]'` }],
  ['openings that are not a list', { openings: `'{}'` }],
  ['three first openings', { openings: `'[1, 2, 3]'` }],
  ['a data subject without a view', { subjects: `array['${randomUUID()}']::uuid[]` }],
  ['a null data subject', withSubject({ subjects: `array[null]::uuid[]` })],
  ['a data subject without a view', withSubject({ seen: `array[null]::smallint[]` })],
  ['a role in lower case', { header: `'{"at": "2026-06-15T18:00:00.000Z", "role": "resident"}'` }],
  ['an empty role', { header: `'{"at": "2026-06-15T18:00:00.000Z", "role": ""}'` }],
  ['a role that is too long', { header: `jsonb_build_object('at', '2026-06-15T18:00:00.000Z', 'role', repeat('R', 41))` }],
  ['a time that contains a letter', { header: `'{"at": "2026-06-15T18:00:00.00oZ", "role": "RESIDENT"}'` }],
  ['a time with trailing characters', { header: `'{"at": "2026-06-15T18:00:00.000Z\\n", "role": "RESIDENT"}'` }],
  ['one salt too few', { salts: `sha256('')` }],
  ['one digest too many', { digests: `sha256('') || sha256('') || sha256('')` }],
  ['a leaf of another length', { leaf: `'\\x00'` }],
  ['views that are not a list', { views: `'{}'` }],
])('%s: can’t be staged', async (_what, changed) => {
  await expect(stage(changed)).rejects.toMatchObject({ code: expect.stringMatching(/^2[23]/) });
});

test('staged entries are numbered, and an id that already has a number does not block the others', async () => {
  await stage({});
  await stage(withSubject({}));
  await stage(withSubject({ subjects: `'[5:5]={${randomUUID()}}'`, seen: `'{{0}}'` }));
  await stage({ id: `'${numbered}'` });
  const { privacy } = await gateway.ask('resident', '{ me { email } }');
  await gateway.sequence();
  const rows = await gateway.database.asOwner<{ id: string }>('select id from access_log.entry order by seq');
  expect(rows).toHaveLength(5);
  expect(rows.map(({ id }) => id)).toContain(privacy.receipt!.entry);
  expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([{ id: numbered }]);
});
