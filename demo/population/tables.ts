import type {
  DataCategory,
  CareArea,
  IdentityEvidence,
  MandateKind,
  PaymentMethod,
  Purpose,
  PrivacyRequestKind,
  Role,
  TicketTopic,
} from '../../src/town/shared/graphql/generated/schema.ts';
import type { addressFields, contactFields, registrationFields } from '../../src/town/people/resident-columns.ts';

// Each property is the column of the same name. Days are RFC 3339 full-dates, instants RFC 3339 in UTC, money has two decimals.

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

type ColumnsOf<Fields, Value> = { [F in keyof Fields & string as SnakeCase<F>]: Value };

/** The columns are those of src/town/people/resident-columns.ts. */
export type ResidentRow = ColumnsOf<typeof registrationFields, string> &
  ColumnsOf<typeof contactFields & typeof addressFields, string | null> & {
    id: string;
    card_number: string;
    address_protected: boolean;
    registered_at: string;
    identity_since: string | null;
    contact_since: string | null;
    card_since: string | null;
    email_set_by: 'SELF' | null;
    email_set_at: string | null;
    email_proven_at: string | null;
    email_stands_since: string;
    waiting_email: string | null;
    waiting_set_by: 'SELF' | null;
    waiting_asked_by: string | null;
    waiting_until: string | null;
  };

export interface GuardianshipRow {
  guardian_id: string;
  minor_id: string;
  scope: readonly CareArea[];
  valid_from: string;
  valid_until: string | null;
}

interface ServiceRow {
  id: string;
  name: string;
  description: string;
  price: string;
  minimum_age: number | null;
  valid_days: number | null;
}

export interface AccountRow {
  resident_id: string;
  balance: string;
  overdue_amount: string;
  overdue_since: string | null;
  credit_check_open: boolean;
  assigned_to: string | null;
}

export interface EmployeeRow {
  id: string;
  given_name: string;
  family_name: string;
  roles: readonly Role[];
  resident_id: string | null;
  reviews_log: boolean;
  work_email: string;
  record_declared_at: string;
  roles_since: string;
  roles_confirmed_at: string;
}

interface TicketRow {
  id: string;
  number: string;
  resident_id: string;
  topic: TicketTopic;
  subject: string;
  sensitive: boolean;
  assignee_id: string | null;
  opened_at: string;
  closed_at: string | null;
}

interface TicketMessageRow {
  id: string;
  ticket_id: string;
  author_resident_id: string | null;
  author_employee_id: string | null;
  body: string;
  sent_at: string;
}

interface PrivacyRequestRow {
  id: string;
  number: string;
  kind: PrivacyRequestKind;
  resident_id: string | null;
  body: string;
  contact_email: string | null;
  filed_at: string;
  due_on: string;
  assignee_id: string | null;
  answered_at: string | null;
  answer: string | null;
}

interface PrivacyRequestMessageRow {
  id: string;
  request_id: string;
  author_resident_id: string | null;
  author_employee_id: string | null;
  body: string;
  sent_at: string;
}

interface MandateRow {
  id: string;
  kind: MandateKind;
  reference: string;
  issuer: string;
  partner_id: string;
  purpose: Purpose;
  categories: readonly DataCategory[];
  valid_from: string;
  valid_until: string;
  recorded_by: string;
  recorded_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  revocation_reason: string | null;
}

export interface VisitRow {
  id: string;
  network_address: string;
  browser: string;
  platform: string;
  visited_at: string;
  section: string;
  download: string | null;
}

export interface AcknowledgementRow {
  employee_id: string;
  purpose: Purpose;
  version: string;
  at: string;
}

/** The tables that the population fills. */
export interface Tables {
  'recreation.partner': { id: string; name: string; role: Role };
  'recreation.service': ServiceRow;
  'recreation.resident': ResidentRow;
  'recreation.household': { id: string };
  'recreation.household_member': { household_id: string; resident_id: string; is_home: boolean; since: string | null };
  'recreation.guardianship': GuardianshipRow;
  'recreation.account': AccountRow;
  'recreation.purchase': {
    id: string;
    resident_id: string;
    service_id: string;
    quantity: number;
    amount: string;
    purchased_at: string;
    valid_from: string | null;
    valid_until: string | null;
  };
  'recreation.payment': {
    id: string;
    resident_id: string;
    purchase_id: string | null;
    amount: string;
    method: PaymentMethod;
    paid_at: string;
  };
  'recreation.employee': EmployeeRow;
  'recreation.acknowledgement': AcknowledgementRow;
  'recreation.statement_acknowledgement': { resident_id: string; version: string; at: string };
  'recreation.ticket': TicketRow;
  'recreation.ticket_message': TicketMessageRow;
  'recreation.ticket_read': { ticket_id: string; reader_id: string; read_at: string };
  'recreation.encounter': {
    id: string;
    employee_id: string;
    resident_id: string;
    purpose: Purpose;
    started_at: string;
    last_active_at: string;
    ended_at: string | null;
    identified_by: IdentityEvidence;
  };
  'recreation.request': PrivacyRequestRow;
  'recreation.request_message': PrivacyRequestMessageRow;
  'recreation.mandate': MandateRow;
  'recreation.mandate_subject': { mandate_id: string; resident_id: string };
  'recreation.mandate_approval': { mandate_id: string; employee_id: string; approved_at: string };
  'recreation.mandate_seal': {
    id: string;
    mandate_id: string;
    extends: boolean;
    sealed_until: string;
    proposed_by: string;
    proposed_at: string;
  };
  'recreation.mandate_seal_approval': { seal_id: string; employee_id: string; approved_at: string };
  'web.visit': VisitRow;
}

export type TableName = keyof Tables;

/** Every table after those that it refers to. */
export const tableOrder = [
  'recreation.partner',
  'recreation.service',
  'recreation.resident',
  'recreation.statement_acknowledgement',
  'recreation.household',
  'recreation.household_member',
  'recreation.guardianship',
  'recreation.account',
  'recreation.purchase',
  'recreation.payment',
  'recreation.employee',
  'recreation.acknowledgement',
  'recreation.ticket',
  'recreation.ticket_message',
  'recreation.ticket_read',
  'recreation.encounter',
  'recreation.request',
  'recreation.request_message',
  'recreation.mandate',
  'recreation.mandate_subject',
  'recreation.mandate_approval',
  'recreation.mandate_seal',
  'recreation.mandate_seal_approval',
  'web.visit',
] as const satisfies readonly TableName[];
