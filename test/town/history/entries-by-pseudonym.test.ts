import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { changeEntries } from '../../helpers/entries/change-entries.ts';
import type { Answered, Asked, TestGateway } from '../../helpers/gateway/gateway.ts';
import { openReadLog } from '../../helpers/entries/open-read-log.ts';
import { captureStatements } from '../../helpers/values/statements.ts';
import { shownPseudonym } from '../../helpers/entries/shown-pseudonym.ts';

let gateway: TestGateway;
// Each reader has a gateway whose log has no entries of other readers.
const begin = async (): Promise<void> => void (gateway = await openReadLog());
const end = (): Promise<void> => gateway.close();

const review: Asked = { purpose: 'ACCESS_REVIEW' };
const rights: Asked = { purpose: 'RIGHTS_FULFILMENT', case: matters.request };
const fields = 'totalCount pageInfo { hasNextPage endCursor } edges { node { number role subjects { pseudonym relationship released } } }';

function list(persona: string, asked: Asked, given: string, name = 'accessEntries', page = 'first: 100'): Promise<Answered> {
  const query = `query ($after: String) { list: ${name}(${page}, after: $after${given && `, ${given}`}) { ${fields} } }`;
  return gateway.ask(persona, query, asked);
}
const by = (pseudonym: string, filter = ''): string => `pseudonym: "${pseudonym}"${filter && `, filter: { ${filter} }`}`;
const nodes = ({ data }: Answered): any[] => data.list.edges.map(({ node }: any) => node);
const numbers = (found: readonly any[]): string[] => found.map(({ number }) => number);
const shows = (pseudonym: string) => (node: any) => node.subjects.some((one: any) => one.pseudonym === pseudonym);
const purposeOf = ({ purpose }: Asked): Purpose => (purpose ?? 'SELF_SERVICE') as Purpose;

/** The header and the data subjects of the entry of an answer. */
async function entryOf({ privacy }: Answered): Promise<{ covers: string[] | null; inputs: string[]; people: string[] }> {
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner<{ covers: string[] | null; inputs: string[]; people: string[] | null }>(
    `select header -> 'covers' as covers, header -> 'inputs' as inputs,
       (select jsonb_agg(subject_id) from access_log.segment where segment.seq = entry.seq and subject_id is not null) as people
     from access_log.full_entry entry where id = $1`,
    [privacy.receipt!.entry],
  );
  return { ...entry!, people: entry!.people ?? [] };
}

