import { services } from '../../../demo/population/services.ts';
import { cast } from '../../../demo/personas.ts';

/** The ids of a resident to whom the cast has no relationship, and of that resident's rows. */
export const stranger = {
  id: '10000000-0000-4000-8000-0000000000aa',
  household: '90000000-0000-4000-8000-0000000000aa',
  purchase: 'a0000000-0000-4000-8000-0000000000aa',
  payment: 'c0000000-0000-4000-8000-0000000000aa',
  ticket: '50000000-0000-4000-8000-0000000000aa',
  message: 'b0000000-0000-4000-8000-0000000000aa',
  request: '60000000-0000-4000-8000-0000000000aa',
  encounter: '40000000-0000-4000-8000-0000000000aa',
} as const;

/**
 * Statements that put the stranger on record, with a household, a debt, a purchase, a payment, a ticket, a privacy request and an ended
 * encounter.
 * @param since the RFC 3339 time of all rows: it decides their place in lists by time
 */
export function addStranger(since: string): string {
  const { id, household, purchase, payment, ticket, message, request, encounter } = stranger;
  return `
    insert into recreation.resident (id, given_name, family_name, birth_date, email, phone, mobile_phone, street, locality, province, postal_code,
        card_number, registered_at)
      values ('${id}', 'Zebedee', 'Quartermain', '1971-03-02', 'z.quartermain@example.org', '+14035550166', '+14035550155',
        '9 Nowhere Row', 'Farlocality', 'AB', 'T9Z 9Z9', '4000001234567899', '${since}');
    insert into recreation.household values ('${household}');
    insert into recreation.household_member values ('${household}', '${id}', true);
    insert into recreation.account (resident_id, balance, overdue_amount, overdue_since, credit_check_open, assigned_to)
      values ('${id}', -612.37, 512.37, '2026-01-09', true, '${cast.collectionAgency}');
    insert into recreation.purchase values ('${purchase}', '${id}', '${services[0]!.id}', 6, 333.66, '${since}', '2026-02-03', '2026-11-29');
    insert into recreation.payment values ('${payment}', '${id}', '${purchase}', 151.13, 'CARD', '${since}');
    insert into recreation.ticket (id, number, resident_id, topic, subject, opened_at)
      values ('${ticket}', 'T-0', '${id}', 'OTHER', 'A stranger’s question', '${since}');
    insert into recreation.ticket_message (id, ticket_id, author_resident_id, body, sent_at)
      values ('${message}', '${ticket}', '${id}', 'What a stranger wrote', '${since}');
    insert into recreation.request (id, number, kind, resident_id, body, filed_at, due_on)
      values ('${request}', 'R-0', 'COMPLAINT', '${id}', 'What a stranger asked', '${since}', '2026-09-01');
    insert into recreation.encounter values ('${encounter}', '${cast.otherClerk}', '${id}', 'PAYMENT', '${since}', '${since}', '${since}');`;
}
