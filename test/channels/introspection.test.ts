import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, type IntrospectionQuery, type IntrospectionType } from 'graphql';
import { cast, personas, type Persona } from '../../demo/personas.ts';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';
import { readMatrixFile, readRootFieldsFile } from '../helpers/matrix-file.ts';
import { wholeResponse } from '../helpers/whole-response.ts';

// What each role is told of the schema: what it could use for some purpose, by the committed matrix, and
// nothing that only others can.
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
});
afterAll(() => gateway.close());

const { catalogue } = buildSchema();
const dataTypes = [...catalogue.subjects.keys()];
const matrix = readMatrixFile();
const rootFields = readRootFieldsFile();
// One persona for each role.
const asked: readonly (readonly [role: string, persona: string | null])[] = [
  ['ANONYMOUS', null],
  ...new Map(personas.map(({ role, persona }) => [role, persona] as const)),
];

async function viewOf(persona: string | null): Promise<ReadonlyMap<string, IntrospectionType>> {
  const { data, errors } = await gateway.ask(persona, getIntrospectionQuery());
  expect(errors).toEqual([]);
  return new Map((data as IntrospectionQuery).__schema.types.map((type) => [type.name, type]));
}

function fieldsOf(type: IntrospectionType | undefined): string[] {
  if (type?.kind === 'OBJECT') return type.fields.map(({ name }) => `${type.name}.${name}`);
  if (type?.kind === 'INPUT_OBJECT') return type.inputFields.map(({ name }) => `${type.name}.${name}`);
  if (type?.kind === 'ENUM') return type.enumValues.map(({ name }) => `${type.name}.${name}`);
  return [];
}

describe.each(asked)('%s', (role, persona) => {
  const seen = new Set(matrix.filter((line) => line.role === role).map(({ category }) => category));

  test('is told of the root fields that it may use, and of no others', async () => {
    const view = await viewOf(persona);
    const usable = rootFields.filter((row) => row.role === role || row.role === 'anybody').map(({ field }) => field);
    expect([...fieldsOf(view.get('Query')), ...fieldsOf(view.get('Mutation'))].toSorted()).toEqual([...new Set(usable)].toSorted());
  });

  test('is told of the personal fields whose category it could see, and of no others', async () => {
    const told = [...(await viewOf(persona)).values()].flatMap((type) => (type.kind === 'OBJECT' ? fieldsOf(type) : []));
    const personal = told.filter((coordinate) => catalogue.outputs.has(coordinate));
    expect(personal.filter((coordinate) => !seen.has(catalogue.outputs.get(coordinate)!.category))).toEqual([]);
    // And the other way round, in each type that it is told of.
    const types = new Set(told.map((coordinate) => coordinate.split('.')[0]!));
    const could = [...catalogue.outputs.values()].filter(({ coordinate, category }) => {
      const [type, field] = coordinate.split('.');
      return field !== undefined && types.has(type!) && seen.has(category);
    });
    expect(could.map(({ coordinate }) => coordinate).filter((coordinate) => !told.includes(coordinate))).toEqual([]);
  });

  test('is told of no type that holds nothing for it', async () => {
    const view = await viewOf(persona);
    const objects = [...view.values()].filter(({ kind }) => kind === 'OBJECT');
    expect(objects.filter((type) => fieldsOf(type).length === 0)).toEqual([]);
    const reached = JSON.stringify([...view.values()].filter(({ name }) => !name.startsWith('__')));
    for (const hidden of dataTypes) {
      if (!view.has(hidden)) expect(reached).not.toContain(`"name":"${hidden}"`);
    }
  });

  test('finds under the name of a type that it is not told of what it finds under a made-up one', async () => {
    const view = await viewOf(persona);
    const named = (name: string) => gateway.ask(persona, `{ __type(name: "${name}") { name fields { name } } }`).then(wholeResponse);
    const unknown = await named('Nothing');
    expect(unknown).toContain('{"data":{"__type":null}');
    for (const name of [...dataTypes, 'ResidentFilter']) {
      expect({ name, told: (await named(name)) !== unknown }).toEqual({ name, told: view.has(name) });
    }
  });
});