describe.each([
  ['reviewer', review],
  ['auditor', { purpose: 'CONTROL_AUDIT' }],
] as const)('a reader of all entries: the %s', (persona, asked) => {
  beforeAll(begin);
  afterAll(end);
  test.each(['accessEntries', 'disclosures'])(
    'finds in %s exactly the entries that show a pseudonym, and that person alone',
    async (name) => {
      const all = nodes(await list(persona, asked, '', name));
      const pseudonyms = [...new Set(all.flatMap((node) => node.subjects.map((one: any) => one.pseudonym)))].slice(0, 4);
      expect(pseudonyms.length).toBeGreaterThan(2);
      expect(all.some(({ subjects }) => subjects.length > 1)).toBe(true);
      const newest = Number(all[0].number);
      for (const pseudonym of pseudonyms) {
        const expected = all.filter(shows(pseudonym));
        const answer = await list(persona, asked, by(pseudonym), name);
        expect(answer.errors).toEqual([]);
        // The reads of this test are entries too, of the same people, in which the reader is not shown them.
        const found = nodes(answer);
        expect(found.every(({ number }) => Number(number) <= newest)).toBe(true);
        expect(found).toEqual(
          expected.map((node) => ({ ...node, subjects: node.subjects.filter((one: any) => one.pseudonym === pseudonym) })),
        );
        expect(answer.data.list.totalCount).toBe(expected.length);
        for (const role of ['LAW_ENFORCEMENT', 'CUSTOMER_SERVICE']) {
          const both = await list(persona, asked, by(pseudonym, `role: ${role}`), name);
          expect(numbers(nodes(both))).toEqual(numbers(expected.filter((node) => node.role === role)));
        }
      }
    },
  );

  test('finds nothing by a pseudonym of another reader or purpose, of no one, or of a person without entries, alike', async () => {
    const own = shownPseudonym(persona, cast.resident, purposeOf(asked));
    expect(nodes(await list(persona, asked, by(own))).length).toBeGreaterThan(2);
    const others = [
      shownPseudonym('reviewer-2', cast.resident, 'ACCESS_REVIEW'),
      shownPseudonym('reviewer', cast.resident, 'RIGHTS_FULFILMENT'),
      shownPseudonym('resident', cast.resident, 'SELF_SERVICE'),
      `P-${cast.resident.replaceAll('-', '')}`,
      `P-${'0'.repeat(32)}`,
    ];
    const seen = new Set<string>();
    for (const pseudonym of others) {
      const listening = captureStatements(gateway.database.roles.gateway);
      const answer = await list(persona, asked, by(pseudonym));
      listening.stop();
      expect(answer.data.list).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] });
      const { receipt: _receipt, ...privacy } = answer.privacy;
      seen.add(JSON.stringify([answer.status, answer.data, privacy, listening.statements.map(({ text }) => text).toSorted()]));
      expect((await entryOf(answer)).people).toEqual([]);
    }
    expect(seen.size).toBe(1);
  });

  test('pages through the entries of one person, with cursors of their own', async () => {
    const pseudonym = shownPseudonym(persona, cast.resident, purposeOf(asked));
    const whole = numbers(nodes(await list(persona, asked, by(pseudonym))));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answered = await list(persona, { ...asked, variables: { after } }, by(pseudonym), 'accessEntries', 'first: 2');
      paged.push(...numbers(nodes(answer)));
      after = answer.data.list.pageInfo.hasNextPage ? answer.data.list.pageInfo.endCursor : null;
      if (!after) continue;
      const other = by(shownPseudonym(persona, cast.neighbour, purposeOf(asked)));
      for (const given of ['', other])
        expect((await list(persona, { ...asked, variables: { after } }, given)).codes).toEqual(['CURSOR_INVALID']);
    } while (after);
    expect(paged).toEqual(whole);
  });

  test('leaves an entry that names the person, the argument, and the whole log, whatever was found', async () => {
    const pseudonym = shownPseudonym(persona, cast.resident, purposeOf(asked));
    for (const [given, selected] of [
      [by(pseudonym), fields],
      [by(pseudonym), 'totalCount'],
      [by(pseudonym, 'until: "2001-01-01T00:00:00Z"'), fields],
    ] as const) {
      const answer = await gateway.ask(persona, `{ accessEntries(${given}) { ${selected} } }`, asked);
      const { people, covers, inputs } = await entryOf(answer);
      expect(people).toEqual([cast.resident]);
      expect(covers).toEqual([expect.stringMatching(/^PERSON 0-\d+$/)]);
      expect(inputs).toEqual(['Query.accessEntries(pseudonym:)']);
    }
  });

  test('looks for one person in no operation that pages all people', async () => {
    const look = `look: accessEntries(${by(shownPseudonym(persona, cast.resident, purposeOf(asked)))}) { edges { node { number } } }`;
    for (const query of [
      `{ all: accessEntries(first: 2) { ${fields} } ${look} }`,
      `{ ${look} all: disclosures(first: 2) { ${fields} } }`,
    ]) {
      const { data, errors } = await gateway.ask(persona, query, asked);
      for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'INPUT_INVALID', reason: 'NOT_HERE' });
      expect(errors.length).toBeGreaterThan(0);
      expect(data.look === null || data.all.edges.every(({ node }: any) => node.subjects === null)).toBe(true);
    }
    const { errors } = await gateway.ask(persona, `{ all: accessEntries(first: 2) { edges { node { number } } } ${look} }`, asked);
    expect(errors).toEqual([]);
  });

  test('gets the form of a pseudonym for what has another', async () => {
    const coordinate = 'Query.accessEntries(pseudonym:)';
    const expected = { [coordinate]: 'AccessEntrySubject.pseudonym' };
    for (const given of ['resident', `P-${'0'.repeat(31)}`, `p-${'0'.repeat(32)}`, `P-${'A'.repeat(32)}`, '']) {
      const { data, errors } = await list(persona, asked, by(given));
      expect(data.list).toBeNull();
      expect(errors[0]!.extensions).toEqual({ code: 'INPUT_INVALID', reason: 'FORMAT', coordinates: [coordinate], expected });
    }
  });
});

