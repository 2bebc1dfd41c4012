import { describe, expect, test } from '@jest/globals';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const refused = async (persona: string | null, query: string) => {
  const { status, errors, text } = await gateway.ask(persona, query);
  expect(status).toBe(400);
  for (const { message, locations } of errors as readonly { readonly message: string; readonly locations?: unknown }[]) {
    expect(message).toBe('The document does not match the schema.');
    expect(locations).toEqual(expect.any(Array));
  }
  return { text, extensions: errors.map(({ extensions }) => extensions) };
};

describe('an invalid document', () => {
  test.each([
    ['a field that the type lacks', '{ me { Castellow } }', { rule: 'FieldsOnCorrectType', type: 'Resident' }],
    ['an argument that the field lacks', '{ me(Castellow: 1) { id } }', { rule: 'KnownArgumentNames', type: 'Query', field: 'me' }],
    ['a required argument that is missing', '{ resident { id } }', { rule: 'ProvidedRequiredArguments', type: 'Query', field: 'resident' }],
    ['an object without selections', '{ me { address } }', { rule: 'ScalarLeafs', type: 'Resident', field: 'address' }],
    [
      'a value of the wrong form',
      '{ residents(first: "Castellow") { totalCount } }',
      { rule: 'ValuesOfCorrectType', type: 'Query', field: 'residents' },
    ],
    [
      'a value in an input object',
      '{ residents(filter: { givenName: 17 }) { totalCount } }',
      { rule: 'ValuesOfCorrectType', type: 'ResidentFilter' },
    ],
    ['an unknown type', '{ me { ... on Castellow { id } } }', { rule: 'KnownTypeNames', type: 'Resident' }],
    ['an unknown fragment', '{ me { ...Castellow } }', { rule: 'KnownFragmentNames', type: 'Resident' }],
    ['an unknown variable', '{ resident(id: $Castellow) { id } }', { rule: 'NoUndefinedVariables' }],
  ])('is told the rule, and what it is about: %s', async (_what, query, expected) => {
    const { extensions, text } = await refused('resident', query);
    expect(extensions).toEqual([{ code: 'DOCUMENT_INVALID', ...expected }]);
    expect(text).not.toMatch(/Castellow/);
  });

  test('hears only of types and fields that introspection shows to the role', async () => {
    const query = '{ webVisits { edges { node { Castellow } } } }';
    const [seen] = (await refused('security', query)).extensions;
    expect(seen).toEqual({ code: 'DOCUMENT_INVALID', rule: 'FieldsOnCorrectType', type: 'WebVisit' });
    for (const persona of ['resident', null]) {
      const { extensions } = await refused(persona, query);
      expect(extensions).toEqual([{ code: 'DOCUMENT_INVALID', rule: 'FieldsOnCorrectType', type: 'Query' }]);
    }
    // A field that the role cannot use, of a type that it sees.
    const hidden = (await refused('maintenance-agent', '{ residents(first: 1) { edges { node { household { Castellow } purchases } } } }'))
      .extensions;
    expect(JSON.stringify(hidden)).not.toMatch(/Household|purchases|Purchase/);
  });

  test('has at most five errors, the same whatever document it repeats', async () => {
    const many = `{ me { ${Array.from({ length: 20 }, (_none, at) => `x${at}`).join(' ')} } }`;
    const first = await refused('resident', many);
    expect(first.extensions).toHaveLength(5);
    expect((await refused('resident', many)).extensions).toEqual(first.extensions);
  });
});
