import type { Sabotage } from '../../patch.ts';

const bypasses = 'test/bypasses/bypasses.test.ts';
const evidence = 'test/server/library/testing/evidence.test.ts';

/** The library: what its helper for rows does in place of an adopter. */
export const library: readonly Sabotage[] = [
  {
    sentence: 'Rows stand in the order of values that the viewer may not see.',
    edits: [{ in: 'orderOf', text: 'case when ${counts} then ${columnOf(definition, order)} end', by: '${columnOf(definition, order)}' }],
    tests: [bypasses, evidence],
  },
  {
    sentence: 'A row that may not be known of takes a place in a limited list.',
    edits: [{ in: 'rows.ts#readRows', text: ' and ${isDisclosed(type, kind, parts, request)}', by: '' }],
    tests: [evidence],
  },
  {
    sentence: 'A root field reads rows beyond its scope.',
    edits: [{ in: 'isInScope', replace: 'relationships === undefined', by: 'true' }],
    tests: [evidence],
  },
  {
    sentence: 'Rows carry no data subject.',
    edits: [{ in: 'rows.ts#readRows', replace: 'aboutPerson(row, row[subjectName])', by: 'row' }],
    tests: [evidence],
  },
  {
    sentence: 'Columns are read that the operation may not see.',
    edits: [{ in: 'rows.ts#readRows', replace: 'wanted.has(field)', by: 'true' }],
    tests: [bypasses],
  },
  {
    sentence: 'An input that a mutation compares is taken as a value to write.',
    edits: [{ in: 'decideInput', replace: "isCompared || !field.startsWith('Mutation.')", by: "!field.startsWith('Mutation.')" }],
    tests: ['test/engine/policy/decision/open-line.test.ts', 'test/engine/plan/plan-inputs.test.ts', bypasses],
  },
  {
    sentence: 'A mutation changes a row beyond its row scope.',
    edits: [{ in: 'rows.ts#rows', drop: "if (!(await find($ID, $REQUEST, $INFO))) throw new PrivacyError('NOT_FOUND')" }],
    tests: [evidence],
  },
  {
    sentence: 'A mutation adds a row about a data subject beyond its row scope.',
    edits: [{ in: 'isSubjectInScope', replace: 'found.length > 0', by: 'true' }],
    tests: [evidence],
  },
  {
    sentence: 'The start does not plan the SQL of an application.',
    edits: [{ in: 'start.ts#start', drop: 'await opened.check?.($DATABASE)' }],
    tests: [evidence],
  },
  {
    sentence: 'The evidence believes a relationship that holds for everyone.',
    edits: [{ in: 'readRelated', replace: 'found.size === new Set(ids).size && $ALL', by: '$ALL' }],
    tests: [evidence],
  },
  {
    sentence: 'An outage of what verifies tokens looks like a bad token.',
    edits: [{ in: 'refusalFor', replace: 'outOfReach.test($CAUSE)', by: 'false' }],
    tests: ['test/identity/authentication/own-authentication.test.ts'],
  },
];
