import { hiddenResidents, inToldHistory, keepRows, type Difference } from './difference.ts';
import * as invent from './invent.ts';
import type { Town } from './town.ts';

/** Other tickets, requests and encounters; where a queue shows a row, the same row about somebody else, with other words. */
export function changeCases(difference: Difference): void {
  changeTickets(difference);
  changeMessages(difference);
  changeRequests(difference);
  changeEncounters(difference);
}

function changeTickets(difference: Difference): void {
  const { town, random, standpoint, oracle, sees, exists, now } = difference;
  const queue = oracle.scopeOf('Query.tickets') === 'QUEUE';
  const own = ownRecordOf(difference);
  const others = hiddenResidents(difference);
  // That its reads are told of says that a ticket is there, and not in confidence.
  const told = inToldHistory(difference);
  const shown = ({ resident_id }: Town['recreation.ticket'][number]): boolean => queue || sees(resident_id, 'SUPPORT_HISTORY');
  keepRows(town, 'recreation.ticket', (ticket) => shown(ticket) || told.has(ticket.id) || random.chance(0.5));
  for (const ticket of town['recreation.ticket']) {
    if (sees(ticket.resident_id, 'SUPPORT_HISTORY')) continue;
    ticket.subject = invent.text(random);
    const moves = !told.has(ticket.id) && !exists(ticket.resident_id) && ticket.resident_id !== own && others.length > 0;
    if (moves) ticket.resident_id = random.pick(others).id;
    if (shown(ticket)) continue;
    ticket.topic = random.pick(['PAYMENT', 'WEBSITE', 'OTHER']);
    ticket.opened_at = invent.instant(random, now);
    ticket.closed_at = random.chance(0.5) ? null : now.toISOString();
    ticket.assignee_id = random.chance(0.5) ? null : random.pick(town['recreation.employee']).id;
  }
  addSensitive(difference);
  if (queue || others.length === 0) return;
  for (let left = random.between(1, 9); left > 0; left -= 1) {
    town['recreation.ticket'].push({
      id: random.uuid(),
      number: `T-${random.between(100_000, 999_999)}-${left}`,
      resident_id: random.pick(others).id,
      topic: 'OTHER',
      subject: invent.text(random),
      sensitive: random.chance(0.5),
      assignee_id: standpoint.role === 'SUPPORT' ? null : random.pick(town['recreation.employee']).id,
      opened_at: invent.instant(random, now),
      closed_at: null,
    });
  }
}

/** What a minor asks in confidence: not for the guardian to see, who sees the minor's other tickets. */
function addSensitive({ town, random, standpoint, sees, now }: Difference): void {
  if (standpoint.role !== 'RESIDENT') return;
  const minors = town['recreation.resident'].filter(({ id }) => id !== standpoint.principal && sees(id, 'SUPPORT_HISTORY'));
  for (const { id: resident_id } of minors) {
    if (random.chance(0.5)) continue;
    town['recreation.ticket'].push({
      id: random.uuid(),
      number: `T-${random.between(1_000_000, 9_999_999)}`,
      resident_id,
      topic: 'OTHER',
      subject: invent.text(random),
      sensitive: true,
      assignee_id: null,
      opened_at: now.toISOString(),
      closed_at: null,
    });
  }
}

function changeMessages({ town, random, sees, now }: Difference): void {
  const owners = new Map(town['recreation.ticket'].map(({ id, resident_id }) => [id, resident_id]));
  const shown = (ticketId: string): boolean => sees(owners.get(ticketId), 'SUPPORT_HISTORY');
  keepRows(town, 'recreation.ticket_message', ({ ticket_id }) => owners.has(ticket_id) && shown(ticket_id));
  for (const [ticket_id, author] of owners) {
    if (shown(ticket_id)) continue;
    for (let left = random.below(4); left > 0; left -= 1) {
      const byResident = random.chance(0.5);
      town['recreation.ticket_message'].push({
        id: random.uuid(),
        ticket_id,
        author_resident_id: byResident ? author : null,
        author_employee_id: byResident ? null : random.pick(town['recreation.employee']).id,
        body: invent.text(random),
        sent_at: invent.instant(random, now),
      });
    }
  }
}

function changeRequests(difference: Difference): void {
  const { town, random, standpoint, oracle, sees, exists, now } = difference;
  const queue = oracle.scopeOf('Query.requests') === 'QUEUE';
  const own = ownRecordOf(difference);
  const others = hiddenResidents(difference);
  const seesOf = ({ id, resident_id }: Town['recreation.request'][number], category: string): boolean =>
    resident_id === null ? oracle.ofRequest(id).has(category) : sees(resident_id, category);
  // Under a case only that very request is a row; a resident's own are theirs.
  const isOwn = (row: Town['recreation.request'][number]): boolean =>
    row.resident_id === standpoint.principal || row.id === standpoint.case;
  keepRows(town, 'recreation.request', (row) => queue || isOwn(row) || random.chance(0.5));
  for (const request of town['recreation.request']) {
    if (!seesOf(request, 'SUPPORT_HISTORY')) {
      request.body = invent.text(random);
      request.answer = request.answered_at === null ? null : random.chance(0.3) ? null : invent.text(random);
    }
    if (!seesOf(request, 'EMAIL')) request.contact_email = random.chance(0.5) ? null : invent.email(random);
    const hidden = request.resident_id === null ? !isOwn(request) : !exists(request.resident_id) && request.resident_id !== own;
    if (hidden && !isOwn(request) && others.length > 0) request.resident_id = random.chance(0.2) ? null : random.pick(others).id;
    if (queue || isOwn(request)) continue;
    request.kind = random.pick(['ACCESS', 'COMPLAINT', 'COMMENT']);
    request.filed_at = invent.instant(random, now);
    request.assignee_id = random.chance(0.5) ? null : random.pick(town['recreation.employee']).id;
  }
}

function changeEncounters(difference: Difference): void {
  const { town, random, standpoint, now } = difference;
  const told = inToldHistory(difference);
  const own = (employeeId: string): boolean => employeeId === standpoint.principal;
  keepRows(town, 'recreation.encounter', ({ id, employee_id }) => own(employee_id) || told.has(id) || random.chance(0.5));
  for (const encounter of town['recreation.encounter']) {
    if (own(encounter.employee_id)) continue;
    encounter.resident_id = random.pick(town['recreation.resident']).id;
    encounter.purpose = random.pick(['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION']);
    if (!told.has(encounter.id)) encounter.started_at = invent.instant(random, now);
  }
}

function ownRecordOf({ town, standpoint }: Difference): string | null | undefined {
  return town['recreation.employee'].find(({ id }) => id === standpoint.principal)?.resident_id;
}
