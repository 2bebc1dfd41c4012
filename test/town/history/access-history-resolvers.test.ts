import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
const onTicket = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket } as const;
const onRequest = { purpose: 'RIGHTS_FULFILMENT', case: matters.request } as const;
const found = (familyName: string) => `residents(first: 100, filter: { familyName: "${familyName}" }) { edges { node { givenName } } }`;
const search = `{ c: ${found('Castellow')} f: ${found('Fairweather')} }`;
const one = (id: string) => `{ resident(id: "${id}") { givenName email } }`;

const gateway = useGateway();
beforeAll(async () => {
  // All reads are at the same instant, so each is numbered before the next one.
  const then = async (persona: string, query: string, asked = {}): Promise<void> => {
    expect((await gateway.ask(persona, query, asked)).errors).toEqual([]);
    await gateway.sequence();
  };
  await then('resident', '{ me { birthDate } }');
  await then('guardian', one(cast.resident));
  await then('customer-service', search, { purpose: 'SERVICE_PROVISION' });
  await then('customer-service', search, counter);
  await then('customer-service', one(cast.resident), counter);
  await then('customer-service', one(cast.neighbour), counter);
  await then('support', `{ resident(id: "${cast.resident}") { givenName tickets { edges { node { subject } } } } }`, onTicket);
  await then('police', '{ residents { edges { node { givenName email } } } }');
  await then('privacy-officer', one(cast.resident), onRequest);
  await then('reviewer', '{ accessEntries(first: 2) { edges { node { subjects { relationship } } } } }', {
    purpose: 'ACCESS_REVIEW',
  });
  await then('auditor', '{ accessEntries(first: 2) { edges { node { subjects { relationship } } } } }');
  await then('customer-service', `{ ${found('Fairweather')} services(first: 1) { totalCount } }`, { purpose: 'SERVICE_PROVISION' });
  await then('customer-service', `{ ${found('Fairweather')} resident(id: "${cast.neighbour}") { givenName } }`, {
    purpose: 'SERVICE_PROVISION',
  });
  // From here on no entry is numbered, so the reads of the tests do not appear.
  await gateway.database.asOwner('revoke select, delete on access_log.staged from ntk_sequencer');
});

const fields = `totalCount coverage { since } pageInfo { hasNextPage endCursor } edges { cursor node {
  entryId at by { role partner { name } employee { givenName } } purpose authority why relationship need { kind number mandateKind openedAt closedAt } fields categories case kind } }`;
const history = `history: accessHistory(first: $first, after: $after, includeOwn: $includeOwn) { ${fields} }`;
const variables = '$first: Int = 50, $after: String, $includeOwn: Boolean';
const mine = `query (${variables}) { me { ${history} } }`;
const of = (id: string) => `query (${variables}) { me: resident(id: "${id}") { ${history} } }`;
const nodes = ({ data }: Answered): any[] => data.me.history.edges.map((edge: any) => edge.node);

const summary = ({ by, kind, fields: held, case: matter }: any) => [by.role, kind, held.join(', '), matter === null ? null : 'a case'];

