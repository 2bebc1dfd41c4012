import type { PrivacyRequestKind, TicketTopic } from '../../src/generated/schema.ts';
import { daysAgo, oneDay, yearsAfter } from './dates.ts';
import type { Batch } from './batch.ts';
import { cast, matters } from '../personas.ts';
import { dueOn } from './requests.ts';
import type { World } from './world.ts';

interface CastTicket {
  readonly id: string;
  readonly resident: string;
  readonly topic: TicketTopic;
  readonly subject: string;
  readonly assignee: string | null;
  readonly openedDays: number;
  readonly closedDays?: number;
  /** Messages alternate between the resident and the assignee. */
  readonly messages: readonly string[];
}

const tickets: readonly CastTicket[] = [
  {
    id: matters.ticket,
    resident: cast.resident,
    topic: 'PAYMENT',
    subject: 'Lifeguard course paid twice by Castellow',
    assignee: cast.supporter,
    openedDays: 6,
    messages: [
      'The lifeguard course left my card two times. Peregrine Castellow, 000001.',
      'We see both payments and ask the bank for the later one. Ticket 000001, for Castellow.',
      'Perfect, 000001 can stay open until the money is back. Peregrine.',
    ],
  },
  {
    id: matters.protectedTicket,
    resident: cast.protectedPerson,
    topic: 'OTHER',
    subject: 'Parcels for Holloway',
    assignee: cast.supporter,
    openedDays: 4,
    messages: [
      'Somebody asked the front desk about my parcels. Please tell nobody where we live. Seraphina Holloway, 000002.',
      'Your record is marked, and nobody is told. Ticket 000002, for Holloway.',
    ],
  },
  {
    id: matters.closedTicket,
    resident: cast.resident,
    topic: 'SIGNING_IN',
    subject: 'Locked out of the youth pass, Castellow',
    assignee: cast.supporter,
    openedDays: 83,
    closedDays: 80,
    messages: ['The youth pass locks me out. Peregrine Castellow, 000003.', 'It works again. Ticket 000003, for Castellow.'],
  },
  {
    id: matters.otherTicket,
    resident: cast.neighbour,
    topic: 'REGISTRATION',
    subject: 'Shelter booking of Fairweather',
    assignee: cast.otherSupporter,
    openedDays: 3,
    messages: ['Is the shelter mine for the 12th? Ottoline Fairweather, 000004.', 'It is. Ticket 000004, for Fairweather.'],
  },
  {
    id: matters.unassignedTicket,
    resident: cast.neighbour,
    topic: 'WEBSITE',
    subject: 'Fairweather finds no calendar',
    assignee: null,
    openedDays: 1,
    messages: ['Your calendar is blank in my reading room. Ottoline Fairweather, 000005.'],
  },
];

type CastRequest = readonly [
  id: string,
  kind: PrivacyRequestKind,
  resident: string | null,
  assignee: string | null,
  days: number,
  body: string,
];

const requests: readonly CastRequest[] = [
  [
    matters.request,
    'ACCESS',
    cast.resident,
    cast.privacyOfficer,
    9,
    'Please show me everything on record about me. Peregrine Castellow, R000001.',
  ],
  [
    matters.protectedRequest,
    'ACCESS',
    cast.protectedPerson,
    cast.privacyOfficer,
    7,
    'Who has looked at my record, and why? Seraphina Holloway, R000002.',
  ],
  [
    matters.anonymousRequest,
    'QUESTION',
    null,
    cast.privacyOfficer,
    5,
    'I have no account. Do your cameras record the parking lot? Evangeline Tolliver, R000003.',
  ],
  [matters.unassignedRequest, 'COMPLAINT', cast.neighbour, null, 2, 'My mail went next door again. Ottoline Fairweather, R000004.'],
];

/** Messages about the resident's request. They alternate between the officer and the resident. */
const requestMessages: readonly string[] = [
  'Do you want the lifeguard course of last year as well? Request R000001, for Castellow.',
  'Yes please, R000001 is about all of it. Peregrine.',
];

/** The e-mail address of the sender without an account. */
const anonymousAddress = 'gatepost.question@example.org';

/** Adds the cast's tickets, requests and open encounters. */
export function addCastCases(batch: Batch, { now, caseNumbers }: World): void {
  for (const { id, resident, topic, subject, assignee, openedDays, closedDays, messages } of tickets) {
    batch.add('recreation.ticket', {
      id,
      number: caseNumbers('T'),
      resident_id: resident,
      topic,
      subject,
      sensitive: false,
      assignee_id: assignee,
      opened_at: daysAgo(now, openedDays),
      closed_at: closedDays === undefined ? null : daysAgo(now, closedDays),
    });
    // Who asked has read what was written until the ticket was closed.
    if (closedDays !== undefined)
      batch.add('recreation.ticket_read', { ticket_id: id, reader_id: resident, read_at: daysAgo(now, closedDays) });
    for (const [index, body] of messages.entries()) {
      const fromResident = index % 2 === 0;
      batch.add('recreation.ticket_message', {
        id: `b0000000-0000-4000-8000-${id.slice(-6)}00000${index + 1}`,
        ticket_id: id,
        author_resident_id: fromResident ? resident : null,
        author_employee_id: fromResident ? null : assignee,
        body,
        sent_at: daysAgo(now, openedDays - index / 4),
      });
    }
  }
  for (const [id, kind, resident_id, assignee_id, days, body] of requests) {
    batch.add('recreation.request', {
      id,
      number: caseNumbers('R'),
      kind,
      resident_id,
      body,
      contact_email: resident_id === null ? anonymousAddress : null,
      filed_at: daysAgo(now, days),
      due_on: dueOn(new Date(now.getTime() - days * oneDay)),
      assignee_id,
      answered_at: null,
      answer: null,
    });
  }
  for (const [index, body] of requestMessages.entries()) {
    const fromResident = index % 2 === 1;
    batch.add('recreation.request_message', {
      id: `b1000000-0000-4000-8000-${matters.request.slice(-6)}00000${index + 1}`,
      request_id: matters.request,
      author_resident_id: fromResident ? cast.resident : null,
      author_employee_id: fromResident ? null : cast.privacyOfficer,
      body,
      sent_at: daysAgo(now, 8 - index / 4),
    });
  }
  const open = (id: string, employee_id: string, resident_id: string): void =>
    batch.add('recreation.encounter', {
      id,
      employee_id,
      resident_id,
      purpose: 'SERVICE_PROVISION',
      started_at: daysAgo(now, 1 / 24),
      // An encounter ends after some idle time. These never become idle.
      last_active_at: yearsAfter(now, 10).toISOString(),
      ended_at: null,
    });
  open(matters.encounter, cast.clerk, cast.resident);
  open(matters.otherEncounter, cast.otherClerk, cast.protectedPerson);
}