describe('a filter or an order that a role is told of', () => {
  const values: Record<string, string> = { birthDate: '"2008-12-15"', ageBand: 'FROM_65', locality: '"Leduc"' };
  const able = personas.filter(
    ({ role, persona }) => !/AGENCY|AGENT|ENFORCEMENT/.test(role) && !/guardian|neighbour|officer-\d/.test(persona),
  );

  test.each(able.map((one) => [one.persona, one] as const))('is one that it can use: %s', async (persona, { purposes }: Persona) => {
    const view = await viewOf(persona);
    const told = [...fieldsOf(view.get('ResidentFilter')), ...fieldsOf(view.get('ResidentOrder'))].map((coordinate) =>
      coordinate.split('.'),
    );
    for (const [type, name = ''] of told) {
      const by = type === 'ResidentOrder' ? `orderBy: ${name}` : `filter: { ${name}: ${values[name] ?? '"x"'} }`;
      const answers = await Promise.all(
        purposes.map((purpose) => gateway.ask(persona, `{ residents(${by}) { totalCount } }`, { purpose })),
      );
      expect({ name, usable: answers.some(({ codes }) => codes.length === 0) }).toEqual({ name, usable: true });
    }
  });

  test('and no role is told of one that no purpose opens to it', async () => {
    const told = async (persona: string) => {
      const view = await viewOf(persona);
      return [...fieldsOf(view.get('ResidentFilter')), ...fieldsOf(view.get('ResidentOrder'))].map(
        (coordinate) => coordinate.split('.')[1]!,
      );
    };
    expect(await told('privacy-officer')).toEqual(expect.arrayContaining(['birthDate', 'BIRTH_DATE']));
    for (const name of ['email', 'phone', 'locality', 'LOCALITY']) expect(await told('customer-service')).not.toContain(name);
    for (const name of ['familyName', 'birthDate', 'email', 'phone', 'FAMILY_NAME', 'BIRTH_DATE'])
      expect(await told('maintenance-agent')).not.toContain(name);
    for (const persona of ['security', 'auditor']) expect(await told(persona)).toEqual([]);
  });
});

describe('what is true of a name that a role is not told of', () => {
  test('a field named anyway is valid, and withheld', async () => {
    const query = `{ resident(id: "${cast.resident}") { initials birthDate } }`;
    const seen = await gateway.ask('resident', query);
    expect(seen.data.resident.birthDate).toBe('2008-12-15');
    const { errors, data } = await gateway.ask('maintenance-agent', query);
    expect([errors, data.resident.birthDate]).toEqual([[], null]);
  });

  test('a root field named anyway is valid, and shut: the schema is public, what it answers is not', async () => {
    const shut = await gateway.ask('resident', '{ webVisits { totalCount } }');
    expect([shut.codes, shut.data]).toEqual([['FIELD_NOT_PERMITTED'], { webVisits: null }]);
    expect((await gateway.ask('resident', '{ webVisitz { totalCount } }')).codes).toEqual(['DOCUMENT_INVALID']);
  });

  test('a type where it can’t stand is invalid, with the same answer for everybody, whether they are told of it or not', async () => {
    for (const type of ['WebVisit', 'AccessEntry', 'Nothing']) {
      const ask = (persona: string | null) => gateway.ask(persona, `{ me { ... on ${type} { name: __typename } } }`);
      const answers = await Promise.all([null, 'resident', 'security', 'auditor', 'police'].map(ask));
      expect(answers[0]!.codes).toEqual(['DOCUMENT_INVALID']);
      expect(new Set(answers.map(wholeResponse)).size).toBe(1);
    }
  });

  test('words that everybody may know are shown to everybody: purposes and categories', async () => {
    const view = await viewOf(null);
    expect(fieldsOf(view.get('Purpose'))).toContain('Purpose.LEGAL_DEMAND');
    expect(fieldsOf(view.get('DataCategory'))).toContain('DataCategory.ACCESS_HISTORY');
  });
});