describe('clause rights: a resident', () => {
  test('sees every read by others, newest first, and why', async () => {
    const answer = await gateway.ask('resident', mine);
    expect(answer.errors).toEqual([]);
    const found = nodes(answer);
    expect(found.map(summary)).toEqual([
      ['CONTROL_AGENCY', 'APPEARED_IN_SEARCH', 'who looked', 'a case'],
      ['PRIVACY_OFFICER', 'APPEARED_IN_SEARCH', 'who looked', null],
      ['PRIVACY_OFFICER', 'RECORD_OPENED', 'that the person is on record, name, email address', 'a case'],
      ['LAW_ENFORCEMENT', 'RECORD_OPENED', 'that the person is on record, name', 'a case'],
      ['SUPPORT', 'RECORD_OPENED', 'that the person is on record, name, support history', 'a case'],
      ['CUSTOMER_SERVICE', 'RECORD_OPENED', 'that the person is on record, name, email address', 'a case'],
      ['CUSTOMER_SERVICE', 'RECORD_OPENED', 'that the person is on record, name', 'a case'],
      ['CUSTOMER_SERVICE', 'APPEARED_IN_SEARCH', 'that the person is on record, name', null],
      ['RESIDENT', 'RECORD_OPENED', 'that the person is on record, name, email address', null],
    ]);
    expect(found.map(({ why }) => why)).toEqual([
      'A control agency was auditing who looked at what, and saw the person under a pseudonym, under an audit engagement in force from 2026-04-16T18:00:00.000Z until 2028-06-15T18:00:00.000Z.',
      'A privacy officer was reviewing who looked at what, and saw the person under a pseudonym.',
      'A privacy officer was answering the person’s request, under request R-73738354, which was filed on 2026-06-06T18:00:00.000Z and is not answered.',
      'Law enforcement made a legal demand that names the person, under a court order in force from 2026-04-16T18:00:00.000Z until 2028-06-15T18:00:00.000Z.',
      'The helpdesk was working on the person’s question, under ticket T-65623059, which was opened on 2026-06-09T18:00:00.000Z and is not closed.',
      'Customer service was serving the person, or an adult of the person’s home, to provide a requested service, in an encounter that began on 2026-06-15T17:00:00.000Z and has not ended, after the person had shown a card with a photo.',
      'Customer service was serving the person, or an adult of the person’s home, to provide a requested service, in an encounter that began on 2026-06-15T17:00:00.000Z and has not ended, after the person had shown a card with a photo.',
      'Customer service was searching for a person to serve, or began to serve one, to provide a requested service.',
      'A guardian managed the affairs of the person, a minor in their care.',
    ]);
    // The same in codes.
    expect(found.map(({ relationship, need }) => [relationship, need?.kind ?? null, need?.number ?? need?.mandateKind ?? null])).toEqual([
      ['MANDATE', 'MANDATE', 'AUDIT_ENGAGEMENT'],
      ['NONE', null, null],
      ['OPEN_REQUEST', 'REQUEST', 'R-73738354'],
      ['MANDATE', 'MANDATE', 'COURT_ORDER'],
      ['ASSIGNED_TICKET', 'TICKET', 'T-65623059'],
      ['ENCOUNTER', 'ENCOUNTER', null],
      ['ENCOUNTER', 'ENCOUNTER', null],
      ['NONE', null, null],
      ['GUARDIAN', null, null],
    ]);
    expect(found[3].need).toMatchObject({ openedAt: '2026-04-16T18:00:00.000Z', closedAt: '2028-06-15T18:00:00.000Z' });
    expect(found[2].categories).toEqual(['EXISTENCE', 'NAME', 'EMAIL']);
    expect(found[3]).toMatchObject({ purpose: 'LEGAL_DEMAND', by: { partner: { name: 'Regional Police Service' } } });
    expect(found[3].authority).toContain('Protection of Privacy Act');
    expect(answer.data.me.history.totalCount).toBe(9);
    const [{ since } = {}] = await gateway.database.asOwner<{ since: Date }>('select since from access_log.coverage');
    expect(answer.data.me.history.coverage).toEqual({ since: since!.toISOString() });
  });

  test('does not see the name of an employee, and the privacy officer does', async () => {
    expect(nodes(await gateway.ask('resident', mine)).every(({ by }) => by.employee === null)).toBe(true);
    const answer = await gateway.ask('privacy-officer', of(cast.resident), onRequest);
    expect(nodes(answer).map(({ by }) => [by.role, by.employee?.givenName ?? null])).toEqual([
      ['CONTROL_AGENCY', null],
      ['PRIVACY_OFFICER', 'Araminta'],
      ['LAW_ENFORCEMENT', null],
      ['SUPPORT', 'Desmond'],
      ['CUSTOMER_SERVICE', 'Pippa'],
      ['CUSTOMER_SERVICE', 'Pippa'],
      ['CUSTOMER_SERVICE', 'Pippa'],
      ['RESIDENT', null],
    ]);
  });

  test('sees one pseudonym for all reads under a case, and each reader sees another one', async () => {
    const cases = (answer: Answered): string[] => nodes(answer).flatMap((node) => (node.by.role === 'CUSTOMER_SERVICE' ? [node.case] : []));
    const [opened, listed] = cases(await gateway.ask('resident', mine));
    expect(listed).toBe(opened);
    expect(opened).not.toBe(matters.encounter);
    expect(cases(await gateway.ask('guardian', of(cast.resident)))[0]).not.toBe(opened);
  });

  test('sees their own reads on request', async () => {
    const { data } = await gateway.ask('resident', mine, { variables: { includeOwn: true } });
    const own = data.me.history.edges
      .map((edge: any) => edge.node)
      .filter(({ by, why }: any) => by.role === 'RESIDENT' && /their own record/.test(why));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ kind: 'RECORD_OPENED', fields: ['that the person is on record', 'birth date'], case: null });
    expect(data.me.history.totalCount).toBe(10);
  });

  test('pages by cursor without gaps or duplicates, and a cursor opens no other list', async () => {
    const found: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const answer: any = await gateway.ask('resident', mine, { variables: { first: 3, after } });
      found.push(...nodes(answer).map(({ id }) => id));
      const { hasNextPage, endCursor } = answer.data.me.history.pageInfo;
      after = endCursor;
      if (!hasNextPage) break;
    }
    expect(found).toEqual(nodes(await gateway.ask('resident', mine)).map(({ id }) => id));
    expect((await gateway.ask('resident', mine, { variables: { after, includeOwn: true } })).codes).toEqual(['CURSOR_INVALID']);
    expect((await gateway.ask('guardian', of(cast.resident), { variables: { after } })).codes).toEqual(['CURSOR_INVALID']);
    expect((await gateway.ask('resident', mine, { variables: { first: 101 } })).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['Resident.accessHistory(first:)'],
    });
  });
});

