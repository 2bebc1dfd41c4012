import { describe, expect, test } from '@jest/globals';
import { Kind, parse, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { collect, fragmentsOf, type Collected, type Gate, type Touch } from '../../../../src/engine/plan/outline/collect.ts';
import { smallSchema, operationOf } from '../small-club.ts';

const { schema, markings } = smallSchema();

function collected(text: string): Collected {
  const { document, operation } = operationOf(schema, text);
  return collect(schema, markings, operation, fragmentsOf(document));
}

/** `coordinate path < via`, with the variables of its gates. */
function textOf({ coordinate, path, gates, via }: Touch): string {
  const waits = gates.map(({ variable, open }) => ` ${open ? '' : '!'}${variable}`).join('');
  return `${coordinate} ${path.join('.')}${via === undefined ? '' : ` < ${via}`}${waits && ` if${waits}`}`;
}
const fieldsOf = (text: string): string[] => collected(text).fields.map(textOf);
const gatesOf = (text: string): readonly Gate[] => collected(text).fields.at(-1)!.gates;

describe('a place that an operation asks for', () => {
  test('is each field of each place, under the path that the client sees, and the field that leads there', () => {
    const { fields, types, roots, arguments: given, introspection } = collected('{ I: me { name hers: email desk { number } } counted }');
    expect(roots.map(textOf)).toEqual(['Query.me I', 'Query.counted counted']);
    expect(fields.map(textOf)).toEqual([
      'Member.name I.name < Query.me',
      'Member.email I.hers < Query.me',
      'Member.desk I.desk < Query.me',
      'Desk.number I.desk.number < Member.desk',
    ]);
    expect(types.map(textOf)).toEqual(['Member I < Query.me', 'Desk I.desk < Member.desk']);
    expect([given, introspection]).toEqual([[], false]);
  });

  test('has a star for each list on the way', () => {
    const { fields, types } = collected('{ members { edges { node { friends { name } } } } beings { name } }');
    expect(fields.map(textOf)).toEqual([
      'MemberConnection.edges members.edges < Query.members',
      'MemberEdge.node members.edges.*.node < MemberConnection.edges',
      'Member.friends members.edges.*.node.friends < MemberEdge.node',
      'Member.name members.edges.*.node.friends.*.name < Member.friends',
      'Member.name beings.*.*.name < Query.beings',
      'Visitor.name beings.*.*.name < Query.beings',
    ]);
    expect(types.map(textOf)).toEqual([
      'MemberConnection members < Query.members',
      'MemberEdge members.edges.* < MemberConnection.edges',
      'Member members.edges.*.node < MemberEdge.node',
      'Member members.edges.*.node.friends.* < Member.friends',
      'Member beings.*.* < Query.beings',
      'Visitor beings.*.* < Query.beings',
    ]);
  });

  test('is on concrete types: a field of an interface counts for each type that can occur there', () => {
    expect(fieldsOf('{ beings { nearest { name } } }')).toEqual([
      'Member.nearest beings.*.*.nearest < Query.beings',
      'Member.name beings.*.*.nearest.name < Member.nearest',
      'Visitor.name beings.*.*.nearest.name < Member.nearest',
      'Visitor.nearest beings.*.*.nearest < Query.beings',
      'Member.name beings.*.*.nearest.name < Visitor.nearest',
      'Visitor.name beings.*.*.nearest.name < Visitor.nearest',
    ]);
    expect(collected('{ things { __typename } }').types.map(textOf)).toEqual([
      'Member things.* < Query.things',
      'Desk things.* < Query.things',
    ]);
  });

  test('is narrowed by fragments, inline and named, to the types that both allow', () => {
    expect(fieldsOf('{ beings { ... on Member { born } ... on Visitor { badge } ... on Being { name } ... { name } } }')).toEqual([
      'Member.born beings.*.*.born < Query.beings',
      'Visitor.badge beings.*.*.badge < Query.beings',
      'Member.name beings.*.*.name < Query.beings',
      'Visitor.name beings.*.*.name < Query.beings',
      'Member.name beings.*.*.name < Query.beings',
      'Visitor.name beings.*.*.name < Query.beings',
    ]);
    // A desk is not a Being, and a visitor is not a Thing.
    expect(fieldsOf('{ things { ... on Being { name } } beings { ... on Thing { __typename ... on Member { email } } } }')).toEqual([
      'Member.name things.*.name < Query.things',
      'Member.email beings.*.*.email < Query.beings',
    ]);
    expect(fieldsOf('{ things { ...Both ...Both } } fragment Both on Thing { ...One } fragment One on Desk { number }')).toEqual([
      'Desk.number things.*.number < Query.things',
      'Desk.number things.*.number < Query.things',
    ]);
    expect(fieldsOf('{ me { ... on Member { ... on Being { name } } } }')).toEqual(['Member.name me.name < Query.me']);
  });

  test('does not exist for an impossible type of a fragment, even if validation missed it', () => {
    const { operation } = operationOf(schema, '{ me { ... on Member { name } } }');
    for (const name of ['Nobody', 'MemberOrder', 'ID', 'MemberFilter', 'Desk']) {
      const changed = JSON.parse(JSON.stringify(operation).replace('"value":"Member"', `"value":"${name}"`)) as OperationDefinitionNode;
      expect(collect(schema, markings, changed, new Map()).fields).toEqual([]);
    }
  });

  test('of a mutation begins at its own root', () => {
    const { roots, fields } = collected('mutation { join(input: { name: "x" }) { name } }');
    expect(roots.map(textOf)).toEqual(['Mutation.join join']);
    expect(fields.map(textOf)).toEqual(['Member.name join.name < Mutation.join']);
  });
});

describe('arguments', () => {
  const given = (text: string): string[] =>
    collected(text).arguments.map(
      ({ field, path, gates }) => `${field} ${path.join('.')}${gates.map(({ variable }) => ` ${variable}`).join('')}`,
    );

  test('are listed if they can carry a personal coordinate: their own, a filter’s, or an order’s', () => {
    expect(given('{ member { friends { name } } members { totalCount } byName { name } plain(given: { seat: 1 }) me { name } }')).toEqual([
      'Query.member member',
      'Member.friends member.friends',
      'Query.members members',
      'Query.byName byName',
    ]);
  });

  test('have their definition and place', () => {
    const [touch] = collected('query($a: Boolean!) { hers: member(id: "x") @include(if: $a) { name } }').arguments;
    expect(touch!.definition).toBe(schema.getQueryType()!.getFields()['member']);
    expect([touch!.node.alias?.value, touch!.path, touch!.gates]).toEqual(['hers', ['hers'], [{ variable: 'a', open: true }]]);
  });
});

describe('@include and @skip', () => {
  test('with a variable wait for its value', () => {
    expect(gatesOf('query($a: Boolean!) { me { name @include(if: $a) } }')).toEqual([{ variable: 'a', open: true }]);
    expect(gatesOf('query($a: Boolean!) { me { name @skip(if: $a) } }')).toEqual([{ variable: 'a', open: false }]);
    expect(gatesOf('query($a: Boolean!, $b: Boolean!) { me { name @skip(if: $a) @include(if: $b) } }')).toEqual([
      { variable: 'a', open: false },
      { variable: 'b', open: true },
    ]);
  });

  test('add up from above, over fields and fragments', () => {
    expect(
      fieldsOf(`query($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!) {
        me @include(if: $a) { ... on Member @skip(if: $b) { ...Rest @include(if: $c) } since }
      } fragment Rest on Member { name email @skip(if: $d) }`),
    ).toEqual([
      'Member.name me.name < Query.me if a !b c',
      'Member.email me.email < Query.me if a !b c !d',
      'Member.since me.since < Query.me if a',
    ]);
    const { roots, types } = collected('query($a: Boolean!) { me @include(if: $a) { desk { number } } }');
    expect([...roots, ...types].map(textOf)).toEqual(['Query.me me if a', 'Member me < Query.me if a', 'Desk me.desk < Member.desk if a']);
  });

  test('with a literal are settled at once', () => {
    expect(fieldsOf('{ me { name @include(if: true) @skip(if: false) email @include(if: false) born @skip(if: true) } }')).toEqual([
      'Member.name me.name < Query.me',
    ]);
    expect(gatesOf('query($a: Boolean!) { me { name @include(if: true) @skip(if: $a) } }')).toEqual([{ variable: 'a', open: false }]);
    expect(collected('{ counted @skip(if: true) me @skip(if: true) { name } }')).toMatchObject({ roots: [], fields: [], types: [] });
    expect(fieldsOf('{ me { ... @include(if: false) { name } ...N @skip(if: true) since } } fragment N on Member { email }')).toEqual([
      'Member.since me.since < Query.me',
    ]);
  });

  test('are not other directives, nor other arguments of theirs', () => {
    const { operation } = operationOf(schema, 'query($a: Boolean!) { me { name @include(if: $a) } }');
    const changed = (from: string, to: string): Collected => {
      const text = JSON.stringify(operation);
      if (!text.includes(from)) throw new Error('nothing to change');
      return collect(
        schema,
        markings,
        JSON.parse(text.replace(from, to)) as OperationDefinitionNode,
        new Map<string, FragmentDefinitionNode>(),
      );
    };
    for (const [from, to] of [
      ['"value":"include"', '"value":"other"'],
      ['"value":"if"', '"value":"unless"'],
    ] as const) {
      expect(changed(from, to).fields[0]!.gates).toEqual([]);
    }
    // In a document made by hand, a node can lack its list of directives, or a directive its arguments.
    const [me] = operation.selectionSet.selections as readonly FieldNode[];
    const [name] = me!.selectionSet!.selections;
    expect(changed(JSON.stringify(name!.directives), 'null').fields).toHaveLength(1);
    expect(changed('"arguments":[{"kind":"Argument"', '"otherwise":[{"kind":"Argument"').fields[0]!.gates).toEqual([]);
  });
});

describe('introspection', () => {
  test('is distinguished from a typename, which is not personal', () => {
    expect(collected('{ __typename me { __typename } }')).toMatchObject({ introspection: false, fields: [] });
    expect(collected('{ __typename me { __typename } }').roots).toHaveLength(1);
    for (const text of ['{ __schema { types { name } } }', '{ __type(name: "Member") { name } }']) {
      expect(collected(text)).toMatchObject({ introspection: true, roots: [], fields: [], types: [] });
    }
  });
});

describe('a document', () => {
  const places = (count: number): string => `{ me { ${Array.from({ length: count - 1 }, (_, index) => `n${index}: name`).join(' ')} } }`;

  test('of 10,000 places is accepted, and a larger one is refused', () => {
    expect(collected(places(10_000)).fields).toHaveLength(9_999);
    expect(() => collected(places(10_001))).toThrow(expect.objectContaining({ code: 'TOO_MANY_FIELDS' }));
  });

  test('can’t multiply its places by fragments', () => {
    const doubled = Array.from({ length: 15 }, (_, depth) => `fragment F${depth} on Member { ...F${depth + 1} ...F${depth + 1} }`).join(
      ' ',
    );
    expect(() => collected(`{ me { ...F0 } } ${doubled} fragment F15 on Member { name }`)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_FIELDS' }),
    );
  });
});

test('the fragments of a document are found by their names', () => {
  const document = parse('query A { a } fragment F on M { f } mutation B { b } fragment G on M { g }');
  const found = fragmentsOf(document);
  expect([...found].map(([name, fragment]) => [name, fragment.kind, fragment.name.value])).toEqual([
    ['F', Kind.FRAGMENT_DEFINITION, 'F'],
    ['G', Kind.FRAGMENT_DEFINITION, 'G'],
  ]);
});
