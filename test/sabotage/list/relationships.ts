import type { Sabotage } from './patch.ts';

const lookUp = 'src/relationships/look-up.ts';
const scope = 'src/records/scope.ts';

const given = 'return new Map(rows.map(({ id, relationship, conditions }) => [id, { relationship, conditions }]));';
/** Keeps every tie that was ever looked up, by a key. */
function remember(key: string): string {
  return `for (const { id, relationship, conditions } of rows) {
    const key = ${key};
    if (!remembered.has(key)) remembered.set(key, { relationship, conditions });
  }
  return new Map(subjectIds.flatMap((id) => {
    const tie = remembered.get(${key});
    return tie ? [[id, tie] as const] : [];
  }));`;
}
const memory = {
  file: lookUp,
  from: 'type TieOf = (',
  to: 'const remembered = new Map<string, Tie>();\n\ntype TieOf = (',
};

/** What ties principal and data subject, and which rows follow from it. */
export const relationships: readonly Sabotage[] = [
  {
    sentence: 'Relationships are remembered across principals.',
    edits: [memory, { file: lookUp, from: given, to: remember('id') }],
    tests: ['test/gateway/shapes.test.ts', 'test/resolvers/households.test.ts'],
  },
  {
    sentence: 'Relationships are remembered across the operations of a principal.',
    edits: [memory, { file: lookUp, from: given, to: remember('`${principal.id} ${principal.role} ${id}`') }],
    tests: ['test/gateway/shapes.test.ts', 'test/resolvers/households.test.ts'],
  },
  {
    sentence: 'A guardian stays one when the minor comes of age.',
    edits: [
      {
        file: 'src/relationships/statements.ts',
        from: '\n        and recreation.is_minor(resident, ${today}::date)`,',
        to: '`,',
      },
      {
        file: scope,
        from: ' and recreation.is_minor(minor, ${today}::date)`;\n  switch',
        to: '`;\n  switch',
      },
    ],
    tests: ['test/relationships/guardianship.test.ts', 'test/resolvers/households.test.ts'],
  },
  {
    sentence: 'A guardianship that is over still holds.',
    edits: [
      {
        file: 'src/relationships/statements.ts',
        from: '\n        and (guardianship.valid_until is null or guardianship.valid_until > ${today}::date)',
        to: '',
      },
      {
        file: scope,
        from: '\n      and (care.valid_until is null or care.valid_until > ${today}::date)',
        to: '\n     ',
      },
    ],
    tests: ['test/relationships/guardianship.test.ts', 'test/resolvers/households.test.ts'],
  },
  {
    sentence: 'The housemates of an address-protected person are not protected.',
    edits: [
      {
        file: 'src/records/protection.ts',
        from: 'where home.resident_id = ${person}.id and home.is_home and other.address_protected))`;',
        to: 'where home.resident_id = ${person}.id and home.is_home and mate.resident_id = ${person}.id and other.address_protected))`;',
      },
    ],
    tests: ['test/gateway/address-protection.test.ts'],
  },
  {
    sentence: 'Address protection is forgotten where there is no relationship, as in a search.',
    edits: [
      {
        file: lookUp,
        from: 'array_remove(array[${sql.join([...tie.conditions, ...protection(tie.adultOfHome)])}], null) as conditions',
        to: "case when ${tie.relationship} = 'NONE' then '{}'::text[] else array_remove(array[${sql.join([...tie.conditions, ...protection(tie.adultOfHome)])}], null) end as conditions",
      },
    ],
    tests: ['test/gateway/address-protection.test.ts'],
  },
  {
    sentence: 'An employee may work on the own record.',
    edits: [
      {
        file: scope,
        from: 'select from recreation.employee self where self.id = ${principalId ?? null}::uuid and self.resident_id = resident.id)`;',
        to: 'select from recreation.employee self where self.id = ${principalId ?? null}::uuid and self.id = resident.id)`;',
      },
    ],
    tests: ['test/resolvers/encounters.test.ts', 'test/resolvers/tickets.test.ts'],
  },
  {
    sentence: 'An employee looks at the own record as at anybody’s.',
    edits: [{ file: lookUp, from: ' and not ${tie.ownRecord}\n', to: '\n' }],
    tests: ['test/relationships/own-record.test.ts'],
  },
  {
    sentence: 'A guardian reads a minor’s tickets without the support history in the guardianship’s scope.',
    edits: [{ file: 'src/records/tickets.ts', from: ` and support.scope @> array['SUPPORT_HISTORY']))`, to: '))' }],
    tests: ['test/resolvers/tickets.test.ts'],
  },
  {
    sentence: 'A credit check that is closed still shows whom it was about.',
    edits: [
      {
        file: lookUp,
        from: `case when account.credit_check_open then 'CREDIT_CHECK_OPEN' end`,
        to: `case when account.resident_id is not null then 'CREDIT_CHECK_OPEN' end`,
      },
      {
        file: scope,
        from: 'where checked.resident_id = resident.id and checked.credit_check_open)`;',
        to: 'where checked.resident_id = resident.id)`;',
      },
    ],
    tests: ['test/resolvers/accounts.test.ts'],
  },
  {
    sentence: 'The counter’s search shows birth dates.',
    edits: [
      {
        file: 'src/policy/grants/employees.ts',
        from: `categories: ['EXISTENCE', ...name, 'AGE', ...contactHints, 'LOCALITY'],`,
        to: `categories: ['EXISTENCE', ...name, 'BIRTH_DATE', 'AGE', ...contactHints, 'LOCALITY'],`,
      },
    ],
    tests: ['test/policy/matrix.test.ts', 'test/gateway/shapes.test.ts'],
  },
];
