import type { Sabotage } from '../../../patch.ts';

const migration = 'src/town/people/tables/contacts.ts';
const mails = 'src/town/people/tables/contacts.ts';
const attack = ['test/attacks/identity/change-a-contact.test.ts'];
const silence = ['test/attacks/identity/silence-a-mailbox.test.ts'];
const notices = ['test/attacks/identity/mail-a-stranger.test.ts'];
const claims = ['test/attacks/identity/become-a-resident.test.ts'];
const together = 'recreation.may_vouch_together(code.issued_by, person.email_given_by, independent_since)';

/** What changes the mail address of a record. */
export const changingContacts: readonly Sabotage[] = [
  {
    sentence: 'Another mail address is on record before its mailbox is proven.',
    edits: [{ file: migration, from: "if old_email is null and given_by = 'EMPLOYEE' then", to: 'if given_by is not null then' }],
    tests: attack,
  },
  {
    sentence: 'The address on record is not told that another one was given.',
    edits: [
      {
        file: migration,
        from: "      perform identity.tell_of_contact(resident, 'CONTACT_CHANGING', next_email, instant);",
        to: '      perform 1;',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'The address that was on record is not told that another one has taken its place.',
    edits: [
      {
        file: migration,
        from: "      perform identity.tell_of_contact(person.id, 'CONTACT_CHANGED', person.waiting_email, instant);",
        to: '      perform 1;',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'The address that was on record is not told that it was removed.',
    edits: [{ file: migration, from: "        perform identity.tell_of_contact(resident, 'CONTACT_CHANGED', null, instant);\n", to: '' }],
    tests: attack,
  },
  {
    sentence: 'The link of an address works after another one was given.',
    edits: [
      { file: migration, from: "    delete from identity.link where kind = 'CONTACT' and resident_id = resident;\n", to: '' },
      { file: migration, from: 'and found.waiting_email = used.email and', to: 'and found.waiting_email is not null and' },
    ],
    tests: attack,
  },
  {
    sentence: 'The link of an address works for ever.',
    edits: [
      { file: migration, from: "kind = 'CONTACT' and valid_until > instant returning", to: "kind = 'CONTACT' returning" },
      { file: migration, from: 'and found.waiting_until > instant for update', to: 'for update' },
    ],
    tests: attack,
  },
  {
    sentence: 'Somebody who is no guardian any more puts an address on the record of a minor.',
    edits: [{ file: migration, from: "if person.waiting_set_by = 'GUARDIAN' and not", to: "if person.waiting_set_by = 'NOBODY' and not" }],
    tests: attack,
  },
  {
    sentence: 'An address that was asked for before the record was claimed is put on it.',
    edits: [
      {
        file: migration,
        from: 'perform identity.drop_waiting_contact(person.id) from recreation.resident',
        to: 'perform person.id from recreation.resident',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'The address of a false owner stays on record after the office undid the claim.',
    edits: [{ file: migration, from: "if tg_op = 'UPDATE' and new.undone_at is distinct from old.undone_at then", to: 'if false then' }],
    tests: ['test/attacks/identity/leave-a-contact-behind.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere gets the second code of a minor by an address of the guardian’s own.',
    edits: [{ file: migration, from: "when 'GUARDIAN' then false", to: "when 'GUARDIAN' then true" }],
    tests: attack,
  },
  {
    sentence: 'A clerk gets the second code of a record by an address that the same clerk gave.',
    edits: [{ file: migration, from: `and not ${together})`, to: 'and code.issued_by is null)' }],
    tests: claims,
  },
  {
    sentence: 'Two clerks whom one administrator brought in get the second code of a record by an address that one of them gave.',
    edits: [{ file: migration, from: `and not ${together})`, to: 'and code.issued_by = person.email_given_by)' }],
    tests: ['test/attacks/identity/vouch-with-an-accomplice.test.ts'],
  },
  {
    sentence: 'The link of an address is deleted before the row of the resident is locked, so that another address can end in a deadlock.',
    edits: [{ file: migration, from: "and link.kind = 'CONTACT') for update;", to: "and link.kind = 'NONE') for update;" }],
    tests: ['test/identity/accounts/contact-races.test.ts'],
  },
  {
    sentence: 'An address from the counter gets the second code of an address-protected person.',
    edits: [{ file: migration, from: 'then not (person.address_protected or person.lives_protected)\n          and not', to: 'then not' }],
    tests: claims,
  },
  {
    sentence: 'The answer tells that an address is another resident’s.',
    edits: [
      {
        file: migration,
        from: '    if retry_after is not null then return retry_after; end if;',
        to: `    if retry_after is not null or exists (select from recreation.resident held where held.id <> resident and held.email = next_email)
    then return coalesce(retry_after, 1); end if;`,
      },
    ],
    tests: attack,
  },
  {
    sentence: 'A stranger’s mailbox gets as many links as people ask for.',
    edits: [{ file: mails, from: '(waiting.is_own or of_all < mailbox_per_day)', to: '(waiting.is_own or of_all >= 0)' }],
    tests: attack,
  },
  {
    sentence: 'One stranger has all links of a day mailed to somebody’s mailbox.',
    edits: [{ file: mails, from: 'of_one < asker_per_day and (', to: '(' }],
    tests: silence,
  },
  {
    sentence: 'A link beyond what a mailbox may get in a day is never mailed.',
    edits: [
      {
        file: mails,
        from: 'set next_try_at = instant, asked_at = instant where id = waiting.id;\n',
        to: 'set next_try_at = instant, asked_at = instant where id = waiting.id;\n      else delete from identity.mail where id = waiting.id;\n',
      },
    ],
    tests: silence,
  },
  {
    sentence: 'Strangers who ask again and again keep the owner of a mailbox waiting.',
    edits: [
      {
        file: mails,
        from: 'earlier.mailed_for = named.mailed_for), mail.asked_at',
        to: 'earlier.mailed_for is null), mail.asked_at',
      },
    ],
    tests: silence,
  },
  {
    sentence: 'Strangers keep somebody waiting who signs in with the address.',
    edits: [{ file: mails, from: '(waiting.is_own or of_all < mailbox_per_day)', to: '(of_all < mailbox_per_day)' }],
    tests: silence,
  },
  {
    sentence: 'A mailbox that nobody has proven is told of every change.',
    edits: [
      {
        file: migration,
        from: 'and person.email is not null and (person.email_set_by is null or person.email_proven_at is not null)',
        to: 'and person.email is not null',
      },
    ],
    tests: notices,
  },
  {
    sentence: 'An address that is told gets a mail for each of a hundred changes.',
    edits: [
      {
        file: mails,
        from: "if waiting.kind <> 'CONTACT' and of_one < mailbox_per_day",
        to: "if waiting.kind <> 'CONTACT'",
      },
    ],
    tests: notices,
  },
  {
    sentence: 'An address that is told gets the notices of a hundred changes for weeks.',
    edits: [
      {
        file: migration,
        from: "waiting.email = told.email and waiting.next_try_at = 'infinity'",
        to: 'waiting.email <> told.email',
      },
    ],
    tests: notices,
  },
  {
    sentence: 'Somebody has links mailed to as many mailboxes as they like.',
    edits: [{ file: migration, from: 'case when count(*) >= asker_per_day then', to: 'case when count(*) < 0 then' }],
    tests: attack,
  },
  {
    sentence: 'The role of the gateway writes a mail address by itself.',
    edits: [
      {
        file: 'src/town/people/tables/residents.ts',
        from: 'grant insert, update (phone, mobile_phone,',
        to: 'grant insert, update (email, phone, mobile_phone,',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'A mail address is proven without an entry.',
    edits: [
      {
        file: 'src/identity/accounts/proofs/prove-contact.ts',
        from: "      await journal.byMail(transaction, 'prove-contact', residentId, now());\n",
        to: '',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'A partner to whom mail addresses are open reads one that nobody has proven.',
    edits: [
      {
        file: 'schema/residents.graphql',
        from: 'waitingEmail: String @personal(category: WAITING_EMAIL)',
        to: 'waitingEmail: String @personal(category: EMAIL)',
      },
    ],
    tests: ['test/corpus/corpus.test.ts'],
  },
];
