import type { Sabotage } from '../../../patch.ts';

const attack = ['test/attacks/identity/contacts/change-a-contact.test.ts'];
const silence = ['test/attacks/identity/contacts/silence-a-mailbox.test.ts'];
const notices = ['test/attacks/identity/contacts/mail-a-stranger.test.ts'];
const claims = ['test/attacks/identity/accounts/become-a-resident.test.ts'];

/** Ways to change the mail address of a record. */
export const changingContacts: readonly Sabotage[] = [
  {
    sentence: 'Another mail address is on record before its mailbox is proven.',
    edits: [{ in: 'contacts', text: "old_email is null and given_by = 'EMPLOYEE'", by: 'given_by is not null' }],
    tests: attack,
  },
  {
    sentence: 'The address on record is not told that another one was given.',
    edits: [{ in: 'contacts', text: "identity.tell_of_contact(resident, 'CONTACT_CHANGING', $ARGUMENTS)", by: '1' }],
    tests: attack,
  },
  {
    sentence: 'The address that was on record is not told that another one has taken its place.',
    edits: [{ in: 'contacts', text: "identity.tell_of_contact(person.id, 'CONTACT_CHANGED', $ARGUMENTS)", by: '1' }],
    tests: attack,
  },
  {
    sentence: 'The address that was on record is not told that it was removed.',
    edits: [{ in: 'contacts', text: "perform identity.tell_of_contact(resident, 'CONTACT_CHANGED', $ARGUMENTS);", by: '' }],
    tests: attack,
  },
  {
    sentence: 'The link of an address works after another one was given.',
    edits: [
      { in: 'contacts', text: "delete from identity.link where kind = 'CONTACT' and resident_id = resident;", by: '' },
      { in: 'contacts', text: 'found.waiting_email = used.email', by: 'found.waiting_email is not null' },
    ],
    tests: attack,
  },
  {
    sentence: 'The link of an address works for ever.',
    edits: [
      { in: 'contacts', text: 'and valid_until > instant', by: '' },
      { in: 'contacts', text: 'and found.waiting_until > instant', by: '' },
    ],
    tests: attack,
  },
  {
    sentence: 'Somebody who is no guardian any more puts an address on the record of a minor.',
    edits: [{ in: 'contacts', text: "person.waiting_set_by = 'GUARDIAN'", by: "person.waiting_set_by = 'NOBODY'" }],
    tests: attack,
  },
  {
    sentence: 'An address that was asked for before the record was claimed is put on it.',
    edits: [{ in: 'contacts', text: 'perform identity.drop_waiting_contact(person.id) from', by: 'perform person.id from' }],
    tests: attack,
  },
  {
    sentence: 'The address of a false owner stays on record after the office undid the claim.',
    edits: [{ in: 'contacts', text: "tg_op = 'UPDATE' and new.undone_at is distinct from old.undone_at", by: 'false' }],
    tests: ['test/attacks/identity/contacts/leave-a-contact-behind.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere gets the second code of a minor by an address of the guardian’s own.',
    edits: [
      { in: 'contacts', text: "when 'GUARDIAN' then false", by: "when 'GUARDIAN' then true" },
      {
        in: 'contacts',
        text: "is null or person.email_set_by = 'SELF' or",
        by: "is null or person.email_set_by in ('SELF', 'GUARDIAN') or",
      },
    ],
    tests: attack,
  },
  {
    sentence: 'A clerk gets the second code of a record by an address that the same clerk gave.',
    edits: [
      {
        in: 'contacts',
        text: 'not recreation.may_vouch_together(code.issued_by, person.email_given_by, $SINCE)',
        by: 'code.issued_by is null',
      },
    ],
    tests: claims,
  },
  {
    sentence: 'Two clerks whom one administrator brought in get the second code of a record by an address that one of them gave.',
    edits: [
      {
        in: 'contacts',
        text: 'not recreation.may_vouch_together(code.issued_by, person.email_given_by, $SINCE)',
        by: 'code.issued_by = person.email_given_by',
      },
    ],
    tests: ['test/attacks/identity/accounts/vouch-with-an-accomplice.test.ts'],
  },
  {
    sentence: 'The link of an address is deleted before the row of the resident is locked, so that another address can end in a deadlock.',
    edits: [{ in: 'contacts', text: "link.kind = 'CONTACT'", by: "link.kind = 'NONE'" }],
    tests: ['test/identity/accounts/contact-races.test.ts'],
  },
  {
    sentence: 'An address from the counter gets the second code of an address-protected person.',
    edits: [{ in: 'contacts', text: 'not (person.address_protected or person.lives_protected) and', by: '' }],
    tests: claims,
  },
  {
    sentence: 'The answer tells that an address is another resident’s.',
    edits: [
      {
        in: 'contacts',
        text: 'if retry_after is not null then return retry_after;',
        by: 'if retry_after is not null or exists (select from recreation.resident held where held.id <> resident and held.email = next_email) then return coalesce(retry_after, 1);',
      },
    ],
    tests: attack,
  },
  {
    sentence: 'A stranger’s mailbox gets as many links as people ask for.',
    edits: [{ in: 'contacts', text: 'of_all < mailbox_per_day', by: 'of_all >= 0' }],
    tests: attack,
  },
  {
    sentence: 'One stranger has all links of a day mailed to somebody’s mailbox.',
    edits: [{ in: 'contacts', text: 'and of_one < asker_per_day', by: '' }],
    tests: silence,
  },
  {
    sentence: 'A link beyond what a mailbox may get in a day is never mailed.',
    edits: [
      { in: 'contacts', text: 'asked_at = instant where id = waiting.id;', by: '$0 else delete from identity.mail where id = waiting.id;' },
    ],
    tests: silence,
  },
  {
    sentence: 'Strangers who ask again and again keep the owner of a mailbox waiting.',
    edits: [{ in: 'contacts', text: 'earlier.mailed_for = named.mailed_for', by: 'earlier.mailed_for is null' }],
    tests: silence,
  },
  {
    sentence: 'Strangers keep somebody waiting who signs in with the address.',
    edits: [{ in: 'contacts', text: 'waiting.is_own or', by: '' }],
    tests: silence,
  },
  {
    sentence: 'A mailbox that nobody has proven is told of every change.',
    edits: [{ in: 'contacts', text: 'and (person.email_set_by is null or person.email_proven_at is not null) union', by: 'union' }],
    tests: notices,
  },
  {
    sentence: 'An address that is told gets a mail for each of a hundred changes.',
    edits: [{ in: 'contacts', text: 'and of_one < mailbox_per_day', by: '' }],
    tests: notices,
  },
  {
    sentence: 'An address that is told gets the notices of a hundred changes for weeks.',
    edits: [{ in: 'contacts', text: "= told.email and waiting.next_try_at = 'infinity'", by: '<> told.email' }],
    tests: notices,
  },
  {
    sentence: 'Somebody has links mailed to as many mailboxes as they like.',
    edits: [{ in: 'contacts', text: 'count(*) >= asker_per_day', by: 'count(*) < 0' }],
    tests: attack,
  },
  {
    sentence: 'The role of the gateway writes a mail address by itself.',
    edits: [{ in: 'residents.ts#residents', text: 'insert, update (phone', by: 'insert, update (email, phone' }],
    tests: attack,
  },
  {
    sentence: 'A mail address is proven without an entry.',
    edits: [{ in: 'openProveContact', drop: 'await $JOURNAL.byMail($$$)' }],
    tests: attack,
  },
  {
    sentence: 'A partner to whom mail addresses are open reads one that nobody has proven.',
    edits: [
      {
        file: 'schema/people.graphql',
        text: 'waitingEmail: String @personal(category: WAITING_EMAIL)',
        by: 'waitingEmail: String @personal(category: EMAIL)',
      },
    ],
    tests: ['test/corpus/corpus.test.ts'],
  },
];
