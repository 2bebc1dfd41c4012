import type { TicketTopic } from '../../src/town/shared/graphql/generated/schema.ts';
import { oneDay } from './dates.ts';
import type { Batch } from './batch.ts';
import { colleagues } from './staff.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

interface Problem {
  readonly topic: TicketTopic;
  readonly subject: string;
  readonly question: string;
  readonly reply: string;
}

const problems: readonly Problem[] = [
  {
    topic: 'SIGNING_IN',
    subject: 'I cannot sign in',
    question: 'The website says that my password is wrong, and the letter to reset it never arrives.',
    reply: 'We have sent the letter again. Please look in the junk folder too.',
  },
  {
    topic: 'REGISTRATION',
    subject: 'The skating course is full',
    question: 'We were on the waiting list for the skating course. Has a place come free?',
    reply: 'One place came free this morning, and we have put you down for it.',
  },
  {
    topic: 'PAYMENT',
    subject: 'Charged twice',
    question: 'The monthly pass was charged twice. Can the second payment be given back?',
    reply: 'The second payment goes back to your card within five days.',
  },
  {
    topic: 'WEBSITE',
    subject: 'The calendar stays empty',
    question: 'The pool’s calendar shows nothing at all on my telephone.',
    reply: 'Thank you: the calendar was broken on small screens and is mended now.',
  },
  {
    topic: 'OTHER',
    subject: 'Something left in the change room',
    question: 'My daughter left a blue jacket in the change room on Saturday.',
    reply: 'A blue jacket is at the desk. It stays there for two weeks.',
  },
];

/** Gives a tenth of the residents a ticket with messages. It is open or closed, assigned to an employee or not. */
export function addTicket(batch: Batch, { doings, now, caseNumbers }: World, resident: ResidentRow): void {
  if (!doings.chance(0.1)) return;
  const until = now.getTime();
  const opened = Math.max(Date.parse(resident.registered_at), until - doings.between(1, 400) * oneDay - doings.below(oneDay));
  const closed = doings.chance(0.6) ? opened + Math.floor((until - opened) * doings.fraction()) : undefined;
  const assignee = closed !== undefined || doings.chance(0.6) ? doings.pick(colleagues.supporters) : null;
  const { topic, subject, question, reply } = doings.pick(problems);
  const id = doings.uuid();
  const name = `${resident.given_name} ${resident.family_name}`;
  const mark = id.slice(-6);
  batch.add('recreation.ticket', {
    id,
    number: caseNumbers('T'),
    resident_id: resident.id,
    topic,
    subject: `${subject} (${mark}, ${name})`,
    sensitive: false,
    assignee_id: assignee,
    opened_at: new Date(opened).toISOString(),
    closed_at: closed === undefined ? null : new Date(closed).toISOString(),
  });
  const say = (employee: string | null, body: string, sent: number): void =>
    batch.add('recreation.ticket_message', {
      id: doings.uuid(),
      ticket_id: id,
      author_resident_id: employee === null ? resident.id : null,
      author_employee_id: employee,
      body,
      sent_at: new Date(sent).toISOString(),
    });
  const end = closed ?? until;
  say(null, `${question} My name is ${name}, and my ticket ends in ${mark}.`, opened);
  if (assignee === null || !doings.chance(0.85)) return;
  say(assignee, `${reply} (Ticket ${mark}, ${name}.)`, opened + Math.floor((end - opened) * 0.5));
  if (doings.chance(0.4))
    say(null, `That was quick: thank you, from ${name} of ticket ${mark}.`, opened + Math.floor((end - opened) * 0.8));
}
