import type { Choices } from '../../../src/server/library/testing/asking/choices.ts';
import type { RandomValue, ScalarOf } from '../../../src/server/library/testing/asking/random-value.ts';
import type { Pools } from '../towns/pools.ts';

/** Chooses values of scalar types among those of two towns. */
export function townValue(pools: Pools): ScalarOf {
  return (choices, type, name, parent) => scalar(choices, pools, type, name, parent);
}

function scalar(choices: Choices, pools: Pools, type: string, name: string, parent: string): RandomValue {
  switch (type) {
    case 'Int':
      return name === 'quantity'
        ? 1 + choices.below(3)
        : (([20, 1, 2, 5, 100, 0, 101] as const)[choices.below(20)] ?? 3 + choices.below(20));
    case 'Boolean':
      return choices.chance(50);
    case 'ID':
      return likely(choices, idsFor(pools, name, parent));
    case 'LocalDate':
      return name === 'birthDate' && parent === 'RegisterResidentInput' ? '1990-05-05' : choices.pick(pools.dates);
    case 'DateTime':
      return choices.pick(['2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z', '2019-01-01T00:00:00.000Z', 'soon']);
    default:
      return text(choices, pools, name);
  }
}

/** An id: half of the time one of the first, which are the most likely to have an answer. */
function likely(choices: Choices, ids: readonly string[]): string {
  return choices.pick(choices.chance(50) ? ids.slice(0, 4) : ids);
}

function idsFor(pools: Pools, name: string, parent: string): readonly string[] {
  const byName: Readonly<Record<string, readonly string[]>> = {
    residentId: pools.residents,
    subjectIds: pools.residents,
    serviceId: pools.services,
    ticketId: pools.tickets,
    requestId: pools.requests,
    entryId: pools.entries,
    encounterId: pools.encounters,
    mandateId: pools.mandates,
    partnerId: pools.partners,
    employeeId: pools.employees,
    assigneeId: pools.employees,
  };
  const byField: Readonly<Record<string, readonly string[]>> = {
    'Query.resident': pools.residents,
    'Query.service': pools.services,
    'Query.accessReceipt': pools.entries,
    'Query.ticket': pools.tickets,
    'Query.mandate': pools.mandates,
    'Query.request': pools.requests,
    'Query.node': [
      ...pools.residents.slice(0, 2),
      ...pools.tickets.slice(0, 1),
      ...pools.mandates.slice(0, 1),
      ...pools.services.slice(0, 1),
      ...pools.residents,
      ...pools.tickets,
      ...pools.mandates,
    ],
  };
  return byName[name] ?? byField[parent] ?? pools.residents;
}

function text(choices: Choices, pools: Pools, name: string): string {
  switch (name) {
    case 'familyName':
    case 'givenName':
      return choices.pick(pools.names);
    case 'email':
    case 'contactEmail':
      return choices.pick(pools.emails);
    case 'phone':
    case 'mobilePhone':
      return choices.pick(pools.phones);
    case 'cardNumber':
      // A number of no person in either town: a card finds its holder, although the number is hidden.
      return choices.pick(['0000 0000 0000 0000', '4539578763621486', 'no card']);
    case 'locality':
      return choices.pick(pools.localities);
    case 'province':
      return choices.pick(['AB', 'SK', 'XX']);
    case 'postalCode':
      return choices.pick(['T1X 1A1', 'no code']);
    case 'pseudonym':
      return choices.pick(choices.chance(50) ? pools.pseudonyms.slice(0, 4) : pools.pseudonyms);
    case 'after':
    case 'before':
      return choices.pick(['AAAA', 'bm90IGEgY3Vyc29y']);
    default:
      return choices.pick(['Some words.', 'Others', '', 'nul \u0000']);
  }
}
