import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cast, matters, personas } from '../../../demo/personas.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';

// An officer sees entries about a person by name, to answer a request, and every entry under pseudonyms, to review the log. An
// officer who could match the two would learn who a pseudonym is, and what is sealed towards that person.
/** The id, in a receipt, of the police's read of the resident. */
let entry: string;
let requestId: string;
const gateway = useGateway();
beforeAll(async () => {
  const done = async (persona: string, query: string, asked = {}): Promise<Answered> => {
    const answer = await gateway.ask(persona, query, asked);
    expect(answer.errors).toEqual([]);
    await gateway.sequence();
    return answer;
  };
  const person = `{ resident(id: "${cast.resident}") { givenName email } }`;
  await done('guardian', person);
  await done('customer-service', person, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await done('support', person, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  entry = (await done('police', '{ residents { edges { node { givenName } } } }')).privacy.receipt!.entry;
  const input = { kind: 'ACCESS_QUESTIONED', body: 'Why?', entryId: shownEntry('resident', entry) };
  const filed = await done('resident', 'mutation($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId } } }', {
    variables: { input },
  });
  requestId = filed.data.fileRequest.receipt.requestId;
  await done('privacy-officer', `mutation { assignRequest(input: { requestId: "${requestId}" }) { request { id } } }`, {
    purpose: 'RIGHTS_FULFILMENT',
  });
});

const entryFields = `id number at role purpose authority outcome statementVersion command erases partner { id name role } employee { id givenName familyName }
  subjects { id pseudonym relationship released withheld }`;
const lists = `accessEntries(first: 100) { totalCount pageInfo { endCursor } edges { cursor node { ${entryFields} } } }
  disclosures(first: 100) { totalCount pageInfo { endCursor } edges { cursor node { ${entryFields} } } }`;
const byName = `{ ${lists} requests(first: 100) { edges { node { id number kind questionedEntry requester { id } } } }
  currentCase { ... on PrivacyRequest { id number questionedEntry } }
  resident(id: "${cast.resident}") { id accessHistory(first: 100, includeOwn: true) { totalCount coverage { since } edges { cursor node {
    id entryId at by { role partner { id name } employee { id givenName } } purpose authority why fields case kind } } } } }`;
const underPseudonyms = `{ ${lists} accessLog { checkpoint } }`;

const officers = personas.filter(({ role }) => role === 'PRIVACY_OFFICER').map(({ persona }) => persona);

/** Asks as an officer whose token allows everything that an officer can do. */
async function ask(persona: string, purpose: Purpose, query: string, matter?: string): Promise<Answered> {
  const token = await gateway.token(persona, { purposes: ['RIGHTS_FULFILMENT', 'ACCESS_REVIEW', 'MANDATE_ADMINISTRATION'] });
  return askWithToken(gateway.send, token, query, { purpose, ...(matter !== undefined && { case: matter }) });
}

/** Every text and number in an answer, with the name of its field. */
function* valuesIn(value: unknown, field = ''): Generator<readonly [field: string, value: string]> {
  if (Array.isArray(value)) for (const one of value) yield* valuesIn(one, field);
  else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) yield* valuesIn(one, name);
  else if (typeof value === 'string' || typeof value === 'number') yield [field, String(value)];
}

interface Views {
  readonly byName: Answered;
  readonly underPseudonyms: Answered;
  /** The proofs of every entry of the second view. */
  readonly proofs: readonly Answered[];
}

async function viewsOf(one: string, other: string): Promise<Views> {
  const named = await ask(one, 'RIGHTS_FULFILMENT', byName, requestId);
  await gateway.sequence();
  const reviewed = await ask(other, 'ACCESS_REVIEW', underPseudonyms);
  const proofs: Answered[] = [];
  for (const { node } of reviewed.data.accessEntries?.edges ?? [])
    proofs.push(await ask(other, 'ACCESS_REVIEW', `{ accessLog { inclusionProof(entry: "${node.id}") { number leafHash proof } } }`));
  return { byName: named, underPseudonyms: reviewed, proofs };
}

describe('one officer', () => {
  test.each(officers)('%s has one of the two views at most', async (persona) => {
    const named = await ask(persona, 'RIGHTS_FULFILMENT', `{ ${lists} requests { totalCount } }`);
    const reviewed = await ask(persona, 'ACCESS_REVIEW', underPseudonyms);
    const administered = await ask(persona, 'MANDATE_ADMINISTRATION', '{ residents(first: 1) { totalCount } sealsToReview { id } }');
    const reviews = persona.startsWith('reviewer');
    expect([named.codes.includes('DUTIES_SEPARATED'), administered.codes.includes('DUTIES_SEPARATED')]).toEqual([reviews, reviews]);
    expect(reviewed.codes.includes('DUTIES_SEPARATED')).toBe(!reviews);
    for (const refused of [named, reviewed, administered].filter(({ codes }) => codes.includes('DUTIES_SEPARATED')))
      expect([...valuesIn(refused.data)]).toEqual([]);
  });

  test('has one at most, whatever the officer asks, and in which order', async () => {
    const someone = fc.constantFrom(...officers);
    const purpose = fc.constantFrom<Purpose>('RIGHTS_FULFILMENT', 'ACCESS_REVIEW', 'MANDATE_ADMINISTRATION');
    const step = fc.record({ someone, purpose, onCase: fc.boolean(), take: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const seen = new Map<string, Set<'named' | 'pseudonyms'>>();
        for (const { someone: who, purpose: why, onCase, take } of steps) {
          const assign = `mutation { assignRequest(input: { requestId: "${requestId}" }) { request { id requester { id } } } }`;
          const { data } = await ask(
            who,
            why,
            take ? assign : `{ ${lists} residents(first: 2) { edges { node { id } } } }`,
            onCase ? requestId : undefined,
          );
          const views = seen.get(who) ?? new Set();
          const pseudonyms = [...valuesIn(data)].filter(([field]) => field === 'pseudonym');
          if (why === 'ACCESS_REVIEW' && pseudonyms.length > 0) views.add('pseudonyms');
          if (why !== 'ACCESS_REVIEW' && [...valuesIn(data)].length > 0) views.add('named');
          seen.set(who, views);
        }
        for (const views of seen.values()) expect(views.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15, seed: 14 },
    );
    await ask(
      'privacy-officer-2',
      'RIGHTS_FULFILMENT',
      `mutation { assignRequest(input: { requestId: "${requestId}", employeeId: "${cast.privacyOfficer}" }) { request { id } } }`,
    );
  });

  test('who reviews is never given a request', async () => {
    const assign = `mutation { assignRequest(input: { requestId: "${requestId}", employeeId: "${cast.reviewer}" }) { request { id } } }`;
    expect((await ask('privacy-officer', 'RIGHTS_FULFILMENT', assign)).codes).toEqual(['NOT_FOUND']);
  });

  test('who reviews has no second role', async () => {
    const more = gateway.database.asOwner(`update recreation.employee set roles = '{PRIVACY_OFFICER,CUSTOMER_SERVICE}' where id = $1`, [
      cast.reviewer,
    ]);
    await expect(more).rejects.toThrow(/employee_reviews_log|check constraint/);
  });
});

describe('two officers, one for each view,', () => {
  let views: Views;
  beforeAll(async () => {
    views = await viewsOf('privacy-officer', 'reviewer');
  });

  test('both see the entries', () => {
    expect([...views.byName.codes, ...views.underPseudonyms.codes, ...views.proofs.flatMap(({ codes }) => codes)]).toEqual([]);
    const named = views.byName.data.accessEntries.edges;
    expect(named.length).toBeGreaterThanOrEqual(4);
    expect(views.underPseudonyms.data.accessEntries.edges.length).toBeGreaterThan(named.length);
    expect(views.byName.data.currentCase.questionedEntry).toBe(shownEntry('privacy-officer', entry, 'RIGHTS_FULFILMENT'));
  });

  test('have no value of an entry in common but what the entry says, and its time', () => {
    const { data, privacy } = views.byName;
    const first = [...valuesIn(data), ...valuesIn(privacy.receipt)];
    const second = views.proofs.flatMap((proof) => [...valuesIn(proof.data), ...valuesIn(proof.privacy.receipt)]);
    second.push(...valuesIn(views.underPseudonyms.data), ...valuesIn(views.underPseudonyms.privacy.receipt));
    const others = new Set(second.map(([, value]) => value));
    const common = new Set(first.filter(([, value]) => others.has(value)).map(([field]) => field));
    // Officers who work together can compare what was read, by which organisation or employee, and when. One finds their own read in
    // the other's list by its time already, and so by the leaf hash in their receipt. The officer by name gets no other leaf hash.
    const said = [
      'role',
      'purpose',
      'authority',
      'outcome',
      'statementVersion',
      'relationship',
      'released',
      'withheld',
      'name',
      'givenName',
      'familyName',
    ];
    const unsaid = [...common].filter(
      (field) => ![...said, 'at', 'since', 'time', 'size', 'index', 'totalCount', 'leafHash', 'signed'].includes(field),
    );
    expect([...valuesIn(data)].some(([field]) => field === 'leafHash')).toBe(false);
    // The ids of partners and employees, who are not data subjects of an entry.
    expect(unsaid.filter((field) => field !== 'id')).toEqual([]);
    const ids = first.filter(([field, value]) => field === 'id' && others.has(value)).map(([, value]) => value);
    expect(ids.filter((id) => !Object.values(cast).includes(id as never) || id === cast.resident)).toEqual([]);
  });

  test('the one by name gets no place in the log', async () => {
    expect(views.byName.data.accessEntries.edges.every(({ node }: any) => node.number === null)).toBe(true);
    for (const field of ['checkpoint', `inclusionProof(entry: "${entry}") { number }`])
      expect((await ask('privacy-officer', 'RIGHTS_FULFILMENT', `{ accessLog { ${field} } }`, requestId)).codes).toEqual([
        'FIELD_NOT_PERMITTED',
      ]);
  });

  test('cannot use each other’s ids, nor the id in a receipt', async () => {
    const proofOf = (id: string) => ask('reviewer', 'ACCESS_REVIEW', `{ accessLog { inclusionProof(entry: "${id}") { number } } }`);
    expect((await proofOf(shownEntry('reviewer', entry, 'ACCESS_REVIEW'))).codes).toEqual([]);
    const foreign = [
      entry,
      shownEntry('privacy-officer', entry, 'RIGHTS_FULFILMENT'),
      shownEntry('reviewer', entry, 'RIGHTS_FULFILMENT'),
      shownEntry('reviewer-2', entry, 'ACCESS_REVIEW'),
      shownEntry('resident', entry),
    ];
    for (const id of foreign) expect((await proofOf(id)).codes).toEqual(['NOT_FOUND']);
    const question = (entryId: string) =>
      gateway.ask('guardian', 'mutation($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId } } }', {
        variables: { input: { kind: 'ACCESS_QUESTIONED', body: 'Why?', entryId } },
      });
    for (const id of foreign) expect((await question(id)).codes).toEqual(['NOT_FOUND']);
    expect((await question(shownEntry('guardian', entry))).codes).toEqual([]);
  });
});
