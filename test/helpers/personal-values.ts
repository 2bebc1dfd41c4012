import type { TestDatabase } from './cluster.ts';

/** Where the values of a personal leaf field are kept: a select list item and its table. */
type Kept = readonly [expression: string, table: string];

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const resident = (expression: string): Kept => [expression, 'recreation.resident resident'];
const account = (column: string): Kept => [`${column}::text`, 'recreation.account'];
const employee = (column: string): Kept => [`${column}::text`, 'recreation.employee'];
const visit = (expression: string): Kept => [expression, 'web.visit'];
const person = {
  id: resident('id::text'),
  givenName: resident('given_name'),
  familyName: resident('family_name'),
  initials: resident('initials'),
  ageBand: resident(`recreation.age_band(resident, '2026-06-15')`),
};

/** Every personal leaf field of the schema with the place of its values; a text says why they can't be searched for. */
export const keptAt: Readonly<Record<string, Kept | string>> = {
  ...Object.fromEntries(
    ['Resident', 'HouseholdMember'].flatMap((type) => Object.entries(person).map(([name, kept]) => [`${type}.${name}`, kept])),
  ),
  'Resident.birthDate': resident('birth_date::text'),
  'Resident.email': resident('email'),
  'Resident.emailHint': resident('email_hint'),
  'Resident.phone': resident('phone'),
  'Resident.phoneHint': resident('phone_hint'),
  'Resident.mobilePhone': resident('mobile_phone'),
  'Address.street': resident('street'),
  'Address.locality': resident('locality'),
  'Address.province': 'two letters',
  'Address.postalCode': resident('postal_code'),
  'Household.id': ['id::text', 'recreation.household'],
  'Guardianship.scope': 'words of the schema',
  'Account.balance': account('balance'),
  'Account.overdueAmount': account('overdue_amount'),
  'Account.overdueSince': account('overdue_since'),
  'Account.creditCheckOpen': 'true or false',
  'Purchase.id': ['id::text', 'recreation.purchase'],
  'Purchase.quantity': 'a small number',
  'Purchase.amount': ['amount::text', 'recreation.purchase'],
  'Purchase.purchasedAt': [instant('purchased_at'), 'recreation.purchase'],
  'PurchaseConnection.totalCount': 'a small number',
  'PurchaseEdge.cursor': 'sealed',
  'TicketHistoryConnection.totalCount': 'a small number',
  'TicketHistoryEdge.cursor': 'sealed',
  'Ticket.sensitive': 'true or false',
  'Ticket.subject': ['subject', 'recreation.ticket'],
  'TicketMessage.id': ['id::text', 'recreation.ticket_message'],
  'TicketMessage.body': ['body', 'recreation.ticket_message'],
  'TicketMessage.sentAt': [instant('sent_at'), 'recreation.ticket_message'],
  'Request.body': ['body', 'recreation.request'],
  'Request.answer': ['answer', 'recreation.request'],
  'Request.contactEmail': ['contact_email', 'recreation.request'],
  'Employee.id': employee('id'),
  'Employee.givenName': employee('given_name'),
  'Employee.familyName': employee('family_name'),
  'WebVisit.networkAddress': visit('host(network_address)'),
  'WebVisit.browser': visit('browser'),
  'WebVisit.platform': visit('platform'),
  'WebVisit.visitedAt': visit(instant('visited_at')),
  'WebVisit.section': visit('section'),
  'WebVisit.download': visit('download'),
  'WebVisitStatistic.value': visit('section'),
  'WebVisitStatistic.visits': 'a small number',
  'AccessEntrySubject.pseudonym': 'each reader’s own',
  'AccessEntrySubject.relationship': 'words of the schema',
  'AccessEntrySubject.released': 'coordinates of the schema',
  'AccessEntrySubject.withheld': 'coordinates of the schema',
  'AccessHistoryConnection.totalCount': 'a small number',
  'AccessHistoryEdge.cursor': 'sealed',
  // Every answer's receipt holds its own entry's id, and every entry an instant and a role.
  'AccessHistoryEntry.id': 'in receipts',
  'AccessHistoryEntry.at': 'of the test’s one instant',
  'AccessHistoryEntry.purpose': 'words of the schema',
  'AccessHistoryEntry.authority': 'the same for everybody',
  'AccessHistoryEntry.why': 'made up of words',
  'AccessHistoryEntry.fields': 'names of categories',
  'AccessHistoryEntry.case': 'each reader’s own',
  'AccessHistoryEntry.kind': 'words of the schema',
  'AccessReader.role': 'words of the schema',
  'Request.questionedEntry': 'in receipts',
};

/** Shorter texts stand in others by chance. */
const shortest: Readonly<Record<string, number>> = { 'Account.balance': 5, 'Account.overdueAmount': 5, 'Purchase.amount': 5 };

export interface PersonalValue {
  /** Schema coordinate. */
  readonly coordinate: string;
  readonly value: string;
}

/** Reads every personal value of a database, as the gateway would write it. */
export async function personalValues(database: TestDatabase): Promise<PersonalValue[]> {
  const parts = Object.entries(keptAt).flatMap(([coordinate, kept]) => {
    if (typeof kept === 'string') return [];
    const [expression, table] = kept;
    return [
      `select distinct '${coordinate}' as coordinate, ${expression} as value from ${table} where length(${expression}) >= ${shortest[coordinate] ?? 3}`,
    ];
  });
  return database.asOwner<{ coordinate: string; value: string }>(parts.join(' union all '));
}
