import { inToldHistory, keepRows, type Difference } from './difference.ts';
import * as invent from './invent.ts';

/** Other mandates, employees' names and web visits, wherever they may not be seen. */
export function changeOthers(difference: Difference): void {
  changeMandates(difference);
  changeEmployees(difference);
  changeVisits(difference);
}

function changeMandates(difference: Difference): void {
  const { town, random, standpoint, oracle, exists } = difference;
  // Its kind and its validity are told to whom it was about, and nothing more.
  const told = inToldHistory(difference);
  const all = oracle.scopeOf('Query.mandate') === 'ALL';
  const seen = (mandateId: string): boolean => all || mandateId === standpoint.mandate;
  const gone = new Set(town['recreation.mandate'].map(({ id }) => id).filter((id) => !seen(id) && !told.has(id) && random.chance(0.5)));
  keepRows(town, 'recreation.mandate_subject', ({ mandate_id }) => !gone.has(mandate_id));
  keepRows(town, 'recreation.mandate_approval', ({ mandate_id }) => !gone.has(mandate_id));
  const sealsGone = new Set(town['recreation.mandate_seal'].filter(({ mandate_id }) => gone.has(mandate_id)).map(({ id }) => id));
  keepRows(town, 'recreation.mandate_seal_approval', ({ seal_id }) => !sealsGone.has(seal_id));
  keepRows(town, 'recreation.mandate_seal', ({ id }) => !sealsGone.has(id));
  keepRows(town, 'recreation.mandate', ({ id }) => !gone.has(id));
  for (const mandate of town['recreation.mandate']) {
    if (seen(mandate.id)) continue;
    mandate.reference = invent.name(random);
    mandate.issuer = invent.name(random);
    mandate.categories = ['NAME'];
  }
  if (all) return;
  const conditional = standpoint.role === 'CREDIT_REPORTING_AGENCY' || standpoint.role === 'COLLECTION_AGENCY';
  // In a mandate that hangs on a condition there can be people for whom it does not hold: as if they were not there.
  keepRows(town, 'recreation.mandate_subject', ({ mandate_id, resident_id }) =>
    mandate_id === standpoint.mandate ? exists(resident_id) || !conditional || random.chance(0.4) : random.chance(0.5),
  );
}

function changeEmployees({ town, random, oracle, standpoint }: Difference): void {
  // Which record is whose own shows to nobody; the principal's own decides what the principal sees.
  for (const employee of town['recreation.employee']) {
    if (employee.id !== standpoint.principal)
      employee.resident_id = random.chance(0.5) ? null : random.pick(town['recreation.resident']).id;
  }
  if (oracle.under('NONE').has('EMPLOYEE_IDENTITY')) return;
  for (const employee of town['recreation.employee']) {
    employee.given_name = invent.name(random);
    employee.family_name = invent.name(random);
  }
}

function changeVisits({ town, random, oracle, now }: Difference): void {
  if (oracle.under('NONE').has('BROWSING')) return;
  keepRows(town, 'web.visit', () => random.chance(0.5));
  for (const visit of town['web.visit']) {
    visit.network_address = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
    visit.section = invent.name(random);
    visit.browser = invent.name(random);
    visit.visited_at = `${invent.instant(random, now).slice(0, 13)}:00:00Z`;
  }
}
