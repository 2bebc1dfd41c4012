import { employed } from '../employed.ts';
import { conflictsOfInterest } from '../expected-relationships.ts';
import { inVisibleHistory, keepRows, type TownChange } from './town-change.ts';
import * as fake from './fake.ts';

/** Changes mandates, employees and web visits that may not be seen. */
export function changeOthers(change: TownChange): void {
  changeMandates(change);
  changeEmployees(change);
  changeVisits(change);
}

function changeMandates(change: TownChange): void {
  const { town, random, standpoint, oracle, exists } = change;
  // Access history shows a mandate's kind and validity to its data subjects, and nothing more.
  const visible = inVisibleHistory(change);
  const all = oracle.scopeOf('Query.mandate') === 'ALL';
  const conflicts = conflictsOfInterest(town, standpoint);
  const named = town['recreation.mandate_subject'].filter(({ resident_id }) => conflicts.has(resident_id));
  const unseen = new Set(named.map(({ mandate_id }) => mandate_id));
  const told = toldMandates(change);
  const seen = (mandateId: string): boolean => (all && !unseen.has(mandateId)) || mandateId === standpoint.mandate || told.has(mandateId);
  const gone = new Set(town['recreation.mandate'].map(({ id }) => id).filter((id) => !seen(id) && !visible.has(id) && random.chance(0.5)));
  keepRows(town, 'recreation.mandate_subject', ({ mandate_id }) => !gone.has(mandate_id));
  keepRows(town, 'recreation.mandate_approval', ({ mandate_id }) => !gone.has(mandate_id));
  const sealsGone = new Set(town['recreation.mandate_seal'].filter(({ mandate_id }) => gone.has(mandate_id)).map(({ id }) => id));
  keepRows(town, 'recreation.mandate_seal_approval', ({ seal_id }) => !sealsGone.has(seal_id));
  keepRows(town, 'recreation.mandate_seal', ({ id }) => !sealsGone.has(id));
  keepRows(town, 'recreation.mandate', ({ id }) => !gone.has(id));
  for (const mandate of town['recreation.mandate']) {
    if (seen(mandate.id)) continue;
    mandate.reference = fake.name(random);
    mandate.issuer = fake.name(random);
    mandate.categories = ['NAME'];
  }
  if (all) return;
  changeOfficers(change);
  const conditional = standpoint.role === 'CREDIT_REPORTING_AGENCY' || standpoint.role === 'COLLECTION_AGENCY';
  // Under a conditional mandate, a named person for whom the condition is false counts as absent.
  keepRows(town, 'recreation.mandate_subject', ({ mandate_id, resident_id }) =>
    told.has(mandate_id) && resident_id === standpoint.principal
      ? true
      : mandate_id === standpoint.mandate
        ? exists(resident_id) || !conditional || random.chance(0.4)
        : random.chance(0.5),
  );
}

/** The mandates that name a resident who asks and are not sealed: the resident is told of them. */
function toldMandates({ town, standpoint, now }: TownChange): ReadonlySet<string> {
  if (standpoint.role !== 'RESIDENT') return new Set();
  const sealed = new Set(
    town['recreation.mandate_seal'].filter(({ sealed_until }) => new Date(sealed_until) > now).map(({ mandate_id }) => mandate_id),
  );
  const naming = town['recreation.mandate_subject'].filter(({ resident_id }) => resident_id === standpoint.principal);
  return new Set(naming.map(({ mandate_id }) => mandate_id).filter((id) => !sealed.has(id)));
}

/** Changes who recorded a mandate or proposed a seal. Officers alone are told what awaits them. */
function changeOfficers({ town, random }: TownChange): void {
  const officers = town['recreation.employee'].map(({ id }) => id);
  const other = (approvedBy: readonly string[]): string => random.pick(officers.filter((id) => !approvedBy.includes(id)));
  for (const mandate of town['recreation.mandate']) {
    const approvals = town['recreation.mandate_approval'].filter(({ mandate_id }) => mandate_id === mandate.id);
    mandate.recorded_by = other(approvals.map(({ employee_id }) => employee_id));
  }
  for (const seal of town['recreation.mandate_seal']) {
    const approvals = town['recreation.mandate_seal_approval'].filter(({ seal_id }) => seal_id === seal.id);
    seal.proposed_by = other(approvals.map(({ employee_id }) => employee_id));
  }
}

function changeEmployees({ town, random, oracle, standpoint, now }: TownChange): void {
  // No answer shows whose staff record belongs to which resident. The principal's own decides what the principal sees.
  for (const employee of town['recreation.employee']) {
    if (employee.id !== standpoint.principal)
      employee.resident_id = random.chance(0.5) ? null : random.pick(town['recreation.resident']).id;
  }
  // Only the log shows who has acknowledged what.
  if (oracle.scopeOf('Query.accessEntries') === undefined)
    keepRows(town, 'recreation.acknowledgement', ({ employee_id }) => employee_id === standpoint.principal || random.chance(0.5));
  const others = town['recreation.employee'].filter(({ id }) => id !== standpoint.principal);
  if (!oracle.under('NONE').has('EMPLOYEE_ROLES')) {
    for (const employee of town['recreation.employee']) {
      employee.roles_since = fake.instant(random, now);
      employee.roles_confirmed_at = fake.instant(random, now);
      if (employee.reviews_log) continue;
      const proposer = random.chance(0.5) ? random.pick(town['recreation.employee'].filter(({ id }) => id !== employee.id)).id : null;
      employee.awaited_roles = proposer === null ? [] : ['SECURITY'];
      employee.proposed_by = proposer;
      employee.proposed_at = proposer === null ? null : fake.instant(random, now);
    }
  }
  if (!oracle.under('NONE').has('EMPLOYMENT')) {
    for (const employee of town['recreation.employee']) employee.work_email = `${random.uuid()}@town.example`;
    for (const employee of others) {
      employee.invited_at = fake.instant(random, now);
      employee.accepted_at = employee.invited_at;
      employee.invited_by = employee.id;
    }
  }
  if (oracle.under('NONE').has('EMPLOYEE_IDENTITY')) return;
  // A list of colleagues has those who may act in the role.
  for (const employee of others) {
    employee.roles = employee.reviews_log ? employee.roles : [random.pick(['SUPPORT', 'SECURITY', 'CUSTOMER_SERVICE'] as const)];
    employee.reviews_log &&= random.chance(0.5);
    employee.access_ended_at = random.chance(0.3) ? fake.instant(random, now) : null;
  }
  for (const employee of town['recreation.employee']) {
    employee.given_name = fake.name(random);
    employee.family_name = fake.name(random);
  }
  for (let left = random.between(1, 3); left > 0; left -= 1) {
    const names = { given_name: fake.name(random), family_name: fake.name(random) };
    town['recreation.employee'].push(employed({ id: random.uuid(), ...names, roles: ['SUPPORT'] }, now));
  }
}

function changeVisits({ town, random, oracle, now }: TownChange): void {
  if (oracle.under('NONE').has('BROWSING')) return;
  keepRows(town, 'web.visit', () => random.chance(0.5));
  for (const visit of town['web.visit']) {
    visit.network_address = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
    visit.section = fake.name(random);
    visit.browser = fake.name(random);
    visit.platform = fake.name(random);
    visit.download = random.chance(0.5) ? null : fake.name(random);
    visit.visited_at = `${fake.instant(random, now).slice(0, 13)}:00:00Z`;
  }
}
