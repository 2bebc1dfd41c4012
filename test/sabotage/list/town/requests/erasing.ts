import type { Sabotage } from '../../../patch.ts';

const migration = 'src/town/requests/erasures/tables.ts';
const records = 'src/town/requests/erasures/erasures.ts';
const attack = ['test/attacks/erase-alone.test.ts'];

/** What takes two officers: an erasure of what the log says about somebody. */
export const erasing: readonly Sabotage[] = [
  {
    sentence: 'The eraser’s role erases an opening by itself.',
    edits: [
      {
        file: 'src/log/database/erase-opening.ts',
        from: '  revoke execute on function access_log.erase from public;\n',
        to: '',
      },
    ],
    tests: [...attack, 'test/platform/postgres/roles.test.ts'],
  },
  {
    sentence: 'The eraser’s role carries an erasure out that nobody approved.',
    edits: [
      { file: migration, from: 'found.id is null or found.approved_by is null or', to: 'found.id is null or' },
      // Two other conditions refuse a missing approver as well.
      {
        file: migration,
        from: "or not recreation.are_independent(found.proposed_by, found.approved_by, found.approved_at - interval '90 days') then",
        to: 'then',
      },
      { file: migration, from: 'and staged.principal_id = found.approved_by', to: '' },
    ],
    tests: attack,
  },
  {
    sentence: 'The gateway’s role erases in the names of officers who have proposed and approved nothing.',
    edits: [
      {
        file: migration,
        from: "if not access_log.is_recorded('Mutation.proposeErasure', found.proposed_by, found.person_id, found.proposed_at, found.proposed_at)",
        to: 'if false',
      },
      {
        file: migration,
        from: "or not access_log.is_recorded('Mutation.approveErasure', found.approved_by, found.person_id, found.approved_at, found.approved_at) then",
        to: 'then',
      },
    ],
    tests: ['test/attacks/forge-as-the-gateway.test.ts'],
  },
  {
    sentence: 'An approval is used a second time.',
    edits: [{ file: migration, from: ' or found.entry_id is not null or', to: ' or' }],
    tests: attack,
  },
  {
    sentence: 'An approval is kept in store and used when nobody remembers it.',
    edits: [
      { file: migration, from: "found.approved_at < now() - interval '30 days'", to: "found.approved_at < now() - interval '30 years'" },
    ],
    tests: attack,
  },
  {
    sentence: 'The database carries out what two officers agreed on although one brought in the other.',
    edits: [
      {
        file: migration,
        from: "\n      or not recreation.are_independent(found.proposed_by, found.approved_by, found.approved_at - interval '90 days') then",
        to: ' then',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'The gateway lets an officer approve what somebody proposed whom the officer brought in.',
    edits: [{ file: records, from: '  await assertIndependent(reader, viewer.principalId, [found.proposedBy]);\n', to: '' }],
    tests: attack,
  },
  {
    sentence: 'An erasure is carried out without an entry that tells whom it concerns.',
    edits: [{ file: migration, from: ' and staged.subjects = array[found.person_id]', to: '' }],
    tests: attack,
  },
  {
    sentence: 'The entry of an erasure names other openings than those that are erased.',
    edits: [{ file: migration, from: ' and staged.erases = places', to: '' }],
    tests: attack,
  },
  {
    sentence: 'A proposal changes after the other officer has seen it.',
    edits: [
      { file: migration, from: 'grant update (approved_by, approved_at) on', to: 'grant update (numbers, approved_by, approved_at) on' },
    ],
    tests: attack,
  },
  {
    sentence: 'The entry of an erasure can be erased.',
    edits: [{ file: records, from: "entry.role = 'ERASER' or coalesce(", to: 'coalesce(' }],
    tests: attack,
  },
  {
    sentence: 'An officer has a hand in erasing an own read.',
    edits: [{ file: records, from: "  if (found.isOwnRead) throw new PrivacyError('CONFLICT', { reason: 'NOT_ERASABLE' });\n", to: '' }],
    tests: attack,
  },
  {
    sentence: 'Months are removed long before their retention ends.',
    edits: [
      {
        file: 'src/log/database/months.ts',
        from: "- interval '7 years' then",
        to: "- interval '1 year' then",
      },
    ],
    tests: [...attack, 'test/platform/postgres/roles.test.ts'],
  },
  {
    sentence: 'An approval of an erasure takes no passkey.',
    edits: [
      {
        file: 'src/town/policy/erasure-lines.ts',
        from: "    scope: 'ALL',\n    freshProof: true,",
        to: "    scope: 'ALL',",
      },
    ],
    tests: attack,
  },
  {
    sentence: 'The history does not tell of an erasure.',
    edits: [{ file: 'src/town/history/places/access-history.ts', from: "when ${isErasure} then 'ENTRIES_ERASED' ", to: '' }],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'A guardian is told that a minor had something erased.',
    edits: [{ file: 'src/cli/log/change/carry-out.ts', from: "      purpose: 'RIGHTS_FULFILMENT',\n", to: '' }],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'A reviewer is shown whose part of an entry was erased.',
    edits: [
      {
        file: 'src/town/history/entries/entry-parts.ts',
        from: "entry.form ->> 'operationType' = 'account' or ${isErasure}, true)",
        to: "entry.form ->> 'operationType' = 'account', true)",
      },
    ],
    tests: ['test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'An erasure keeps the numbers and the person that are to be forgotten.',
    edits: [{ file: migration, from: ", access_log.write_anew('erasure')", to: '' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
];
