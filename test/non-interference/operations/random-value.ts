import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Pools } from '../towns/pools.ts';
import type { Choices } from './choices.ts';

/** A JSON value. An enum value has its own class, because a document writes it without quotes. */
export type RandomValue = null | string | number | boolean | EnumName | readonly RandomValue[] | { readonly [field: string]: RandomValue };

export class EnumName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Chooses a value for an argument or input field: usually a valid one.
 * @param name the argument's or field's name, which determines the kind of an ID or a text
 * @param parent the input object's type or the field's coordinate
 */
export function randomValue(choices: Choices, pools: Pools, type: GraphQLInputType, name: string, parent: string): RandomValue {
  if (isNonNullType(type)) return randomValue(choices, pools, type.ofType, name, parent);
  if (isListType(type)) {
    return Array.from({ length: 1 + choices.below(3) }, () => randomValue(choices, pools, type.ofType, name, parent));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return new EnumName(choices.pick(named.getValues()).name);
  if (isInputObjectType(named)) {
    const fields: Record<string, RandomValue> = {};
    for (const field of Object.values(named.getFields())) {
      const needed = isNonNullType(field.type);
      if (!needed && !choices.chance(35)) continue;
      fields[field.name] = !needed && choices.chance(10) ? null : randomValue(choices, pools, field.type, field.name, named.name);
    }
    return fields;
  }
  return scalar(choices, pools, named.name, name, parent);
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

/** A value in document syntax. */
export function printValue(value: RandomValue): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => printValue(item as RandomValue)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${name}: ${printValue(field)}`)
    .join(', ')}}`;
}

/** A value for the variables of a request. */
export function plainValue(value: RandomValue): unknown {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return value.map((item) => plainValue(item as RandomValue));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]));
}