describe('a reviewer', () => {
  beforeAll(begin);
  afterAll(end);
  const pseudonym = shownPseudonym('reviewer', cast.resident, 'ACCESS_REVIEW');

  test('takes null for left out', async () => {
    const [given, left] = [
      await list('reviewer', review, 'pseudonym: null', 'disclosures'),
      await list('reviewer', review, '', 'disclosures'),
    ];
    expect(nodes(left).length).toBeGreaterThan(0);
    expect(nodes(given)).toEqual(nodes(left));
  });

  test('finds no entry of an own read, in which the person was known by name', async () => {
    const before = await list('reviewer', review, by(pseudonym, 'role: CUSTOMER_SERVICE'));
    const [own] = numbers(nodes(before));
    const change = 'update access_log.entry set principal_id = $2 where seq = $1';
    await gateway.database.asOwner(change, [own, cast.reviewer]);
    const after = await list('reviewer', review, by(pseudonym, 'role: CUSTOMER_SERVICE'));
    expect(numbers(nodes(after))).toEqual(numbers(nodes(before)).filter((number) => number !== own));
    expect(after.data.list.totalCount).toBe(before.data.list.totalCount - 1);
    expect(numbers(nodes(await list('reviewer', review, 'filter: { role: CUSTOMER_SERVICE }')))).toContain(own);
    await gateway.database.asOwner(change, [own, cast.clerk]);
  });

  test('is charged for a look whatever it finds', async () => {
    const charged = (): Promise<object[]> =>
      gateway.database.asOwner('select distinct subject_id as id from access_log.budget_subject where principal_id = $1', [cast.reviewer2]);
    const look = (pseudonym: string): Promise<Answered> =>
      gateway.ask('reviewer-2', `{ accessEntries(${by(pseudonym, 'until: "2001-01-01T00:00:00Z"')}) { totalCount } }`, review);
    await look(`P-${'0'.repeat(32)}`);
    expect(await charged()).toEqual([]);
    const answer = await look(shownPseudonym('reviewer-2', cast.resident, 'ACCESS_REVIEW'));
    expect(answer.data.accessEntries).toEqual({ totalCount: 0 });
    expect(await charged()).toEqual([{ id: cast.resident }]);
  });

  test('finds no person who is no longer on record', async () => {
    const gone = '99999999-9999-4999-8999-999999999999';
    const change = 'update access_log.entry set subjects = array_replace(subjects, $1::uuid, $2::uuid)';
    await changeEntries(gateway.database, change, [cast.neighbour, gone]);
    const { data, privacy } = await list('reviewer', review, by(shownPseudonym('reviewer', gone, 'ACCESS_REVIEW')));
    expect(data.list).toMatchObject({ totalCount: 0, edges: [] });
    expect((await entryOf({ privacy } as Answered)).people).toEqual([]);
    await changeEntries(gateway.database, change, [gone, cast.neighbour]);
  });
});

describe('a reader of few people’s entries', () => {
  beforeAll(begin);
  afterAll(end);
  test.each([
    ['a guardian, by a minor', 'guardian', {}, cast.resident],
    ['a guardian, by the guardian', 'guardian', {}, cast.guardian],
    ['an officer, by the person of the request', 'privacy-officer', rights, cast.resident],
  ] as const)('%s: finds the entries about that person', async (_who, persona, asked, id) => {
    const pseudonym = shownPseudonym(persona, id, purposeOf(asked));
    const all = nodes(await list(persona, asked, ''));
    const expected = all.filter(shows(pseudonym));
    expect(expected.length).toBeGreaterThan(0);
    const found = nodes(await list(persona, asked, by(pseudonym)));
    const older = found.filter((node) =>
      all.some((one) => JSON.stringify([one.role, one.number]) === JSON.stringify([node.role, node.number])),
    );
    expect(older.every(({ subjects }) => subjects.length === 1 && subjects[0].pseudonym === pseudonym)).toBe(true);
    expect(older.length).toBeGreaterThanOrEqual(expected.length);
  });

  test('finds no other person by any pseudonym', async () => {
    for (const [persona, asked] of [
      ['neighbour', {}],
      ['privacy-officer', rights],
    ] as const) {
      const own = shownPseudonym(persona, cast.guardian, purposeOf(asked));
      for (const pseudonym of [
        own,
        shownPseudonym('reviewer', cast.resident, 'ACCESS_REVIEW'),
        shownPseudonym('guardian', cast.resident, 'SELF_SERVICE'),
      ]) {
        expect((await list(persona, asked, by(pseudonym))).data.list).toMatchObject({ totalCount: 0, edges: [] });
      }
    }
  });

  test('is refused where the log is not the role’s', async () => {
    const pseudonym = by(`P-${'0'.repeat(32)}`);
    for (const [persona, asked] of [
      ['customer-service', { purpose: 'SERVICE_PROVISION' }],
      ['privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' }],
      ['police', {}],
    ] as const)
      expect((await list(persona, asked, pseudonym)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});
