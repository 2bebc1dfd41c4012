import type { Sabotage } from '../../../patch.ts';

const attack = ['test/attacks/insiders/erase-alone.test.ts'];

/** An act of two officers: an erasure of a person's part of the log. */
export const erasing: readonly Sabotage[] = [
  {
    sentence: 'The eraser’s role erases a segment by itself.',
    edits: [{ in: 'eraseSegment', text: 'revoke execute on function access_log.erase from public;', by: '' }],
    tests: [...attack, 'test/platform/postgres/roles/roles.test.ts'],
  },
  {
    sentence: 'The eraser’s role carries an erasure out that nobody approved.',
    edits: [
      { in: 'tables.ts#erasures', text: 'or found.approved_by is null', by: '' },
      { in: 'tables.ts#erasures', text: 'or not recreation.are_independent(found.proposed_by, found.approved_by, $SINCE)', by: '' },
      { in: 'tables.ts#erasures', text: 'and staged.principal_id = found.approved_by', by: '' },
    ],
    tests: attack,
  },
  {
    sentence: 'The gateway’s role erases in the names of officers who have proposed and approved nothing.',
    edits: [
      { in: 'tables.ts#erasures', text: "not access_log.is_recorded('Mutation.proposeErasure', $ARGUMENTS)", by: 'false' },
      { in: 'tables.ts#erasures', text: "or not access_log.is_recorded('Mutation.approveErasure', $ARGUMENTS)", by: '' },
    ],
    tests: ['test/attacks/log/forge-as-the-gateway.test.ts'],
  },
  {
    sentence: 'An approval is used a second time.',
    edits: [
      { in: 'tables.ts#erasures', text: 'or found.entry_id is not null', by: '' },
      { in: 'tables.ts#erasures', text: "person_id = null, numbers = '{}', entry_id = recorded where", by: 'rule = rule where' },
    ],
    tests: attack,
  },
  {
    sentence: 'An approval is kept in store and used when nobody remembers it.',
    edits: [{ in: 'tables.ts#erasures', text: "interval '30 days'", by: "interval '30 years'" }],
    tests: attack,
  },
  {
    sentence: 'The database carries out what two officers agreed on although one brought in the other.',
    edits: [{ in: 'tables.ts#erasures', text: 'or not recreation.are_independent(found.proposed_by, found.approved_by, $SINCE)', by: '' }],
    tests: attack,
  },
  {
    sentence: 'The gateway lets an officer approve what somebody proposed whom the officer brought in.',
    edits: [{ in: 'writeErasureApproval', drop: 'await assertIndependent($$$)' }],
    tests: attack,
  },
  {
    sentence: 'An erasure is carried out without an entry that tells whom it concerns.',
    edits: [{ in: 'tables.ts#erasures', text: 'staged.subjects = array[found.person_id] and', by: '' }],
    tests: attack,
  },
  {
    sentence: 'The entry of an erasure names other segments than those that are erased.',
    edits: [{ in: 'tables.ts#erasures', text: 'and staged.erases = places', by: '' }],
    tests: attack,
  },
  {
    sentence: 'A proposal changes after the other officer has seen it.',
    edits: [{ in: 'tables.ts#erasures', text: 'update (approved_by, approved_at)', by: 'update (numbers, approved_by, approved_at)' }],
    tests: attack,
  },
  {
    sentence: 'The entry of an erasure can be erased.',
    edits: [{ in: 'writeErasure', text: "entry.role = 'ERASER' or", by: '' }],
    tests: attack,
  },
  {
    sentence: 'An officer has a hand in erasing an own read.',
    edits: [{ in: 'writeErasureApproval', drop: 'if ($FOUND.isOwnRead) $THEN' }],
    tests: attack,
  },
  {
    sentence: 'Months are removed long before their retention ends.',
    edits: [{ in: 'months', text: "interval '7 years'", by: "interval '1 year'" }],
    tests: [...attack, 'test/platform/postgres/roles/roles.test.ts'],
  },
  {
    sentence: 'An approval of an erasure takes no passkey.',
    edits: [{ in: 'erasureLines', within: "{ fields: ['Mutation.approveErasure'], $$$ }", drop: 'freshProof: true' }],
    tests: attack,
  },
  {
    sentence: 'The history does not tell of an erasure.',
    edits: [{ in: 'access-history.ts#columnsFor', text: "when ${isErasure} then 'ENTRIES_ERASED'", by: '' }],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'A guardian is told that a minor had something erased.',
    edits: [{ in: 'carryOut', drop: 'purpose: erasures.purpose' }],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'A reviewer is shown whose part of an entry was erased.',
    edits: [{ in: 'hidesPeople', text: 'or ${isErasure}', by: '' }],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'An erasure keeps the numbers and the person that are to be forgotten.',
    edits: [{ in: 'tables.ts#erasures', text: ", access_log.write_anew('erasure')", by: '' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
];
