import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import type { TestGateway } from '../../../helpers/gateway/gateway.ts';
import { changeEntries, entryWith } from '../../../helpers/entries/change-entries.ts';
import { openReadLog } from '../../../helpers/entries/open-read-log.ts';
import { rowsRead } from '../../../helpers/values/rows-read.ts';
import { shownPseudonym } from '../../../helpers/entries/shown-pseudonym.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

const entries = 20_000;
const most = 800;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openReadLog();
  const other = `jsonb_build_object('seq', 1000000 + number, 'id', gen_random_uuid(), 'subjects', jsonb_build_array(gen_random_uuid()), 'seen', null)`;
  await changeEntries(
    gateway.database,
    `insert into access_log.entry select ${entryWith(other)}
     from (select * from access_log.entry order by seq limit 1) entry, generate_series(1, ${entries}) number`,
  );
});
afterAll(() => gateway.close());

test.each([
  ['a reviewer', 'reviewer', { purpose: 'ACCESS_REVIEW' }, 'ACCESS_REVIEW'],
  ['an auditor', 'auditor', {}, 'CONTROL_AUDIT'],
] as const)(
  '%s looks for one person in a long log by the index, with or without parameters known to the planner',
  async (_who, persona, asked, purpose) => {
    const pseudonym = shownPseudonym(persona, cast.resident, purpose);
    const captured = captureStatements(gateway.database.roles.gateway);
    const { data, errors } = await gateway.ask(
      persona,
      `{ accessEntries(first: 20, pseudonym: "${pseudonym}", filter: { from: "2020-01-01T00:00:00Z" }) { totalCount edges { node { number subjects { pseudonym released } } } } }`,
      asked,
    );
    captured.stop();
    expect(errors).toEqual([]);
    expect(data.accessEntries.totalCount).toBeGreaterThan(2);
    const reads = captured.statements.filter(({ text }) => /^\s*select/i.test(text) && text.includes('access_log.'));
    expect(reads.length).toBeGreaterThan(3);
    for (const read of reads) {
      for (const generic of [false, true]) {
        const rows = await rowsRead(gateway.database.roles.owner, read, generic);
        expect([read.text, generic, rows.filter((scan) => scan.rows > most)]).toEqual([read.text, generic, []]);
      }
    }
  },
);

test.each([
  ['a reviewer', 'reviewer', { purpose: 'ACCESS_REVIEW' }],
  ['an auditor', 'auditor', {}],
] as const)('%s reads the register of disclosures of a long log by its index', async (_who, persona, asked) => {
  const captured = captureStatements(gateway.database.roles.gateway);
  const { data, errors } = await gateway.ask(persona, '{ disclosures(first: 20) { totalCount edges { node { number } } } }', asked);
  captured.stop();
  expect(errors).toEqual([]);
  expect(data.disclosures.edges.length).toBeGreaterThan(0);
  const reads = captured.statements.filter(({ text }) => /^\s*select/i.test(text) && text.includes('access_log.full_entry'));
  expect(reads.length).toBeGreaterThan(1);
  for (const read of reads) {
    for (const generic of [false, true]) {
      const rows = await rowsRead(gateway.database.roles.owner, read, generic);
      expect([read.text, generic, rows.filter((scan) => scan.rows > most)]).toEqual([read.text, generic, []]);
    }
  }
});
