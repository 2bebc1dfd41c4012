import type { PrivacyRequestKind, TicketTopic } from '../../src/town/shared/graphql/generated/schema.ts';
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
    subject: 'Lifeguard course paid twice',
    assignee: cast.supporter,
    openedDays: 6,
    messages: [
      'My card was charged twice for the lifeguard course. Can I have one payment back?',
      'Dear Peregrine Castellow, we see both payments, and have asked the bank to return the later one.',
      'Perfect! Please keep my question open until the money is back.',
    ],
  },
  {
    id: matters.protectedTicket,
    resident: cast.protectedPerson,
    topic: 'OTHER',
    subject: 'Parcels at the front desk',
    assignee: cast.supporter,
    openedDays: 4,
    messages: [
      'Somebody asked the front desk about my parcels. Please tell nobody where we live.',
      'Dear Seraphina Holloway, your record is marked, and nobody is told where you live.',
    ],
  },
  {
    id: matters.closedTicket,
    resident: cast.resident,
    topic: 'SIGNING_IN',
    subject: 'Locked out of the youth pass',
    assignee: cast.supporter,
    openedDays: 83,
    closedDays: 80,
    messages: [
      'The gate does not open for my youth pass any more.',
      'Dear Peregrine Castellow, the pass had lost the link with your card. It opens the gate again.',
    ],
  },
  {
    id: matters.otherTicket,
    resident: cast.neighbour,
    topic: 'REGISTRATION',
    subject: 'Shelter booking for the 12th',
    assignee: cast.otherSupporter,
    openedDays: 3,
    messages: ['Is the picnic shelter still mine on the 12th?', 'It is: the shelter is booked for Fairweather, for the whole day.'],
  },
  {
    id: matters.unassignedTicket,
    resident: cast.neighbour,
    topic: 'WEBSITE',
    subject: 'The calendar is blank',
    assignee: null,
    openedDays: 1,
    messages: ['The calendar of the pools shows no dates on the tablet in my reading room.'],
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
  [matters.request, 'ACCESS', cast.resident, cast.privacyOfficer, 9, 'Please show me everything that you have on record about me.'],
  [matters.protectedRequest, 'ACCESS', cast.protectedPerson, cast.privacyOfficer, 7, 'Who has looked at my record this year, and why?'],
  [
    matters.anonymousRequest,
    'QUESTION',
    null,
    cast.privacyOfficer,
    5,
    'My name is Evangeline Tolliver, and I have no account. Do the cameras at the pool record the parking lot, and for how long do you keep that?',
  ],
  [matters.unassignedRequest, 'COMPLAINT', cast.neighbour, null, 2, 'Again a letter to me was delivered next door.'],
];

/** Messages about the resident's request. They alternate between the officer and the resident. */
const requestMessages: readonly string[] = [
  'Dear Peregrine Castellow, do you want what we keep about the lifeguard course of last year as well?',
  'Yes please, I mean all of it.',
];

/** The email address of the sender without an account. */
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
    // The resident has read all messages up to the closing of the ticket.
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
      identified_by: 'PHOTO_CARD',
    });
  open(matters.encounter, cast.clerk, cast.resident);
  open(matters.otherEncounter, cast.otherClerk, cast.protectedPerson);
}
