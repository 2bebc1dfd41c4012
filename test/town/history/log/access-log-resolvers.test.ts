import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { changeEntries, entryWith, eraseSegments } from '../../../helpers/entries/change-entries.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

/** The number of entries after the setup below. */
const scene = 6;

const gateway = useGateway();
beforeAll(async () => {
  const one = (id: string) => ({ variables: { id } });
  const person = 'query($id: ID!) { resident(id: $id) { givenName email address { street } } }';
  const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  // All reads are at the same instant, so each is numbered before the next one.
  const then = async (persona: string, query: string, asked = {}): Promise<void> => {
    expect((await gateway.ask(persona, query, asked)).errors).toEqual([]);
    await gateway.sequence();
  };
  await then('resident', '{ me { birthDate } }');
  await then('guardian', person, one(cast.resident));
  await then('customer-service', person, { purpose: 'SERVICE_PROVISION', ...one(cast.neighbour) });
  await then('customer-service', '{ residents(first: 100, filter: { familyName: "C" }) { edges { node { givenName email } } } }', counter);
  await then('police', '{ residents { edges { node { givenName email } } } }');
  await then('support', '{ tickets { edges { node { number assignee { givenName } } } } }', { purpose: 'CUSTOMER_SUPPORT' });
});

const fields = `totalCount pageInfo { hasNextPage endCursor } edges { node {
  id number at role purpose authority outcome statementVersion partner { name } employee { id givenName }
  subjects { pseudonym relationship released withheld } } }`;
const log = (persona: string, asked = {}, list = 'accessEntries') =>
  gateway.ask(persona, `query($first: Int = 50, $after: String) { list: ${list}(first: $first, after: $after) { ${fields} } }`, asked);
const rolesIn = (data: any): string[] => data.list.edges.map((edge: any) => edge.node.role);
const review = { purpose: 'ACCESS_REVIEW' } as const;

