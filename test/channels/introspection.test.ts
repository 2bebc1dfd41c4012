import { town } from '../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, type IntrospectionQuery, type IntrospectionType } from 'graphql';
import { cast, personas, type Persona } from '../../demo/personas.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { readMatrixFile, readRootFieldsFile } from '../helpers/policy/matrix-file.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// Introspection shows each role what the committed matrix lets it use for some purpose, and nothing else.
const gateway = useGateway();

const { markings } = buildSchema(town);
const dataTypes = [...markings.subjects.keys()];
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

  test('sees the root fields that it may use, and no others', async () => {
    const view = await viewOf(persona);
    // `node` has no line of its own: it asks the root fields that find one object by its id.
    const usable = ['Query.node', ...rootFields.filter((row) => row.role === role || row.role === 'ANYBODY').map(({ field }) => field)];
    expect([...fieldsOf(view.get('Query')), ...fieldsOf(view.get('Mutation'))].toSorted()).toEqual([...new Set(usable)].toSorted());
  });

  test('sees the personal fields of categories that it could see, and no others', async () => {
    const shown = [...(await viewOf(persona)).values()].flatMap((type) => (type.kind === 'OBJECT' ? fieldsOf(type) : []));
    const personal = shown.filter((coordinate) => markings.outputs.has(coordinate));
    expect(personal.filter((coordinate) => !seen.has(markings.outputs.get(coordinate)!.category))).toEqual([]);
    // And the reverse, in each type that introspection shows.
    const types = new Set(shown.map((coordinate) => coordinate.split('.')[0]!));
    const could = [...markings.outputs.values()].filter(({ coordinate, category }) => {
      const [type, field] = coordinate.split('.');
      return field !== undefined && types.has(type!) && seen.has(category);
    });
    expect(could.map(({ coordinate }) => coordinate).filter((coordinate) => !shown.includes(coordinate))).toEqual([]);
  });

  test('sees no type without fields that it may use', async () => {
    const view = await viewOf(persona);
    const objects = [...view.values()].filter(({ kind }) => kind === 'OBJECT');
    expect(objects.filter((type) => fieldsOf(type).length === 0)).toEqual([]);
    const reached = JSON.stringify([...view.values()].filter(({ name }) => !name.startsWith('__')));
    for (const hidden of dataTypes) {
      if (!view.has(hidden)) expect(reached).not.toContain(`"name":"${hidden}"`);
    }
  });

  test('gets the same answer for the name of a hidden type as for an unknown name', async () => {
    const view = await viewOf(persona);
    const named = (name: string) => gateway.ask(persona, `{ __type(name: "${name}") { name fields { name } } }`).then(wholeResponse);
    const unknown = await named('Nothing');
    expect(unknown).toContain('{"data":{"__type":null}');
    for (const name of [...dataTypes, 'ResidentFilter']) {
      expect({ name, shown: (await named(name)) !== unknown }).toEqual({ name, shown: view.has(name) });
    }
  });
});

describe('a filter or a sort key that introspection shows to a role', () => {
  const values: Record<string, string> = { birthDate: '"2008-12-15"', ageBand: 'FROM_65', locality: '"Leduc"' };
  const able = personas.filter(
    ({ role, persona }) => !/AGENCY|AGENT|ENFORCEMENT/.test(role) && !/guardian|neighbour|officer-\d|reviewer/.test(persona),
  );

  test.each(able.map((one) => [one.persona, one] as const))('is usable: %s', async (persona, { purposes }: Persona) => {
    const view = await viewOf(persona);
    const shown = [...fieldsOf(view.get('ResidentFilter')), ...fieldsOf(view.get('ResidentOrder'))].map((coordinate) =>
      coordinate.split('.'),
    );
    for (const [type, name = ''] of shown) {
      const by = type === 'ResidentOrder' ? `orderBy: ${name}` : `filter: { ${name}: ${values[name] ?? '"x"'} }`;
      const answers = await Promise.all(
        purposes.map((purpose) => gateway.ask(persona, `{ residents(${by}) { totalCount } }`, { purpose })),
      );
      expect({ name, usable: answers.some(({ codes }) => codes.length === 0) }).toEqual({ name, usable: true });
    }
  });

  test('is hidden from a role that has no purpose for it', async () => {
    const shown = async (persona: string) => {
      const view = await viewOf(persona);
      return [...fieldsOf(view.get('ResidentFilter')), ...fieldsOf(view.get('ResidentOrder'))].map(
        (coordinate) => coordinate.split('.')[1]!,
      );
    };
    expect(await shown('privacy-officer')).toEqual(expect.arrayContaining(['birthDate', 'BIRTH_DATE']));
    for (const name of ['email', 'phone', 'locality', 'LOCALITY']) expect(await shown('customer-service')).not.toContain(name);
    for (const name of ['familyName', 'birthDate', 'email', 'phone', 'FAMILY_NAME', 'BIRTH_DATE'])
      expect(await shown('maintenance-agent')).not.toContain(name);
    for (const persona of ['security', 'auditor']) expect(await shown(persona)).toEqual([]);
  });
});

describe('a name that introspection hides from a role', () => {
  test('is valid as a field, and withheld', async () => {
    const query = `{ resident(id: "${cast.resident}") { initials birthDate } }`;
    const seen = await gateway.ask('resident', query);
    expect(seen.data.resident.birthDate).toBe('2008-12-15');
    const { errors, data } = await gateway.ask('maintenance-agent', query);
    expect([errors, data.resident.birthDate]).toEqual([[], null]);
  });

  test('is valid as a root field, and not permitted', async () => {
    const refused = await gateway.ask('resident', '{ webVisits { totalCount } }');
    expect([refused.codes, refused.data]).toEqual([['FIELD_NOT_PERMITTED'], { webVisits: null }]);
    expect((await gateway.ask('resident', '{ webVisitz { totalCount } }')).codes).toEqual(['DOCUMENT_INVALID']);
  });

  test('is invalid as a type that can’t occur there, and described like a type that does not exist', async () => {
    const ask = async (persona: string | null, type: string): Promise<string> => {
      const answer = await gateway.ask(persona, `{ services { ... on ${type} { name: __typename } } }`);
      expect(answer.codes).toEqual(['DOCUMENT_INVALID']);
      return wholeResponse(answer);
    };
    expect(await ask('security', 'WebVisit')).not.toBe(await ask('security', 'Nothing'));
    for (const persona of [null, 'resident', 'auditor', 'police'])
      expect(await ask(persona, 'WebVisit')).toBe(await ask(persona, 'Nothing'));
    for (const persona of [null, 'security']) expect(await ask(persona, 'AccessEntry')).toBe(await ask(persona, 'Nothing'));
  });

  test('is never a purpose or a category: all roles see them', async () => {
    const view = await viewOf(null);
    expect(fieldsOf(view.get('Purpose'))).toContain('Purpose.LEGAL_DEMAND');
    expect(fieldsOf(view.get('DataCategory'))).toContain('DataCategory.ACCESS_HISTORY');
  });
});
