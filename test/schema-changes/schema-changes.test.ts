import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { coordinatesOf } from '../../scripts/schema-changes/coordinates.ts';
import { findBreaking } from '../../scripts/schema-changes/find-breaking.ts';
import { judgeChanges } from '../../scripts/schema-changes/judge-changes.ts';
import { readAllowances } from '../../scripts/schema-changes/read-allowances.ts';
import { seenSchema, type SeenSchema } from '../../scripts/schema-changes/seen-schema.ts';

const text = `
  directive @marked(as: String) on FIELD_DEFINITION
  directive @case(id: ID!) on QUERY
  enum Kind { ONE TWO }
  input Filter { name: String }
  type Pet { id: ID! name: String kind: Kind }
  type Query { pet(id: ID): Pet pets(filter: Filter): [Pet!] }`;

/** A schema of which RESIDENT sees everything, and SUPPORT what is left. */
function seen(definitions: string, hidden: readonly string[] = []): SeenSchema {
  const all = coordinatesOf(buildSchema(definitions));
  return { text: definitions, byRole: { RESIDENT: all, SUPPORT: all.filter((one) => !hidden.includes(one)) } };
}
const changed = (from: string, to: string): SeenSchema => {
  expect(text).toContain(from);
  return seen(text.replace(from, to));
};
const announcing = (...items: readonly string[]): string =>
  `# Changelog\n\n## [Unreleased]\n\n### Breaking\n\n${items.join('\n')}\n\n### Added\n\n- \`Pet.age\`: new\n\n## [0.1.0]\n\n### Breaking\n\n- \`Pet.old\`: gone\n`;
const judge = async (current: SeenSchema, ...items: readonly string[]): Promise<string[]> =>
  judgeChanges(await findBreaking(seen(text), current), readAllowances(announcing(...items)));

describe('a change that breaks clients of the last release', () => {
  test.each([
    ['a field is removed', ' kind: Kind', '', 'Pet.kind'],
    ['an argument must be given', 'pet(id: ID)', 'pet(id: ID!)', 'Query.pet(id:)'],
    ['an argument is removed', '(filter: Filter)', '', 'Query.pets(filter:)'],
    ['a new argument must be given', 'pets(', 'pets(first: Int! ', 'Query.pets(first:)'],
    ['a new input field must be given', 'Filter { ', 'Filter { age: Int! ', 'Filter.age'],
    ['a value may become null', 'id: ID! name', 'id: ID name', 'Pet.id'],
    ['an enum value is removed', 'ONE TWO', 'ONE', 'Kind.TWO'],
    ['a directive of operations is removed', 'directive @case(id: ID!) on QUERY', '', '@case'],
  ])('fails the check where %s, which says why and what to do', async (_what, from, to, coordinate) => {
    const current = changed(from, to);
    const [problem, ...others] = await judge(current);
    expect(others).toEqual([]);
    expect(problem).toMatch(/breaks clients of the last release\. \S.{20}/);
    expect(problem).toContain(
      `Keep it, or announce it in CHANGELOG.md under [Unreleased], ### Breaking: "- \`${coordinate}\`: what clients do instead".`,
    );
    expect(await judge(current, `- \`${coordinate}\`: see the guide.`)).toEqual([]);
    // Announced for one role, or in another release, it is not announced.
    expect(await judge(current, `- \`${coordinate}\` for \`SUPPORT\`: see the guide.`)).toHaveLength(2);
  });

  test('fails the check where a role no longer sees something, once for the outermost', async () => {
    const hidden = seen(text, ['Query.pets', 'Query.pets(filter:)', 'Pet.name']);
    const problems = await judge(hidden);
    const names = problems.map((problem) => problem.split(' breaks')[0]!);
    expect(names.toSorted((one, other) => one.localeCompare(other))).toEqual(['`Pet.name` for `SUPPORT`', '`Query.pets` for `SUPPORT`']);
    expect(await judge(hidden, '- `Query.pets` for `SUPPORT`: none.', '- `Pet.name` for `SUPPORT`: none.')).toEqual([]);
    expect(await judge(hidden, '- `Query.pets`: none.', '- `Pet.name` for `SUPPORT`: none.')).toHaveLength(2);
  });
});

test.each([
  ['a field is added', 'name: String kind', 'name: String age: Int kind'],
  ['an optional argument is added', 'pets(', 'pets(first: Int '],
  ['an argument may be left out', 'ID!) on QUERY', 'ID) on QUERY'],
  ['a directive of the schema’s own files is removed', 'directive @marked(as: String) on FIELD_DEFINITION', ''],
])('no client breaks where %s', async (_what, from, to) => {
  expect(await judge(changed(from, to))).toEqual([]);
});

test('an announcement of a change that breaks no client is stale', async () => {
  expect(await judge(seen(text), '- `Pet.kind`: gone.')).toEqual([
    '`Pet.kind` is announced in CHANGELOG.md under ### Breaking, but breaks no client of the last release.\n  Remove that line.',
  ]);
});

test('an announcement of another form is named', async () => {
  for (const item of ['- Pet.kind is gone', '- `Pet.kind`', '- `Pet.kind` for support: gone.']) {
    const [problem] = await judge(seen(text), item);
    expect(problem).toContain(`has an item of another form: ${item}\n`);
  }
});

test('a changelog without the list announces nothing', () => {
  for (const changelog of ['', '## [Unreleased]\n\n### Added\n\n- `Pet.kind`: x\n', '## [0.1.0]\n\n### Breaking\n\n- `Pet.kind`: x\n'])
    expect(readAllowances(changelog)).toEqual({ allowances: [], unreadable: [] });
  expect(readAllowances('## [Unreleased]\n\n### Breaking\n\n- `Pet.kind`: x').allowances).toEqual([{ coordinate: 'Pet.kind' }]);
});

test('the schema of the last release is in the repository, for every role', async () => {
  const released: SeenSchema = {
    text: readFileSync('released/schema.graphql', 'utf8'),
    byRole: JSON.parse(readFileSync('released/roles.json', 'utf8')) as SeenSchema['byRole'],
  };
  const current = seenSchema();
  const releasedSchema = buildSchema(released.text);
  const roles = releasedSchema.getType('Role');
  // The release knew its own roles, and all of them are still there. A role that came later has no clients yet.
  expect(Object.keys(released.byRole)).toEqual(isEnumType(roles) && roles.getValues().map(({ name }) => name));
  expect(Object.keys(current.byRole)).toEqual(expect.arrayContaining(Object.keys(released.byRole)));
  expect(coordinatesOf(releasedSchema)).toEqual(expect.arrayContaining([...released.byRole['RESIDENT']!]));
  // A field that every version has had is missed, for all and for one role.
  const without: SeenSchema = {
    text: current.text.replace(/^ {2}"""[^"]*"""\n {2}givenName: String\n/m, ''),
    byRole: { ...current.byRole, ANONYMOUS: current.byRole['ANONYMOUS']!.filter((one) => !one.startsWith('Service.price')) },
  };
  const found = (await findBreaking(released, without)).map(({ coordinate, role }) => `${coordinate} ${role ?? ''}`);
  expect(found).toContain('Service.price ANONYMOUS');
  expect(found.some((one) => one.endsWith('.givenName '))).toBe(true);
});
