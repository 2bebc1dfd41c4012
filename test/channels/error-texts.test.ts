import { town } from '../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { specifiedRules } from 'graphql';
import { cast, matters } from '../../demo/personas.ts';
import { errorCatalogue, type ErrorCode } from '../../src/platform/errors/errors.ts';
import type { ErrorReason } from '../../src/platform/errors/error-reasons.ts';
import { allReasons } from '../../src/town/wording/error-reasons.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { personalIn } from '../helpers/values/nothing-personal.ts';
import { personalValues, type PersonalValue } from '../helpers/values/personal-values.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// An error holds a code of the errorCatalogue, its sentence, and names from the schema or the document.
let values: PersonalValue[];
const gateway = useGateway();
beforeAll(async () => {
  values = await personalValues(gateway.database);
});

interface Explained {
  readonly code: string;
  readonly coordinates?: readonly string[];
  readonly reason?: ErrorReason;
  readonly expected?: Readonly<Record<string, string>>;
  readonly rule?: string;
  readonly type?: string;
  readonly field?: string;
}

const { schema } = buildSchema(town);
const typed = 'Peregrine Castellow';
const person = 'query ($id: ID!) { resident(id: $id) { givenName } }';
const filtered = 'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }';
const counter: Asked = { purpose: 'SERVICE_PROVISION' };
const contact = (input: object): [string, Asked] => [
  'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { email } } }',
  { variables: { input: { residentId: cast.resident, ...input } } },
];

/** Ways to be refused, with a personal value in each place that a caller can fill. */
const refusals: readonly [what: string, persona: string | null, query: string, asked: Asked, code: ErrorCode][] = [
  ['an anonymous client', null, '{ me { givenName } }', {}, 'AUTHENTICATION_REQUIRED'],
  ['no purpose', 'customer-service', person, { variables: { id: cast.resident } }, 'PURPOSE_REQUIRED'],
  ['an unknown purpose', 'customer-service', person, { variables: { id: cast.resident }, purpose: 'Castellow' }, 'PURPOSE_UNKNOWN'],
  ['another’s purpose', 'resident', person, { variables: { id: cast.resident }, purpose: 'PAYMENT' }, 'PURPOSE_NOT_ALLOWED'],
  [
    'another’s case',
    'support',
    person,
    { purpose: 'CUSTOMER_SUPPORT', case: matters.otherTicket, variables: { id: cast.resident } },
    'CASE_UNKNOWN',
  ],
  ['another’s field', 'resident', '{ webVisits { totalCount } }', {}, 'FIELD_NOT_PERMITTED'],
  [
    'a mandate that is over',
    'police',
    person,
    { mandate: matters.expiredOrder, variables: { id: cast.resident } },
    'AUTHORITY_NOT_IN_FORCE',
  ],
  [
    'a hidden filter',
    'customer-service',
    filtered,
    { ...counter, variables: { filter: { birthDate: '2008-12-15' } } },
    'ARGUMENT_NOT_PERMITTED',
  ],
  ['a cursor made up', 'resident', '{ residents(after: "Peregrine Castellow") { totalCount } }', {}, 'CURSOR_INVALID'],
  ['an id that is a name', 'resident', person, { variables: { id: typed } }, 'INPUT_INVALID'],
  [
    'a variable of the wrong form',
    'customer-service',
    filtered,
    { ...counter, variables: { filter: { birthDate: typed } } },
    'INPUT_INVALID',
  ],
  [
    'a variable’s field that is a name',
    'customer-service',
    filtered,
    { ...counter, variables: { filter: { Castellow: typed } } },
    'INPUT_INVALID',
  ],
  [
    'an enum’s value that is a name',
    'customer-service',
    'query ($by: ResidentOrder) { residents(orderBy: $by) { totalCount } }',
    { ...counter, variables: { by: 'Castellow' } },
    'INPUT_INVALID',
  ],
  [
    'a literal of the wrong form',
    'customer-service',
    '{ residents(filter: { birthDate: "Peregrine Castellow" }) { totalCount } }',
    counter,
    'DOCUMENT_INVALID',
  ],
  ['a field that is a name', 'resident', '{ me { Castellow } }', {}, 'DOCUMENT_INVALID'],
  ['an argument that is a name', 'resident', '{ me(Castellow: "Peregrine") { id } }', {}, 'DOCUMENT_INVALID'],
  ['a type that is a name', 'resident', '{ me { ... on Castellow { id } } }', {}, 'DOCUMENT_INVALID'],
  ['a directive that is a name', 'resident', '{ me @Castellow(of: "Peregrine") { id } }', {}, 'DOCUMENT_INVALID'],
  ['a fragment that is a name', 'resident', '{ me { ...Castellow } }', {}, 'DOCUMENT_INVALID'],
  ['a variable that is a name', 'resident', '{ resident(id: $Castellow) { id } }', {}, 'DOCUMENT_INVALID'],
  ['no GraphQL', 'resident', '{ me { "Castellow', {}, 'DOCUMENT_SYNTAX_INVALID'],
  ['an operation that is a name', 'resident', 'query Peregrine { me { id } }', { operationName: 'Castellow' }, 'OPERATION_UNKNOWN'],
  ['an email address that is none', 'resident', ...contact({ email: 'Castellow' }), 'INPUT_INVALID'],
  ['a telephone that is none', 'resident', ...contact({ phone: 'kestrelpost@example.org' }), 'INPUT_INVALID'],
  [
    'an address that is none',
    'resident',
    ...contact({ address: { street: '', locality: typed, province: 'XX', postalCode: 'T9Z' } }),
    'INPUT_INVALID',
  ],
  ['another resident', 'resident', ...contact({ residentId: cast.neighbour, email: 'tansy.and.rue@example.net' }), 'NOT_FOUND'],
  [
    'what is over',
    'resident',
    `mutation { replyToTicket(input: { ticketId: "${matters.closedTicket}", body: "${typed}" }) { ticket { id } } }`,
    {},
    'CONFLICT',
  ],
];

