import { town } from '../../src/town/index.ts';
import { aboutPerson } from '../../src/engine/rows/row.ts';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { exportJWK, SignJWT } from 'jose';
import { anonymousPrincipal, type Principal } from '../../src/engine/purpose/principal.ts';
import { readConfig } from '../../src/platform/settings/config.ts';
import { cast, matters } from '../../demo/personas.ts';
import { Relationships } from '../../src/engine/guard/relationships.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import type { Row } from '../../src/town/shared/rows/row.ts';
import { testCluster, testNow } from '../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../helpers/gateway/gateway.ts';
import { openTestTrust } from '../helpers/tokens/issuer.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';

const anonymous = anonymousPrincipal(policyInForce);
// thematters/matters-server#4880: the viewer's id and the record's owner were both undefined, so a visitor without an
// account counted as the owner.
const issuer = 'https://issuer.example';
const key = generateKeyPairSync('ed25519');
let gateway: TestGateway;
beforeAll(async () => {
  const jwks = join(testCluster().dataDirectory, `${randomUUID()}.json`);
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'EdDSA' }] }));
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: testCluster().dataDirectory,
    TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks }]),
  });
  gateway = await openGateway({ trust: openTestTrust(config) });
});
afterAll(() => gateway.close());

const now = Math.floor(testNow.getTime() / 1000);

/** Asks with a valid token whose claims are changed; undefined removes a claim. */
async function askWith(changes: Record<string, unknown>, query: string): Promise<Answered> {
  const good = { iss: issuer, aud: 'urn:need-to-know:gateway', sub: cast.resident, client_id: 'web', jti: 'one', iat: now, exp: now + 600 };
  const claims = { ...good, roles: ['RESIDENT'], scope: 'purpose:SELF_SERVICE', ...changes };
  const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  const token = await new SignJWT(given).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'one' }).sign(key.privateKey);
  return gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
}

const self = `{ me { id givenName email } resident(id: "${cast.resident}") { id email } residents { totalCount edges { node { id } } } }`;
const unknownId = '00000000-0000-0000-0000-000000000000';

describe('matters-server#4880: a principal without an id has the relationship SELF to no data subject', () => {
  test('a principal with an id has the relationship SELF to the own record', async () => {
    const { data, errors } = await askWith({}, self);
    expect(errors).toEqual([]);
    expect(data.me).toEqual({ id: cast.resident, givenName: 'Peregrine', email: 'kestrelpost@example.org' });
  });

  test('a caller without a token sees no data subject', async () => {
    const { data, codes } = await gateway.ask(null, self);
    expect(data).toEqual({ me: null, resident: null, residents: null });
    expect(new Set(codes)).toEqual(new Set(['AUTHENTICATION_REQUIRED']));
  });

  test.each([
    ['no sub', { sub: undefined }],
    ['an empty sub', { sub: '' }],
    ['a blank sub', { sub: ' ' }],
    ['null', { sub: null }],
    ['the word undefined', { sub: 'undefined' }],
    ['the word null', { sub: 'null' }],
    ['a number', { sub: 0 }],
    ['a list with one id', { sub: [cast.resident] }],
    ['an object', { sub: { id: cast.resident } }],
  ])('a token with %s is refused', async (_name, changes) => {
    const { status, codes, data } = await askWith(changes, self);
    expect({ status, codes, data }).toEqual({ status: 401, codes: ['TOKEN_INVALID'], data: undefined });
  });

  test('a token of a person who is not on record sees nothing, for any id', async () => {
    for (const sub of [unknownId, '10000000-0000-4000-8000-00000000a11c']) {
      const { data } = await askWith({ sub }, self);
      expect(data).toEqual({ me: null, resident: null, residents: { totalCount: 0, edges: [] } });
    }
  });
});

