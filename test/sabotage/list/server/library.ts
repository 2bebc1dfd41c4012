import type { Sabotage } from '../../patch.ts';

const bypasses = 'test/bypasses/bypasses.test.ts';
const rows = 'test/server/library/rows.test.ts';
const evidence = 'test/server/library/testing/evidence.test.ts';

/** The library: what its helper for rows does in place of an adopter. */
export const library: readonly Sabotage[] = [
  {
    sentence: 'Rows stand in the order of values that the viewer may not see.',
    edits: [{ in: 'orderOf', text: 'case when ${counts} then ${columnOf(definition, order)} end', by: '${columnOf(definition, order)}' }],
    tests: [bypasses, rows],
  },
  {
    sentence: 'A row that may not be known of takes a place in a limited list.',
    edits: [{ in: 'read-rows.ts#readRows', text: ' and ${isDisclosed(type, kind, parts, request)}', by: '' }],
    tests: [rows],
  },
  {
    sentence: 'A root field reads rows beyond its scope.',
    edits: [{ in: 'isInScope', replace: 'relationships === undefined', by: 'true' }],
    tests: [rows],
  },
  {
    sentence: 'Rows carry no data subject.',
    edits: [{ in: 'read-rows.ts#readRows', replace: 'aboutPerson(row, row[subjectName])', by: 'row' }],
    tests: [rows],
  },
  {
    sentence: 'Columns are read that the operation may not see.',
    edits: [{ in: 'read-rows.ts#readRows', replace: 'fields.has(field)', by: 'true' }],
    tests: [bypasses],
  },
  {
    sentence: 'An input that a mutation compares is taken as a value to write.',
    edits: [{ in: 'decideInput', replace: "isCompared || !field.startsWith('Mutation.')", by: "!field.startsWith('Mutation.')" }],
    tests: ['test/engine/policy/decision/open-line.test.ts', 'test/engine/plan/plan-inputs.test.ts', bypasses],
  },
  {
    sentence: 'A mutation changes a row beyond its row scope.',
    edits: [{ in: 'rows.ts#rows', text: 'sql`${scopeOf(definition, request, info)} and ${wanted}`', by: 'wanted' }],
    tests: [rows],
  },
  {
    sentence: 'A mutation adds a row about a data subject beyond its row scope.',
    edits: [{ in: 'isSubjectInScope', replace: 'found.length > 0', by: 'true' }],
    tests: [rows],
  },
  {
    sentence: 'The choice of an application is asked of rows that may not be known of.',
    edits: [{ in: 'read-rows.ts#readRows', text: 'case when ${known} then ${wanted} else false end', by: '${wanted} and ${known}' }],
    tests: [rows],
  },
  {
    sentence: 'A condition that is NULL counts as one that does not hold.',
    edits: [{ in: 'factColumn', text: "when false then '' end", by: "else '' end" }],
    tests: [rows],
  },
  {
    sentence: 'Of an id that two kinds of data subjects have, the conditions of one are lost.',
    edits: [{ in: 'relationshipSource', replace: 'fact !== null && !seen.has(id)', by: 'fact !== null' }],
    tests: [rows],
  },
  {
    sentence: 'The statement of a mutation may write another row than the one that was asked for.',
    edits: [{ in: 'rows.ts#rows', replace: 'id !== idOf(before)', by: 'false' }],
    tests: [rows],
  },
  {
    sentence: 'A change may make a row that of a person outside the row scope.',
    edits: [{ in: 'rows.ts#rows', replace: 'about !== (before[DATA_SUBJECT] ?? null)', by: 'false' }],
    tests: [rows],
  },
  {
    sentence: 'The statement of a mutation may write more than one row.',
    edits: [{ in: 'writeRow', replace: 'count > 1', by: 'false' }],
    tests: [rows],
  },
  {
    sentence: 'A constraint tells whether a row exists that the caller may not know of.',
    edits: [{ in: 'writeRow', replace: 'dependent.test(causeOf(error))', by: 'false' }],
    tests: [rows],
  },
  {
    sentence: 'The entry of a refused change does not name its data subject.',
    edits: [{ in: 'writeRow', drop: 'await noteSubject($ID, $COORDINATE, $REQUEST)' }],
    tests: [rows],
  },
  {
    sentence: 'What a change shows is decided by what was so before it.',
    edits: [{ in: 'writeRow', drop: 'request.relationships?.forget()' }],
    tests: [rows],
  },
  {
    sentence: 'A list of the package counts as few rows, however many it may have.',
    edits: [{ in: 'createApplication', replace: 'noteSizes(schema, own)', by: 'undefined' }],
    tests: [rows],
  },
  {
    sentence: 'The log names a field by the alias that the client chose.',
    edits: [{ in: 'show-error.ts#placeOf', replace: 'node.name.value', by: '(node.alias ?? node.name).value' }],
    tests: ['test/server/spine/answer/show-error.test.ts'],
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
  {
    sentence: 'An application’s access condition replaces that of its accounts: sessions and tokens that ended are accepted.',
    edits: [{ in: 'accessOf', drop: 'accounts?.access($POLICY.vocabulary)' }],
    tests: ['test/server/library/accounts.test.ts'],
  },
  {
    sentence: 'An employee of an application who has left acts on with the session.',
    edits: [
      { in: 'accountAccess', text: 'staff.roles @> array[held.held_role]', by: 'true) or true or exists (select from identity.employment' },
    ],
    tests: ['test/server/library/accounts.test.ts'],
  },
  {
    sentence: 'An invitation of an application is accepted with any code.',
    edits: [{ in: 'src/server/library/accounts/people.ts', text: 'where invitation.code_hash = ${digest} and', by: 'where' }],
    tests: ['test/server/library/accounts.test.ts'],
  },
  {
    sentence: 'A contested claim of an application leaves the account connected.',
    edits: [
      {
        in: 'applicationTables',
        text: 'update identity.account set resident_id = null where',
        by: 'update identity.account set created_at = created_at where',
      },
    ],
    tests: ['test/server/library/accounts.test.ts'],
  },
  {
    sentence: 'A claim code of an application is issued for a person out of scope.',
    edits: [{ in: 'issueClaimCode', replace: '$SUBJECTID === undefined || $EMPLOYEEID === undefined', by: '$1 === undefined' }],
    tests: ['test/server/library/accounts.test.ts'],
  },
  {
    sentence: 'The evidence believes a condition that holds for other people than a standpoint says.',
    edits: [{ in: 'readRelated', drop: '...placed.conditions' }],
    tests: [evidence],
  },
  {
    sentence: 'The evidence passes although no answer had a row of a type.',
    edits: [{ in: 'exhaust.ts#exhaust', replace: '!types.has($TYPE)', by: 'false' }],
    tests: [evidence],
  },
  {
    sentence: 'The start does not plan the changes of an application.',
    edits: [{ in: 'create-application.ts#createApplication', replace: 'writesOf($OWN)', by: 'new Map()' }],
    tests: [evidence],
  },
  {
    sentence: 'A piece of SQL of a column is computed of rows that may not show it, and its error tells of what is stored.',
    edits: [{ in: 'read-rows.ts#valueOf', replace: '!facts || $ALL', by: 'true' }],
    tests: [rows],
  },
  {
    sentence: 'A constraint that is deferred refuses the commit of a change, and its entry with it.',
    edits: [{ in: 'writeRow', drop: 'await sql`set constraints all immediate`.execute($DATABASE)' }],
    tests: [rows],
  },
  {
    sentence: 'A row about a person in a conflict of interest is read through another person’s row.',
    edits: [{ in: 'subjects.ts#factColumn', replace: 'kind.conflict', by: 'undefined' }],
    tests: [rows],
  },
];
