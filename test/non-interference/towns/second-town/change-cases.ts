import { conflictsOfInterest } from '../expected-relationships.ts';
import { hiddenResidents, inVisibleHistory, keepRows, type TownChange } from './town-change.ts';
import * as fake from './fake.ts';
import type { Town } from '../town.ts';

/** Changes tickets, requests and encounters. A row that a queue shows stays, with another data subject and other texts. */
export function changeCases(change: TownChange): void {
  changeTickets(change);
  changeMessages(change);
  changeMarks(change);
  changeRequests(change);
  changeEncounters(change);
}

function changeTickets(change: TownChange): void {
  const { town, random, standpoint, oracle, sees, exists, now } = change;
  const queue = oracle.scopeOf('Query.tickets') === 'QUEUE';
  const seesEmployees = oracle.under('NONE').has('EMPLOYEE_IDENTITY');
  const conflicts = conflictsOfInterest(town, standpoint);
  const others = hiddenResidents(change);
  // Access history that shows reads under a ticket shows that the ticket exists and is not sensitive.
  const visible = inVisibleHistory(change);
  const shown = ({ resident_id }: Town['recreation.ticket'][number]): boolean =>
    (queue && !conflicts.has(resident_id)) || sees(resident_id, 'SUPPORT_HISTORY');
  keepRows(town, 'recreation.ticket', (ticket) => shown(ticket) || visible.has(ticket.id) || random.chance(0.5));
  for (const ticket of town['recreation.ticket']) {
    // The assignee of a ticket is shown to readers who see the names of employees, and decides nothing for others. The resident who asked
    // learns whether an employee works on it.
    if (!seesEmployees) ticket.assignee_id = taken(change, ticket);
    if (sees(ticket.resident_id, 'SUPPORT_HISTORY')) continue;
    ticket.subject = fake.text(random);
    const moves = !visible.has(ticket.id) && !exists(ticket.resident_id) && !conflicts.has(ticket.resident_id) && others.length > 0;
    if (moves) ticket.resident_id = random.pick(others).id;
    if (shown(ticket)) continue;
    ticket.topic = random.pick(['PAYMENT', 'WEBSITE', 'OTHER']);
    ticket.opened_at = fake.instant(random, now);
    ticket.closed_at = random.chance(0.5) ? null : now.toISOString();
    ticket.assignee_id = random.chance(0.5) ? null : random.pick(town['recreation.employee']).id;
  }
  addSensitive(change);
  // A queue hides only the tickets of people with whom there is a conflict of interest.
  const owners = queue ? [...conflicts] : others.map(({ id }) => id);
  if (owners.length === 0) return;
  for (let left = random.between(1, 9); left > 0; left -= 1) {
    town['recreation.ticket'].push({
      id: random.uuid(),
      number: `T-${random.between(100_000, 999_999)}-${left}`,
      resident_id: random.pick(owners),
      topic: 'OTHER',
      subject: fake.text(random),
      sensitive: random.chance(0.5),
      assignee_id: standpoint.role === 'SUPPORT' ? null : random.pick(town['recreation.employee']).id,
      opened_at: fake.instant(random, now),
      closed_at: null,
    });
  }
}

/** Another employee who works on a case, or none. A resident's own case gets one only if it has one already. */
function taken(
  { town, random, standpoint }: TownChange,
  { resident_id, assignee_id }: { readonly resident_id: string | null; readonly assignee_id: string | null },
): string | null {
  const isOwn = standpoint.role === 'RESIDENT' && resident_id === standpoint.principal;
  const isTaken = isOwn ? assignee_id !== null : random.chance(0.5);
  return isTaken ? random.pick(town['recreation.employee']).id : null;
}

/** Adds sensitive tickets of minors: their guardians see the other tickets, not these. */
function addSensitive({ town, random, standpoint, sees, now }: TownChange): void {
  if (standpoint.role !== 'RESIDENT') return;
  const minors = town['recreation.resident'].filter(({ id }) => id !== standpoint.principal && sees(id, 'SUPPORT_HISTORY'));
  for (const { id: resident_id } of minors) {
    if (random.chance(0.5)) continue;
    town['recreation.ticket'].push({
      id: random.uuid(),
      number: `T-${random.between(1_000_000, 9_999_999)}`,
      resident_id,
      topic: 'OTHER',
      subject: fake.text(random),
      sensitive: true,
      assignee_id: null,
      opened_at: now.toISOString(),
      closed_at: null,
    });
  }
}

function changeMessages({ town, random, sees, now }: TownChange): void {
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
        body: fake.text(random),
        sent_at: fake.instant(random, now),
      });
    }
  }
}

/** Only the viewer's own marks show. Those of everybody else differ, also for tickets that both may read. */
function changeMarks({ town, random, standpoint, now }: TownChange): void {
  const tickets = new Set(town['recreation.ticket'].map(({ id }) => id));
  const own = standpoint.role === 'RESIDENT' ? standpoint.principal : undefined;
  keepRows(town, 'recreation.ticket_read', ({ ticket_id, reader_id }) => reader_id === own && tickets.has(ticket_id));
  for (const { id: ticket_id, resident_id } of town['recreation.ticket']) {
    const readers = new Set([resident_id, random.pick(town['recreation.resident']).id].filter((id) => id !== own));
    for (const reader_id of readers) {
      if (random.chance(0.5)) town['recreation.ticket_read'].push({ ticket_id, reader_id, read_at: fake.instant(random, now) });
    }
  }
}

