import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { cast, matters } from '../../../demo/personas.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withProhibition, withRootLine } from '../../helpers/policy/changed-policy.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';

// Two gateways over equal databases. One of them has a candidate, which changes nothing except the log lines.
const withoutTelephone = withGrant('support-ticket', (grant) => ({
  ...grant,
  categories: grant.categories.filter((category) => category !== 'TELEPHONE'),
}));
const withBirthDate = withGrant(
  'counter-service',
  (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }),
  withoutTelephone,
);
const withoutNames = withGrant(
  'counter-search',
  (grant) => ({ ...grant, categories: grant.categories.filter((category) => category !== 'NAME') }),
  withBirthDate,
);
const withRows = withRootLine(
  'PRIVACY_OFFICER',
  'RIGHTS_FULFILMENT',
  'Query.residents',
  // The candidate may not open the access log to the officer who answers requests.
  (line) => ({ ...line, fields: ['Query.residents'], scope: 'ALL' }),
  withoutNames,
);
const withOtherRootFields = withRootLine(
  'SUPPORT',
  'CUSTOMER_SUPPORT',
  'Query.residents',
  (line) => ({ ...line, fields: ['Query.residents', 'Query.accounts'] }),
  withRows,
);
const withoutVisits = withGrant(
  'web-security',
  (grant) => ({ ...grant, categories: grant.categories.filter((category) => category !== 'NETWORK_ADDRESS') }),
  withOtherRootFields,
);
const candidate: Policy = withProhibition(
  'address-protection',
  (line) => ({ ...line, categories: line.categories.filter((category) => category !== 'LOCALITY') }),
  withoutVisits,
);

let alone: TestGateway;
let compared: TestGateway;
beforeAll(async () => {
  alone = await openGateway();
  compared = await openGateway({ candidate });
});
afterAll(async () => {
  await compared.close();
  await alone.close();
});

const said = 'the candidate policy would decide otherwise';

function linesOf(gateway: TestGateway): Record<string, unknown>[] {
  return gateway.logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === said);
}

/** The log line about an operation's entry, once the gateway has compared it. */
async function lineOf(gateway: TestGateway, { privacy }: Answered): Promise<Record<string, unknown> | undefined> {
  // Comparisons run in order, so the line of a later operation shows that this one is done.
  const later = await gateway.ask('support', ticket, helpdesk);
  for (;;) {
    const lines = linesOf(gateway);
    if (lines.some(({ entry }) => entry === later.privacy.receipt!.entry))
      return lines.find(({ entry }) => entry === privacy.receipt!.entry);
    await new Promise((done) => setImmediate(done));
  }
}

/** An entry without the parts that differ between runs: root fields are read concurrently, and the person found first is listed first. */
async function entryOf({ database, sequence }: TestGateway, { privacy }: Answered): Promise<unknown> {
  await sequence();
  const [entry] = await database.asOwner<{ header: Record<string, unknown>; segments: unknown }>(
    `select header, (select jsonb_agg(content order by least(ordinal, 2), content ->> 'id') from access_log.segment where segment.seq = entry.seq) as segments
     from access_log.full_entry entry where id = $1`,
    [privacy.receipt!.entry],
  );
  const { id: _id, ...header } = entry!.header;
  return { header, segments: entry!.segments };
}

const helpdesk = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };
const ticket = '{ currentCase { ... on Ticket { requester { givenName phone } } } }';

interface Expected {
  readonly opens?: readonly string[];
  readonly closes?: readonly string[];
  readonly rows?: readonly unknown[];
  readonly refuses?: readonly string[];
  readonly accepts?: readonly string[];
  readonly releases?: Record<string, number>;
  readonly withholds?: Record<string, number>;
}

// The parts of an answer that differ between runs.
const unlike = { headers: undefined, text: undefined };