describe('matters-server#4880: a record without an owner belongs to no principal', () => {
  test('a request from a person without an account is shown to no principal as the own request', async () => {
    const requests = '{ requests(first: 100) { totalCount edges { node { id body contactEmail requester { id } } } } }';
    const officer = await gateway.ask(
      'privacy-officer',
      '{ currentCase { ... on PrivacyRequest { body contactEmail requester { id } } } }',
      {
        purpose: 'RIGHTS_FULFILMENT',
        case: matters.anonymousRequest,
      },
    );
    expect(officer.data.currentCase).toMatchObject({ contactEmail: 'gatepost.question@example.org', requester: null });
    for (const sub of [cast.resident, cast.neighbour, unknownId, '10000000-0000-4000-8000-00000000a11c']) {
      const { data, text } = await askWith({ sub }, requests);
      expect(data.requests.edges.map(({ node }: any) => node.id)).not.toContain(matters.anonymousRequest);
      expect(text).not.toContain('gatepost.question');
    }
  });

  test('an employee who is not a resident has no own record, and nothing is hidden as if there were one', async () => {
    // A request without a resident and an employee without a record both have a null there, and the nulls do not match.
    const assign = `mutation { assignRequest(input: { requestId: "${matters.anonymousRequest}", employeeId: "${cast.privacyOfficer2}" }) { request { id } } }`;
    const { errors, data } = await gateway.ask('privacy-officer', assign, { purpose: 'RIGHTS_FULFILMENT' });
    expect(errors).toEqual([]);
    expect(data.assignRequest.request.id).toBe(matters.anonymousRequest);
  });

  test('a clerk, supporter or officer without a case serves no data subject, including those without a case', async () => {
    const query = `{ resident(id: "${cast.resident}") { givenName email } residents { totalCount } }`;
    for (const [persona, purpose, id] of [
      ['support', 'CUSTOMER_SUPPORT', matters.ticket],
      ['privacy-officer', 'RIGHTS_FULFILMENT', matters.request],
    ] as const) {
      expect((await gateway.ask(persona, query, { purpose, case: id })).data.resident.email).toBe('kestrelpost@example.org');
      const { data } = await gateway.ask(persona, query, { purpose });
      expect(data).toEqual({ resident: null, residents: { totalCount: 0 } });
    }
    expect((await gateway.ask('customer-service', query, { purpose: 'PAYMENT' })).data).toEqual({
      resident: null,
      residents: { totalCount: 0 },
    });
  });

  test('a partner’s token without a mandate sees no data subject', async () => {
    const query = '{ residents { totalCount edges { node { initials } } } mandate(id: "70000000-0000-4000-8000-000000000001") { id } }';
    expect((await gateway.ask('maintenance-agent', query)).data.residents.totalCount).toBeGreaterThan(0);
    const asked = { sub: cast.maintenanceFirm, roles: ['MAINTENANCE_AGENT'], scope: 'purpose:MAINTENANCE' };
    for (const mandate of [undefined, unknownId, matters.courtOrder]) {
      const { data, codes } = await askWith({ ...asked, mandate }, query);
      expect(data ?? { residents: null, mandate: null }).toEqual({ residents: null, mandate: null });
      expect(codes.length).toBeGreaterThan(0);
    }
  });
});

describe('matters-server#4880: a row without a data subject’s id shows nothing', () => {
  const { schema, markings } = buildSchema(town);
  const everything = new Uint8Array(markings.size).fill(1);
  const leaves = [...markings.outputs.keys()].filter((coordinate) => {
    const [type = '', name = ''] = coordinate.split('.');
    const owner = schema.getType(type);
    const field = isObjectType(owner) ? owner.getFields()[name] : undefined;
    return field !== undefined && isLeafType(getNamedType(field.type)) && markings.subjects.get(type)?.none !== true;
  });

  // Values that are described in words, and values that must be words of the schema.
  const words = { why: () => 'a sentence', fields: () => ['a word'], categories: () => ['NAME'] };
  const known: Readonly<Record<string, string>> = {
    purpose: 'SELF_SERVICE',
    role: 'RESIDENT',
    relationship: 'SELF',
    erasureRule: 'COURT_ORDER',
  };

  /** The value of a leaf field for a principal with every permission for every known data subject. */
  async function shown(coordinate: string, principal: Principal, row: Row): Promise<unknown> {
    const self = { relationship: 'SELF', conditions: [] } as const;
    const relationships = new Relationships(
      async (ids) => new Map(ids.map((id) => [id, self])),
      () => everything,
    );
    await relationships.ensure([cast.resident]);
    const plan = { asked: everything, permitTable: () => everything };
    const pseudonyms = { name: () => 'P-1', identify: () => 'y', disguise: () => 'x' };
    const request = { principal, plan, relationships, pseudonyms, language: 'en', application: { words: { en: words } } };
    const [type = '', name = ''] = coordinate.split('.');
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    return field.resolve!(row, {}, { request }, {} as GraphQLResolveInfo);
  }

  test.each(leaves)('%s', async (coordinate) => {
    const name = coordinate.split('.')[1]!;
    const row = (): Row => ({ id: cast.resident, subjectId: cast.resident, [name]: known[name] ?? 'a value' });
    const resident: Principal = { ...anonymous, id: cast.resident, role: 'RESIDENT' };
    expect(await shown(coordinate, resident, aboutPerson(row(), cast.resident))).not.toBeNull();
    // The anonymous principal's id and a missing id are both undefined.
    expect(await shown(coordinate, anonymous, row())).toBeNull();
    expect(await shown(coordinate, anonymous, aboutPerson(row(), undefined))).toBeNull();
    expect(await shown(coordinate, resident, row())).toBeNull();
  });
});