describe('clause rights: a resident', () => {
  test('sees who read their record, newest first, and nothing about others in the same entry', async () => {
    const { data, errors } = await log('resident');
    expect(errors).toEqual([]);
    // The helpdesk's queue showed no resident of a ticket.
    expect(rolesIn(data)).toEqual(['LAW_ENFORCEMENT', 'CUSTOMER_SERVICE', 'RESIDENT', 'RESIDENT']);
    expect(data.list.totalCount).toBe(4);
    const [police, clerk, guardian, self] = data.list.edges.map((edge: any) => edge.node);
    expect(police).toMatchObject({
      purpose: 'LEGAL_DEMAND',
      outcome: 'ANSWERED',
      partner: { name: 'Regional Police Service' },
      employee: null,
    });
    expect(police.authority).toContain('Protection of Privacy Act');
    expect(police.subjects).toEqual([
      {
        pseudonym: expect.stringMatching(/^P-[\da-f]{32}$/),
        relationship: 'MANDATE',
        released: ['Resident', 'Resident.givenName'],
        withheld: ['Resident.email'],
      },
    ]);
    // The clerk's search showed all residents with the same initial; an employee is not named.
    expect(clerk).toMatchObject({ partner: null, employee: null, subjects: [{ relationship: 'ENCOUNTER' }] });
    expect(clerk.subjects).toHaveLength(1);
    expect(guardian.subjects[0]).toMatchObject({
      relationship: 'GUARDIAN',
      released: expect.arrayContaining(['Address.street', 'Resident.email']),
    });
    expect(self.subjects[0]).toMatchObject({ relationship: 'SELF', released: ['Resident', 'Resident.birthDate'], withheld: [] });
  });

  test('causes no entry about others when reading the log', async () => {
    const { privacy } = await log('resident');
    await gateway.sequence();
    const residents = await gateway.database.asOwner(
      'select resident.id from access_log.segment join access_log.entry using (seq, month) join recreation.resident on resident.id = subject_id where entry.id = $1',
      [privacy.receipt!.entry],
    );
    expect(residents).toEqual([{ id: cast.resident }]);
  });

  test('sees a minor’s entries as a guardian, and a neighbour sees only their own', async () => {
    const ofMinor = (await log('guardian')).data.list.edges.flatMap((edge: any) => edge.node.subjects);
    expect(ofMinor.some(({ relationship }: any) => relationship === 'MANDATE')).toBe(true);
    const { data } = await log('neighbour');
    expect(rolesIn(data)).toEqual(['CUSTOMER_SERVICE']);
  });

  test('sees disclosures in a list of their own', async () => {
    const { data } = await log('resident', {}, 'disclosures');
    expect(rolesIn(data)).toEqual(['LAW_ENFORCEMENT']);
    expect(data.list.totalCount).toBe(1);
    expect((await log('neighbour', {}, 'disclosures')).data.list).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('a privacy officer', () => {
  test('reviews every entry, with people under pseudonyms that only this officer sees', async () => {
    const { data } = await log('reviewer', review);
    expect(data.list.totalCount).toBeGreaterThanOrEqual(scene);
    const ofClerk = data.list.edges
      .map((edge: any) => edge.node)
      .find((node: any) => node.role === 'CUSTOMER_SERVICE' && node.subjects.length > 1);
    expect(ofClerk.employee).toEqual({ id: cast.clerk, givenName: 'Pippa' });
    const pseudonymOf = async (persona: string): Promise<string> => {
      const answer = await log(persona, review, 'disclosures');
      return answer.data.list.edges
        .at(-1)
        .node.subjects.map(({ pseudonym }: any) => pseudonym)
        .join();
    };
    expect(await pseudonymOf('reviewer')).not.toBe(await pseudonymOf('reviewer-2'));
    expect(JSON.stringify(data)).not.toContain(cast.resident);
  });

  test('pages without gaps or duplicates', async () => {
    const numbers: string[] = [];
    let after: string | null = null;
    const { data: whole } = await log('reviewer', review);
    for (let pages = 0; pages < 20; pages += 1) {
      const answer: any = await gateway.ask(
        'reviewer',
        'query($after: String) { accessEntries(first: 3, after: $after) { pageInfo { hasNextPage endCursor } edges { node { number } } } }',
        { ...review, variables: { after } },
      );
      numbers.push(...answer.data.accessEntries.edges.map((edge: any) => edge.node.number));
      after = answer.data.accessEntries.pageInfo.endCursor;
      if (!answer.data.accessEntries.pageInfo.hasNextPage) break;
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(numbers.toSorted((one, other) => Number(other) - Number(one)));
    expect(numbers.length).toBeGreaterThanOrEqual(whole.list.totalCount);
    expect(numbers.at(-1)).toBe('0');
  });

  test('finds entries by time, role, purpose and outcome, in pages and counts of their own', async () => {
    const asked = 'query($filter: AccessEntryFilter, $first: Int = 100, $after: String)';
    // Refused: the helpdesk reads no accounts.
    expect(
      (await gateway.ask('support', '{ accounts(first: 1) { edges { node { balance } } } }', { purpose: 'CUSTOMER_SUPPORT' })).codes,
    ).toEqual(['FIELD_NOT_PERMITTED']);
    await gateway.sequence();
    const look = async (filter: object | null, page: object = {}) =>
      (
        await gateway.ask('reviewer', `${asked} { list: accessEntries(filter: $filter, first: $first, after: $after) { ${fields} } }`, {
          ...review,
          variables: { filter, ...page },
        })
      ).data?.list;
    const all = (await look(null)).edges.map(({ node }: any) => node);
    const at = all[Math.floor(all.length / 2)].at;
    const later = new Date(new Date(at).getTime() + 1).toISOString();
    const filters: [object, (node: any) => boolean][] = [
      [{}, () => true],
      [{ role: 'CUSTOMER_SERVICE' }, ({ role }) => role === 'CUSTOMER_SERVICE'],
      [{ purpose: 'LEGAL_DEMAND' }, ({ purpose }) => purpose === 'LEGAL_DEMAND'],
      [{ role: 'CUSTOMER_SERVICE', purpose: 'LEGAL_DEMAND' }, () => false],
      [{ outcome: 'REFUSED' }, ({ outcome }) => outcome === 'REFUSED'],
      [{ outcome: 'FAILED' }, () => false],
      [{ from: at }, (node) => node.at >= at],
      [{ until: at }, (node) => node.at < at],
      [{ from: at, until: later, role: 'SUPPORT' }, (node) => node.at === at && node.role === 'SUPPORT'],
    ];
    const oldest = all.at(-1).number;
    const own = { role: 'PRIVACY_OFFICER', purpose: 'ACCESS_REVIEW', outcome: 'ANSWERED', at: testNow.toISOString() };
    expect(all.map(({ outcome }: any) => outcome)).toContain('REFUSED');
    for (const [filter, fits] of filters) {
      const { edges, totalCount } = await look(filter);
      const wanted = all.filter(fits).map(({ number }: any) => number);
      // Each of these reads is an entry of its own, newer than those of the first.
      const found = edges.map(({ node }: any) => node.number).filter((number: string) => Number(number) <= Number(all[0].number));
      expect(found).toEqual(wanted);
      // Entries of these reads themselves can be numbered between page and count.
      if (!fits(own)) expect(totalCount).toBe(edges.length);
      expect(edges.every(({ node }: any) => fits(node))).toBe(true);
    }
    expect(oldest).toBe('0');
    const { pageInfo } = await look({ role: 'CUSTOMER_SERVICE' }, { first: 1 });
    expect(await look({ role: 'CUSTOMER_SERVICE' }, { first: 1, after: pageInfo.endCursor })).toMatchObject({ edges: [{}] });
    expect(await look({ role: 'SUPPORT' }, { first: 1, after: pageInfo.endCursor })).toBeNull();
  });

  test('leaves an entry that names only what the filter found, so that a person is told of the right reviews', async () => {
    const asked = '{ accessEntries(first: 100, filter: { role: CUSTOMER_SERVICE }) { edges { node { number subjects { pseudonym } } } } }';
    const { data, privacy } = await gateway.ask('reviewer', asked, review);
    const [entry] = await gateway.database.asOwner<{ covers: string[] }>(
      `select header -> 'covers' as covers from access_log.full_staged staged where id = $1`,
      [privacy.receipt!.entry],
    );
    const numbers: string[] = data.accessEntries.edges.map(({ node }: any) => node.number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(entry!.covers.toSorted()).toEqual(numbers.map((number) => `ALL ${number}-${number}`).toSorted());
    await gateway.sequence();
  });

  test('sees under a request only the entries about the resident who filed it', async () => {
    const asked = { purpose: 'RIGHTS_FULFILMENT', case: matters.request };
    const { data } = await log('privacy-officer', asked, 'disclosures');
    expect(data.list.totalCount).toBe(1);
    expect(data.list.edges[0].node.subjects).toHaveLength(1);
    expect((await log('privacy-officer', { purpose: 'RIGHTS_FULFILMENT' })).data.list).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('does not see an erased segment or a person who is no longer on record', async () => {
    const before = (await log('reviewer', review, 'disclosures')).data.list.edges.at(-1).node;
    expect(before.subjects.length).toBeGreaterThan(1);
    await eraseSegments(gateway.database, 'select $1::bigint as seq, 2 as ordinal', [before.number]);
    await changeEntries(
      gateway.database,
      `update access_log.entry set subjects[2] = '99999999-9999-4999-8999-999999999999' where seq = $1`,
      [before.number],
    );
    const after = (await log('reviewer', review, 'disclosures')).data.list.edges.at(-1).node;
    // They are sorted by pseudonym, which does not reveal the order in which they were seen.
    const left = new Set(after.subjects.map(({ pseudonym }: { pseudonym: string }) => pseudonym));
    expect(left.size).toBe(before.subjects.length - 2);
    expect(after).toEqual({ ...before, subjects: before.subjects.filter(({ pseudonym }: { pseudonym: string }) => left.has(pseudonym)) });
    expect([...left]).toEqual(Array.from(left as Set<string>).toSorted((one, other) => (one < other ? -1 : 1)));
  });
});

describe('clause control: an auditor', () => {
  test('sees the entries within the engagement’s dates, with people under pseudonyms and without employees', async () => {
    const { data } = await log('auditor');
    expect(data.list.totalCount).toBeGreaterThanOrEqual(scene);
    const [{ valid_from } = {}] = await gateway.database.asOwner<{ valid_from: Date }>(
      'select valid_from from recreation.mandate where id = $1',
      [matters.auditEngagement],
    );
    const early = new Date(valid_from!.getTime() - 1).toISOString();
    await gateway.database.asOwner(
      `insert into access_log.entry
       select ${entryWith(`jsonb_build_object('seq', 1000000, 'id', gen_random_uuid(), 'at', $1::text)`)} from access_log.entry where seq = 0`,
      [early],
    );
    expect((await log('reviewer', review)).data.list.edges[0].node).toMatchObject({ number: '1000000', at: early });
    const again = (await log('auditor')).data.list;
    expect(again.edges.map((edge: any) => edge.node.number)).not.toContain('1000000');
    expect(again.edges.every((edge: any) => edge.node.employee === null)).toBe(true);
    expect(again.edges.flatMap((edge: any) => edge.node.subjects).every(({ pseudonym }: any) => pseudonym.startsWith('P-'))).toBe(true);
  });

  test('all other roles are refused', async () => {
    expect((await log('police')).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await log('customer-service', { purpose: 'SERVICE_PROVISION' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await log('privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});