describe('the answer and the entry are the same, and the log says what a candidate would decide differently:', () => {
  test.each<[string, string, string, Asked, Expected | undefined]>([
    ['a value withheld', 'support', ticket, helpdesk, { withholds: { 'Resident.phone': 1 } }],
    ['withheld under both', 'support', ticket, { ...helpdesk, case: matters.protectedTicket }, undefined],
    [
      'a value released',
      'customer-service',
      `{ resident(id: "${cast.resident}") { givenName birthDate } }`,
      { purpose: 'SERVICE_PROVISION', case: matters.encounter },
      { releases: { 'Resident.birthDate': 1 } },
    ],
    [
      'a condition that holds for the one and not for the other',
      'privacy-officer',
      `{ a: resident(id: "${cast.neighbour}") { address { locality } } b: resident(id: "${cast.protectedPerson}") { address { locality } } }`,
      { purpose: 'MANDATE_ADMINISTRATION' },
      { releases: { 'Address.locality': 1 } },
    ],
    [
      'many people, and a filter',
      'customer-service',
      '{ residents(first: 3, orderBy: FAMILY_NAME) { edges { node { familyName initials } } } }',
      { purpose: 'SERVICE_PROVISION' },
      { refuses: ['ResidentOrder.FAMILY_NAME'], withholds: { 'Resident.familyName': 3 } },
    ],
    [
      'other rows',
      'privacy-officer',
      '{ residents { edges { node { givenName } } } }',
      { purpose: 'RIGHTS_FULFILMENT', case: matters.request },
      { rows: [{ field: 'Query.residents', from: 'OPEN_REQUEST', to: 'ALL' }] },
    ],
    ['a field closed', 'support', `{ resident(id: "${cast.resident}") { givenName } }`, helpdesk, { closes: ['Query.resident'] }],
    ['a field opened', 'support', '{ accounts { edges { node { balance } } } }', helpdesk, { opens: ['Query.accounts'] }],
    [
      'a read without a data subject',
      'security',
      '{ webVisits(first: 2) { edges { node { networkAddress browser } } } }',
      { purpose: 'WEBSITE_SECURITY' },
      { withholds: { 'WebVisit.networkAddress': 0 } },
    ],
    ['a resident whose decisions do not change', 'resident', '{ me { givenName phone } }', {}, undefined],
    [
      'a change',
      'support',
      `mutation { replyToTicket(input: { ticketId: "${matters.ticket}", body: "B" }) { ticket { requester { phone } } } }`,
      helpdesk,
      { withholds: { 'Resident.phone': 1 } },
    ],
  ])('%s', async (_name, persona, query, asked, expected) => {
    const plain = await alone.ask(persona, query, asked);
    const answer = await compared.ask(persona, query, asked);
    const { receipt: _one, ...privacy } = plain.privacy;
    const { receipt: _other, ...comparedPrivacy } = answer.privacy;
    expect({ ...answer, ...unlike, privacy: comparedPrivacy }).toEqual({ ...plain, ...unlike, privacy });
    expect(await entryOf(compared, answer)).toEqual(await entryOf(alone, plain));

    const line = await lineOf(compared, answer);
    const none = { opens: [], closes: [], rows: [], refuses: [], accepts: [], releases: {}, withholds: {} };
    const {
      level,
      time: _time,
      requestId: _requestId,
      traceId: _traceId,
      role,
      purpose,
      msg,
      entry,
      candidate: version,
      ...differences
    } = line ?? {};
    expect(line && differences).toEqual(expected && { ...none, ...expected });
    if (line) {
      expect({ level, msg, entry, purpose, version }).toEqual({
        level: 30,
        msg: said,
        entry: answer.privacy.receipt!.entry,
        purpose: answer.privacy.purpose,
        version: policyHash(candidate),
      });
      expect(role).toEqual(expect.any(String));
      for (const person of Object.values(cast)) expect(JSON.stringify(line)).not.toContain(person);
    }
    expect(linesOf(alone)).toEqual([]);
  });
});

test('an entry made over HTTP carries the hash of the policy that decided it, not of the candidate', async () => {
  const header = async (gateway: TestGateway): Promise<unknown> => entryOf(gateway, await gateway.ask('support', ticket, helpdesk));
  expect(await header(compared)).toMatchObject({ header: { policyVersion: policyHash(policyInForce) } });
  const other = await openGateway({ policy: withoutTelephone });
  try {
    expect(await header(other)).toMatchObject({ header: { policyVersion: policyHash(withoutTelephone) } });
  } finally {
    await other.close();
  }
  expect(policyHash(withoutTelephone)).not.toBe(policyHash(policyInForce));
});

test('a failing comparison fails nothing, and is logged by its error class alone', async () => {
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const failing = log.child({});
  let failures = 0;
  failing.info = (_line: unknown, sentence?: unknown) => {
    if (sentence !== said) return;
    failures += 1;
    throw new TypeError(`about ${cast.resident}`);
  };
  const gateway = await openGateway({ candidate, log: failing });
  try {
    const { data, errors } = await gateway.ask('support', ticket, helpdesk);
    const { data: same } = await alone.ask('support', ticket, helpdesk);
    expect(errors).toEqual([]);
    expect(data).toEqual(same);
    while (logged.length === 0) await new Promise((done) => setImmediate(done));
    expect(failures).toBe(1);
    expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 50, cause: 'TypeError', msg: 'the candidate policy was not compared' }),
    ]);
    expect(logged.join()).not.toContain(cast.resident);
  } finally {
    await gateway.close();
  }
});