function changeRequests(change: TownChange): void {
  const { town, random, standpoint, oracle, sees, exists, now } = change;
  const queue = oracle.scopeOf('Query.requests') === 'QUEUE';
  const conflicts = conflictsOfInterest(town, standpoint);
  const others = hiddenResidents(change);
  const seesOf = ({ id, resident_id }: Town['recreation.request'][number], category: string): boolean =>
    resident_id === null ? oracle.ofRequest(id).has(category) : sees(resident_id, category);
  // Under a case, only the request of that case is visible. A guardian sees what this guardian filed.
  const isOwn = (row: Town['recreation.request'][number]): boolean =>
    row.resident_id === standpoint.principal ||
    row.id === standpoint.case ||
    (row.filed_by_id === standpoint.principal && sees(row.resident_id, 'SUPPORT_HISTORY'));
  const shown = (row: Town['recreation.request'][number]): boolean => (queue && !conflicts.has(row.resident_id ?? '')) || isOwn(row);
  keepRows(town, 'recreation.request', (row) => shown(row) || random.chance(0.5));
  const readable = new Set(town['recreation.request'].filter((row) => shown(row) && seesOf(row, 'SUPPORT_HISTORY')).map(({ id }) => id));
  for (const request of town['recreation.request']) {
    if (!readable.has(request.id)) {
      request.body = fake.text(random);
      request.answer = request.answered_at === null ? null : random.chance(0.3) ? null : fake.text(random);
    }
    if (!seesOf(request, 'EMAIL')) request.contact_email = random.chance(0.5) ? null : fake.email(random);
    const hidden = request.resident_id === null ? !isOwn(request) : !exists(request.resident_id) && !conflicts.has(request.resident_id);
    if (hidden && !isOwn(request) && others.length > 0) request.resident_id = random.chance(0.2) ? null : random.pick(others).id;
    // The queue alone shows who has taken a request.
    if (!queue || !shown(request)) request.assignee_id = taken(change, request);
    changeFiler(change, request, readable.has(request.id));
    if (shown(request)) continue;
    const questions = random.chance(0.3);
    request.kind = questions ? 'ACCESS_QUESTIONED' : random.pick(['ACCESS', 'COMPLAINT', 'COMMENT']);
    request.entry_id = questions ? random.uuid() : null;
    request.filed_at = fake.instant(random, now);
    request.due_on = fake.instant(random, now).slice(0, 10);
    if (request.answered_at === null) request.withdrawn_at = random.chance(0.5) ? null : fake.instant(random, now);
  }
  changeRequestMessages(change, readable);
}

/** Whether a guardian filed a request shows to who may read it; which guardian did, to that guardian alone. */
function changeFiler({ town, random, standpoint }: TownChange, request: Town['recreation.request'][number], isReadable: boolean): void {
  if (request.filed_by_id !== null && request.filed_by_id === standpoint.principal) return;
  const filers = town['recreation.resident'].filter(({ id }) => id !== request.resident_id && id !== standpoint.principal);
  const isFiled = isReadable ? request.filed_by_id !== null : request.resident_id !== null && random.chance(0.3);
  request.filed_by_id = isFiled ? random.pick(filers).id : null;
}

function changeRequestMessages({ town, random, now }: TownChange, readable: ReadonlySet<string>): void {
  keepRows(town, 'recreation.request_message', ({ request_id }) => readable.has(request_id));
  for (const { id: request_id, resident_id, filed_by_id } of town['recreation.request']) {
    if (readable.has(request_id) || resident_id === null) continue;
    for (let left = random.below(4); left > 0; left -= 1) {
      const byResident = random.chance(0.5);
      town['recreation.request_message'].push({
        id: random.uuid(),
        request_id,
        author_resident_id: byResident ? ((random.chance(0.5) ? filed_by_id : null) ?? resident_id) : null,
        author_employee_id: byResident ? null : random.pick(town['recreation.employee']).id,
        body: fake.text(random),
        sent_at: fake.instant(random, now),
        is_answer: false,
      });
    }
  }
}

function changeEncounters(change: TownChange): void {
  const { town, random, standpoint, oracle, sees, now } = change;
  const visible = inVisibleHistory(change);
  // An employee who may count how clerks identified people sees which encounters there were, but not with whom.
  const counts = oracle.scopeOf('Query.identifications') === 'ALL';
  // The resident who asks sees only their own open encounters.
  const served = (residentId: string): boolean => standpoint.role === 'RESIDENT' && residentId === standpoint.principal;
  const own = (employeeId: string): boolean => employeeId === standpoint.principal;
  const kept = ({ employee_id, resident_id }: Town['recreation.encounter'][number]): boolean => own(employee_id) || served(resident_id);
  const dated = ({ id }: Town['recreation.encounter'][number]): boolean => counts || visible.has(id);
  keepRows(town, 'recreation.encounter', (encounter) => kept(encounter) || dated(encounter) || random.chance(0.5));
  // A history says how its person was identified, and of a minor who was served with a parent that it was not the minor.
  const hasHistory = (residentId: string): boolean => sees(residentId, 'ACCESS_HISTORY');
  const others = town['recreation.resident'].filter(({ id }) => !served(id));
  for (const encounter of town['recreation.encounter']) {
    if (kept(encounter)) continue;
    const isTold = visible.has(encounter.id);
    encounter.purpose = random.pick(['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION']);
    if (!isTold) encounter.resident_id = random.pick(others).id;
    else if (!hasHistory(encounter.resident_id)) encounter.resident_id = random.pick(others.filter(({ id }) => !hasHistory(id))).id;
    if (dated(encounter)) continue;
    encounter.started_at = fake.instant(random, now);
    encounter.identified_by = random.pick(['KNOWN_TO_ME', 'PHOTO_CARD', 'ANSWERS_MATCHED']);
  }
}