/** Whether a name comes from the schema, or from the document's own variables. */
function isOurs(coordinate: string, query: string): boolean {
  if (coordinate.startsWith('$')) {
    const [variable = '', ...fields] = coordinate.split('.');
    return (
      query.includes(`${variable}:`) &&
      fields.every((name) => Object.values(schema.getTypeMap()).some((type) => 'getFields' in type && name in type.getFields()))
    );
  }
  const [, type = '', name = ''] = /^(\w+)(?:\.(\w+))?/.exec(coordinate) ?? [];
  const found = schema.getType(type);
  return (
    found !== undefined &&
    (name === '' || ('getFields' in found ? name in found.getFields() : JSON.stringify(found.toConfig()).includes(name)))
  );
}

function wellFormed({ errors, text }: Answered, query: string): void {
  for (const { message, path, extensions, ...rest } of errors as (Answered['errors'][number] & { locations?: unknown })[]) {
    const code = extensions.code as ErrorCode;
    expect(message).toBe(errorCatalogue[code]?.[1]);
    const { code: _code, coordinates: _coordinates, reason, expected = {}, rule, type, field, ...unknown } = extensions as Explained;
    expect(unknown).toEqual({});
    if (reason !== undefined) expect(allReasons[reason][0]).toContain(code);
    expect(Object.keys(expected).filter((coordinate) => !isOurs(coordinate, query))).toEqual([]);
    if (rule !== undefined) expect(specifiedRules.map(({ name }) => name)).toContain(`${rule}Rule`);
    if (type !== undefined) expect(schema.getType(type)).toBeDefined();
    if (field !== undefined) expect(isOurs(`${type}.${field}`, query)).toBe(true);
    expect((extensions.coordinates ?? []).filter((coordinate) => !isOurs(coordinate, query))).toEqual([]);
    for (const name of path ?? []) expect(query).toContain(name);
    expect(Object.keys(rest).filter((key) => key !== 'locations')).toEqual([]);
  }
  expect(personalIn([JSON.stringify(errors)], values)).toEqual([]);
  expect(text).not.toMatch(/did you mean|expected type|stack|node_modules|syntax error|violates|select /i);
}

test('the search finds a personal value in any part of an error', () => {
  expect(personalIn([JSON.stringify([{ message: `Expected type LocalDate, found "${typed}".` }])], values).length).toBeGreaterThan(0);
});

describe('an error holds only the errorCatalogue’s text, and is the same for every value', () => {
  test.each(refusals)('%s', async (_what, persona, query, asked, code) => {
    const answer = await gateway.ask(persona, query, asked);
    expect(new Set(answer.codes)).toEqual(new Set([code]));
    wellFormed(answer, query);
    // Any other value of the same length gives the same error: the columns in the document stay the same.
    const other = (text: string): string => text.replaceAll('Castellow', 'Tsellowaz').replaceAll('Peregrine', 'Rinepereg');
    const { variables, operationName, ...rest } = asked;
    const otherwise = await gateway.ask(persona, other(query), {
      ...rest,
      ...(rest.purpose !== undefined && { purpose: other(rest.purpose) }),
      ...(variables && { variables: JSON.parse(other(JSON.stringify(variables))) as Record<string, unknown> }),
      ...(operationName !== undefined && { operationName: other(operationName) }),
    });
    expect(wholeResponse(otherwise)).toBe(wholeResponse(answer));
  });
});

test('a name that resembles one of the schema is answered like any other unknown name', async () => {
  const pairs = [
    ['{ me { birthDat } }', '{ me { nothingx } }'],
    ['{ residentz { totalCount } }', '{ nothingxx { totalCount } }'],
    ['{ residents(filtre: {}) { totalCount } }', '{ residents(nothin: {}) { totalCount } }'],
    ['{ residents(filter: { familyNam: "" }) { totalCount } }', '{ residents(filter: { nothingxx: "" }) { totalCount } }'],
    ['{ residents(orderBy: FAMILY_NAM) { totalCount } }', '{ residents(orderBy: NOTHING_XX) { totalCount } }'],
    ['{ me { ... on Residen { id } } }', '{ me { ... on Nothing { id } } }'],
    ['query @purpos(is: PAYMENT) { me { id } }', 'query @nothin(is: PAYMENT) { me { id } }'],
    ['query @purpose(is: PAYMEN) { me { id } }', 'query @purpose(is: NOTHIN) { me { id } }'],
    ['query ($a: Residen) { me { id } }', 'query ($a: Nothing) { me { id } }'],
    ['mutation { updateContac(input: {}) { __typename } }', 'mutation { nothingxxxxx(input: {}) { __typename } }'],
  ] as const;
  for (const persona of ['resident', 'security', 'maintenance-agent', null]) {
    for (const [close, far] of pairs) {
      const [one, other] = [await gateway.ask(persona, close), await gateway.ask(persona, far)];
      expect(one.codes[0]).toBe('DOCUMENT_INVALID');
      expect(wholeResponse(one)).toBe(wholeResponse(other));
    }
  }
});
