import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import type { Purpose } from '../../src/town/shared/graphql/generated/schema.ts';
import { entryReader, createPseudonyms, logReader } from '../../src/engine/rows/pseudonyms.ts';
import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import { askAsResident } from '../helpers/asking/ask-as.ts';
import { testSecrets } from '../helpers/database/cluster.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../helpers/entries/shown-entry.ts';
import { shownPseudonym } from '../helpers/entries/shown-pseudonym.ts';

// One page of mandates has sealed and open orders, and its entry names all of them with all of their people. Each person is told of the
// page unless a sealed order on it names that person.
/** The id, in a receipt, of the entry of the whole page; and of a page without the sealed order. */
let whole: string;
let open: string;
let sealedOrder: string;
const gateway = useGateway();
beforeAll(async () => {
  const input = {
    kind: 'COURT_ORDER',
    reference: 'KB-4002',
    issuer: 'Court',
    partnerId: cast.police,
    subjectIds: [cast.resident, cast.housemate],
    categories: ['NAME'],
    validFrom: '2026-06-01T00:00:00Z',
    validUntil: '2026-07-01T00:00:00Z',
    sealedUntil: '2026-09-01T00:00:00Z',
  };
  const record = 'mutation ($input: RecordMandateInput!) { recordMandate(input: $input) { mandate { id } } }';
  sealedOrder = (await ask('privacy-officer', record, { ...office, variables: { input } })).data.recordMandate.mandate.id;
  for (const officer of ['privacy-officer-2', 'privacy-officer-3'])
    await ask(officer, `mutation { approveMandate(input: { mandateId: "${sealedOrder}" }) { mandate { id } } }`, office);
  const page = (wanted: string): string =>
    `{ mandates(first: 100${wanted}) { edges { node { id sealedUntil subjects { id birthDate } } } } }`;
  const list = async (wanted: string): Promise<string> => {
    const { data, privacy } = await ask('privacy-officer-2', page(wanted), office);
    const nodes: any[] = data.mandates.edges.map(({ node }: any) => node);
    expect(nodes.some(({ id, sealedUntil }) => id === sealedOrder && sealedUntil !== null)).toBe(wanted === '');
    const people = nodes.flatMap(({ subjects }) => subjects.map(({ id }: any) => id));
    for (const id of [cast.resident, cast.neighbour, cast.housemate]) expect(people).toContain(id);
    return privacy.receipt!.entry;
  };
  whole = await list('');
  open = await list(', kind: CREDIT_CHECK');
});

const office: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
async function ask(persona: string, query: string, asked: Asked = {}): Promise<Answered> {
  const answer = await gateway.ask(persona, query, asked);
  expect(answer.errors).toEqual([]);
  await gateway.sequence();
  return answer;
}

/** Which of the two pages the history of a person tells a reader of. */
type Tells = (id: string) => Promise<{ readonly whole: boolean; readonly open: boolean }>;
const history = 'accessHistory(first: 100, includeOwn: true) { edges { node { entryId } } }';
const told = (edges: readonly any[], name: (entry: string) => string): { whole: boolean; open: boolean } => {
  const found = edges.map(({ node }) => node.entryId);
  return { whole: found.includes(name(whole)), open: found.includes(name(open)) };
};

const asPersona =
  (persona: string, asked: Asked = {}): Tells =>
  async (id) => {
    const query = `{ resident(id: "${id}") { ${history} } }`;
    const { data } = await ask(persona, query, asked);
    return told(data.resident.accessHistory.edges, (entry) => shownEntry(persona, entry, (asked.purpose ?? 'SELF_SERVICE') as Purpose));
  };
const asThemselves: Tells = async (id) => {
  const { data } = await askAsResident(gateway, id, `{ me { ${history} } }`);
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  return told(data.me.accessHistory.edges, (entry) => pseudonyms.disguise(entryReader(logReader('RESIDENT', id, 'SELF_SERVICE')), entry));
};
const underRequest = (request: string): Tells => asPersona('privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: request });
const [both, onlyOpen] = [
  { whole: true, open: true },
  { whole: false, open: true },
];

describe('a page of mandates with a sealed order and open ones', () => {
  test.each([
    ['a person of the sealed order and of open ones', cast.resident, asThemselves, onlyOpen],
    ['the guardian of that person', cast.resident, asPersona('guardian'), onlyOpen],
    ['the officer who answers that person', cast.resident, underRequest(matters.request), onlyOpen],
    ['another person of the sealed order', cast.housemate, asThemselves, onlyOpen],
    ['a person of open ones alone', cast.neighbour, asThemselves, both],
    ['an address-protected person of open ones alone', cast.protectedPerson, asThemselves, both],
    ['the officer who answers that person', cast.protectedPerson, underRequest(matters.protectedRequest), both],
  ])('is told of, where no sealed order on it names the person: %s', async (_who, id, tells, expected) => {
    expect(await tells(id)).toEqual(expected);
  });

  test.each([
    ['reviewer', 'ACCESS_REVIEW', { purpose: 'ACCESS_REVIEW' }],
    ['auditor', 'CONTROL_AUDIT', {}],
  ] as const)('is shown with all of its people to the %s', async (persona, purpose, asked) => {
    const { data } = await ask(
      persona,
      '{ accessEntries(first: 100, filter: { purpose: MANDATE_ADMINISTRATION }) { edges { node { id subjects { pseudonym } } } } }',
      asked,
    );
    const entry = data.accessEntries.edges.find(({ node }: any) => node.id === shownEntry(persona, whole, purpose)).node;
    const people = entry.subjects.map(({ pseudonym }: any) => pseudonym);
    for (const id of [cast.resident, cast.housemate, cast.neighbour, cast.protectedPerson])
      expect(people).toContain(shownPseudonym(persona, id, purpose));
  });

  test('opens no record, as far as it is told', async () => {
    const work = 'accessHistory(first: 100, filter: { purpose: MANDATE_ADMINISTRATION }) { edges { node { kind } } }';
    const { data } = await askAsResident(gateway, cast.neighbour, `{ me { ${work} } }`);
    expect(data.me.accessHistory.edges.map(({ node }: any) => node.kind)).toEqual(['APPEARED_IN_SEARCH', 'APPEARED_IN_SEARCH']);
  });

  test('is told to everybody on it once the seal is over', async () => {
    await gateway.database.asOwner(
      `update recreation.mandate_seal set proposed_at = '2026-06-01', sealed_until = '2026-06-14' where mandate_id = $1`,
      [sealedOrder],
    );
    for (const id of [cast.resident, cast.housemate, cast.neighbour]) expect([id, await asThemselves(id)]).toEqual([id, both]);
    expect(await asPersona('guardian')(cast.resident)).toEqual(both);
    expect(await underRequest(matters.request)(cast.resident)).toEqual(both);
  });
});
