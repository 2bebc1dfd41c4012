import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { partnerRoles, partners } from '../../../src/town/policy/partners/partners.ts';
import { demoPartners } from '../../../demo/partners.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

let pseudonyms: readonly string[];
const read = '{ residents { edges { node { id givenName } } } }';
const gateway = useGateway();
beforeAll(async () => {
  // The police, under two orders; another partner; a clerk.
  const seen = await gateway.ask('police', read);
  pseudonyms = seen.data.residents.edges.map(({ node }: { node: { id: string } }) => node.id);
  await gateway.ask('police', read, { mandate: matters.protectedOrder });
  await gateway.ask('credit-agency', '{ residents { edges { node { id birthDate } } } }');
  await gateway.ask('customer-service', read, { purpose: 'SERVICE_PROVISION' });
  await gateway.sequence();
});

const disclosures = `disclosures(first: 20) { totalCount edges { node { id at outcome people { residentId released } } } }`;
const ask = (persona: string | null, asks: string, asked: Asked = {}): Promise<Answered> =>
  gateway.ask(persona, `{ myMandate { ${asks} } }`, asked);
const nodes = ({ data }: Answered): readonly Record<string, any>[] =>
  data.myMandate.disclosures.edges.map(({ node }: { node: Record<string, unknown> }) => node);

const shownPeople = (answer: Answered): readonly Record<string, any>[] => nodes(answer).flatMap(({ people }) => people);

describe('a partner finds', () => {
  test.each(partnerRoles)('its mandate with what it allows and until when: %s', async (role) => {
    const { persona, mandate } = demoPartners[role];
    const { data, errors } = await ask(persona, 'mandate { id kind purpose categories status validUntil partner { id } }');
    expect(errors).toEqual([]);
    expect(data.myMandate.mandate).toMatchObject({
      id: mandate.id,
      kind: partners[role].mandateKind,
      purpose: partners[role].purpose,
      status: 'IN_FORCE',
      validUntil: expect.any(String),
      partner: { id: gateway.known(persona, demoPartners[role].id) },
    });
    expect(data.myMandate.mandate.categories.length).toBeGreaterThan(0);
  });

  test('what is left of its budget before this answer, and when it refills', async () => {
    const query = 'readBudget { window limit used left endsAt }';
    const before = await ask('collection-agency', query);
    const { perHour, perDay } = partners.COLLECTION_AGENCY.budget;
    expect(before.data.myMandate.readBudget).toEqual([
      { window: 'HOUR', limit: perHour, used: 0, left: perHour, endsAt: '2026-06-15T19:00:00.000Z' },
      { window: 'DAY', limit: perDay, used: 0, left: perDay, endsAt: '2026-06-16T06:00:00.000Z' },
    ]);
    const { data } = await gateway.ask('collection-agency', read);
    const shown = data.residents.edges.length;
    expect(shown).toBeGreaterThan(0);
    const [hour, day] = (await ask('collection-agency', query)).data.myMandate.readBudget;
    expect(hour).toMatchObject({ used: shown, left: perHour - shown });
    expect(day).toMatchObject({ used: shown, left: perDay - shown });
  });

  test('its own reads under this mandate alone, with its own pseudonyms', async () => {
    const answer = await ask('police', disclosures);
    expect(answer.errors).toEqual([]);
    const [one, ...others] = nodes(answer);
    expect(others).toEqual([]);
    expect(one).toEqual({
      id: expect.any(String),
      at: '2026-06-15T18:00:00.000Z',
      outcome: 'ANSWERED',
      people: pseudonyms.toSorted().map((residentId) => ({ residentId, released: ['Resident', 'Resident.givenName', 'Resident.id'] })),
    });
    expect(pseudonyms).not.toContain(cast.resident);
    expect(answer.data.myMandate.disclosures.totalCount).toBe(1);
    const elsewhere = nodes(await ask('police', disclosures, { mandate: matters.protectedOrder }));
    expect(elsewhere).toHaveLength(1);
    expect(elsewhere[0]!.people).not.toEqual(one!['people']);
    expect(shownPeople(await ask('credit-agency', disclosures))[0]!.released).toContain('Resident.birthDate');
  });

  test('them page by page, the newest first', async () => {
    await gateway.sequence();
    for (const field of ['id', 'initials']) {
      await gateway.ask('maintenance-agent', `{ residents { edges { node { ${field} } } } }`);
      await gateway.sequence();
    }
    const query = `query ($after: String) { myMandate { disclosures(first: 1, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { people { released } } } } } }`;
    const first = await gateway.ask('maintenance-agent', query);
    expect(nodes(first)[0]!.people[0].released).toEqual(['Resident', 'Resident.initials']);
    const { hasNextPage, endCursor: after } = first.data.myMandate.disclosures.pageInfo;
    expect(hasNextPage).toBe(true);
    expect(nodes(await gateway.ask('maintenance-agent', query, { variables: { after } }))[0]!.people[0].released).toEqual([
      'Resident',
      'Resident.id',
    ]);
  });
});

describe('a partner does not find', () => {
  test('a person whom the mandate no longer covers', async () => {
    expect(shownPeople(await ask('credit-agency', disclosures))).not.toEqual([]);
    const check = 'update recreation.account set credit_check_open = $1 where credit_check_open = $2';
    await gateway.database.asOwner(check, [false, true]);
    const closed = await ask('credit-agency', disclosures);
    expect(nodes(closed).at(-1)).toMatchObject({ outcome: 'ANSWERED', people: [] });
    expect(shownPeople(closed)).toEqual([]);
  });

  test('a read whose principal is erased, because it could be another’s', async () => {
    const before = nodes(await ask('police', disclosures)).length;
    expect(before).toBeGreaterThan(0);
    await eraseSegments(
      gateway.database,
      'select seq, 0 as ordinal from access_log.entry where principal_id = $1 and authority_ids = array[$2::uuid]',
      [cast.police, matters.courtOrder],
    );
    expect(nodes(await ask('police', disclosures))).toEqual([]);
  });

  test('anything under a mandate that is not in force', async () => {
    for (const mandate of [matters.expiredOrder, matters.revokedOrder, matters.halfApprovedOrder]) {
      const { data, codes } = await ask('police', `mandate { id } ${disclosures}`, { mandate });
      expect(data?.myMandate ?? null).toBeNull();
      expect(codes.every((code) => ['AUTHORITY_NOT_IN_FORCE', 'ACCESS_ENDED'].includes(code))).toBe(true);
      expect(codes).not.toEqual([]);
    }
  });
});

test('only a partner has a mandate', async () => {
  const asked = [
    await ask('resident', 'mandate { id }'),
    await ask('privacy-officer', 'mandate { id }', { purpose: 'MANDATE_ADMINISTRATION' }),
    await ask('customer-service', 'mandate { id }', { purpose: 'SERVICE_PROVISION' }),
  ];
  for (const { data, codes } of asked) expect({ data, codes }).toEqual({ data: { myMandate: null }, codes: ['FIELD_NOT_PERMITTED'] });
  expect((await ask(null, 'mandate { id }')).codes).toEqual(['AUTHENTICATION_REQUIRED']);
});