describe('an access history', () => {
  test('shows a guardian neither the minor’s own reads nor the guardian’s own', async () => {
    const answer = await gateway.ask('guardian', of(cast.resident));
    const reasons = nodes(answer).map(({ why }) => why);
    expect(reasons).not.toContain('The person looked at their own record.');
    expect(reasons).not.toContain('A guardian managed the affairs of the person, a minor in their care.');
    expect(reasons.find((why) => why.startsWith('The helpdesk'))).toContain('T-65623059');
    // Only the minor may know of the minor's requests.
    expect(reasons.filter((why) => why.includes('request.'))).toEqual([]);
  });

  test('names no ticket to a guardian without the area SUPPORT_HISTORY', async () => {
    // This guardian lives elsewhere, and sees nothing of the same day.
    const move = (days: number) =>
      gateway.database.asOwner(`update access_log.entry set at = at + make_interval(days => $1) where role = 'SUPPORT'`, [days]);
    await move(-1);
    const { data, errors } = await askAsResident(gateway, cast.distantGuardian, of(cast.resident));
    await move(1);
    expect(errors).toEqual([]);
    const reasons = data.me.history.edges.map((edge: any) => edge.node.why);
    expect(reasons).toContain('The helpdesk was working on the person’s question.');
    expect(JSON.stringify(data)).not.toContain('T-65623059');
  });

  test('is withheld from a neighbour, an adult of the household, a clerk in an encounter, and the police', async () => {
    expect((await gateway.ask('neighbour', of(cast.resident))).data).toEqual({ me: null });
    expect((await gateway.ask('guardian', of(cast.housemate))).data).toEqual({ me: { history: null } });
    for (const [persona, asked] of [
      ['customer-service', counter],
      ['support', onTicket],
      ['police', {}],
    ] as const) {
      const { data, privacy } = await gateway.ask(persona, of(cast.resident), asked);
      expect(data).toEqual({ me: { history: null } });
      expect(privacy.withheld).toContainEqual({ coordinate: 'Resident.accessHistory', paths: [['me', 'history']], reason: 'NO_GRANT' });
    }
    // The neighbour's own history has the clerk's searches, and the attempt to open the record in another resident's encounter.
    expect(nodes(await gateway.ask('neighbour', mine)).map(({ by }) => by.role)).toEqual(Array(5).fill('CUSTOMER_SERVICE'));
  });

  test('does not show a case under which the person was only found', async () => {
    const found = nodes(await gateway.ask('neighbour', mine));
    expect(found.every((node) => node.case === null)).toBe(true);
    expect(JSON.stringify(found)).not.toContain('in an encounter');
  });
});

test('a search in one operation with a field that opens a record counts as opened', async () => {
  expect(nodes(await gateway.ask('neighbour', mine)).map(({ kind }) => kind)).toEqual([
    'RECORD_OPENED',
    'APPEARED_IN_SEARCH',
    'RECORD_OPENED',
    'APPEARED_IN_SEARCH',
    'APPEARED_IN_SEARCH',
  ]);
});

describe('statements', () => {
  const captured = captureStatements();
  afterAll(() => captured.stop());
  const statementsOf = async (ask: () => Promise<Answered>): Promise<string[]> => {
    captured.statements.splice(0);
    await ask();
    return captured.statements.map(({ text }) => text).filter((text) => /recreation\.|access_log\.about/.test(text));
  };

  test('are the same for a hidden and an absent person', async () => {
    const hidden = await statementsOf(() => gateway.ask('resident', of(cast.neighbour)));
    const absent = await statementsOf(() => gateway.ask('resident', of('99999999-9999-4999-8999-999999999999')));
    expect(absent).toEqual(hidden);
    expect(hidden.length).toBeGreaterThan(0);
  });

  test('are two for all people of a list: one for the pages and one for the counts', async () => {
    const query = `query (${variables}) { residents { edges { node { ${history} } } } }`;
    const { length } = (await statementsOf(() => gateway.ask('guardian', query))).filter((text) => text.includes('access_log.about about'));
    expect(length).toBe(2);
    const { data } = await gateway.ask('guardian', query);
    const counts = data.residents.edges.map(({ node }: any) => node.history?.totalCount ?? null);
    expect(counts.filter((one: number | null) => one !== null)).toHaveLength(2);
  });
});

test('an erased segment is not shown', async () => {
  const before = await gateway.ask('resident', mine);
  await eraseSegments(gateway.database, 'select seq, ordinal from access_log.segment where subject_id = $1 order by seq desc limit 1', [
    cast.resident,
  ]);
  const after = await gateway.ask('resident', mine);
  expect(nodes(after)).toEqual(nodes(before).slice(1));
  expect(after.data.me.history.totalCount).toBe(before.data.me.history.totalCount - 1);
});
