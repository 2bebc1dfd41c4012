import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// Every entry that the gateway's database role can stage must get a number; otherwise all later entries would wait for it for ever.
let numbered: string;
const gateway = useGateway();
beforeAll(async () => {
  numbered = (await gateway.ask('resident', '{ me { email } }')).privacy.receipt!.entry;
  await gateway.sequence();
});

const whole = {
  id: `'${randomUUID()}'`,
  at: `'2026-06-15T18:00:00.000Z'`,
  role: `'RESIDENT'`,
  template_id: `'${randomUUID()}'`,
  views_id: `'${randomUUID()}'`,
  operation_hash: `sha256('')`,
  root: `sha256('')`,
  leaf: `sha256('')`,
  principal_id: 'null',
  case_id: 'null',
  authority_ids: 'null',
  subjects: `'{}'`,
  seen: 'null',
  salts: `sha256('')`,
};

/** A valid staged entry with one data subject, except for the changed columns. */
function withSubject(changed: Partial<typeof whole>): Partial<typeof whole> {
  return { salts: `sha256('') || substring(sha256('') for 16)`, subjects: `array['${randomUUID()}']::uuid[]`, ...changed };
}

async function stage(changed: Partial<typeof whole>): Promise<void> {
  const row = { ...whole, id: `'${randomUUID()}'`, ...changed };
  await gateway.database.asOwner(
    `insert into access_log.staged (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
  );
}

test.each<[string, Partial<typeof whole>]>([
  ['no role', { role: 'null' }],
  ['no time', { at: 'null' }],
  ['a time that a header cannot hold', { at: `'-infinity'` }],
  ['a time of the year 10000', { at: `'10000-01-01Z'` }],
  ['a time that a header would round', { at: `'2026-06-15T18:00:00.000001Z'` }],
  ['no template', { template_id: 'null' }],
  ['no views', { views_id: 'null' }],
  ['a principal that is not an id', { principal_id: `'somebody'` }],
  ['a mandate that is not an id', { authority_ids: `'{some order}'` }],
  ['a data subject without a salt', { subjects: `array['${randomUUID()}']::uuid[]` }],
  ['a null data subject', withSubject({ subjects: `array[null]::uuid[]` })],
  ['data subjects that are not counted from 1', withSubject({ subjects: `'[5:5]={${randomUUID()}}'` })],
  ['data subjects in a table', withSubject({ subjects: `'{{${randomUUID()}}}'` })],
  ['a data subject without a view', withSubject({ seen: `'{}'` })],
  ['a data subject with a null view', withSubject({ seen: `array[null]::smallint[]` })],
  ['views that are not counted from 1', withSubject({ seen: `'[5:5]={0}'` })],
  ['a role in lower case', { role: `'resident'` }],
  ['an empty role', { role: `''` }],
  ['a role that is too long', { role: `repeat('R', 41)` }],
  ['one salt too few', { salts: `substring(sha256('') for 16)` }],
  ['one salt too many', { salts: `sha256('') || sha256('')` }],
  ['a leaf of another length', { leaf: `'\\x00'` }],
  ['a root of another length', { root: `'\\x00'` }],
  ['a hash of the operation of another length', { operation_hash: `'\\x00'` }],
])('%s: can’t be staged', async (_what, changed) => {
  await expect(stage(changed)).rejects.toMatchObject({ code: expect.stringMatching(/^2[23]/) });
});

test('staged entries are numbered, and an id that already has a number does not block the others', async () => {
  await stage({});
  await stage(withSubject({}));
  await stage(withSubject({ seen: `'{5}'` }));
  await stage({ id: `'${numbered}'` });
  const { privacy } = await gateway.ask('resident', '{ me { email } }');
  await gateway.sequence();
  const rows = await gateway.database.asOwner<{ id: string }>('select id from access_log.entry order by seq');
  expect(rows).toHaveLength(5);
  expect(rows.map(({ id }) => id)).toContain(privacy.receipt!.entry);
  expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([{ id: numbered }]);
});

test.each<[string, string]>([
  ['under another id', `('${randomUUID()}', '{}')`],
  ['that is not JSON', `(encode(substring(sha256('{') for 16), 'hex')::uuid, '{')`],
  [
    'with a character that PostgreSQL’s text cannot contain',
    String.raw`(encode(substring(sha256(convert_to('{"a":"\u0000"}', 'UTF8')) for 16), 'hex')::uuid, '{"a":"\u0000"}')`,
  ],
])('a template %s can’t be stored', async (_what, row) => {
  await expect(gateway.database.asOwner(`insert into access_log.template (id, text) values ${row}`)).rejects.toMatchObject({
    code: expect.stringMatching(/^2[23]/),
  });
});
