import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';
import type { Pools } from './pools.ts';
import type { Tape } from './tape.ts';

/** A value as it stands in JSON; an enum's name is marked, since a document writes it without quotes. */
export type AnyValue = null | string | number | boolean | AnyEnum | readonly AnyValue[] | { readonly [field: string]: AnyValue };

export class AnyEnum {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Chooses a value for an argument or input field: mostly one that is good, sometimes one that is not.
 * @param name the argument's or field's, from which it is known what an ID or text should be
 * @param parent the input object's type or the field's coordinate
 */
export function anyValue(tape: Tape, pools: Pools, type: GraphQLInputType, name: string, parent: string): AnyValue {
  if (isNonNullType(type)) return anyValue(tape, pools, type.ofType, name, parent);
  if (isListType(type)) {
    return Array.from({ length: 1 + tape.below(3) }, () => anyValue(tape, pools, type.ofType, name, parent));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return new AnyEnum(tape.pick(named.getValues()).name);
  if (isInputObjectType(named)) {
    const fields: Record<string, AnyValue> = {};
    for (const field of Object.values(named.getFields())) {
      const needed = isNonNullType(field.type);
      if (!needed && !tape.chance(35)) continue;
      fields[field.name] = !needed && tape.chance(10) ? null : anyValue(tape, pools, field.type, field.name, named.name);
    }
    return fields;
  }
  return scalar(tape, pools, named.name, name, parent);
}

function scalar(tape: Tape, pools: Pools, type: string, name: string, parent: string): AnyValue {
  switch (type) {
    case 'Int':
      return name === 'quantity' ? 1 + tape.below(3) : (([20, 1, 2, 5, 100, 0, 101] as const)[tape.below(20)] ?? 3 + tape.below(20));
    case 'Boolean':
      return tape.chance(50);
    case 'ID':
      return likely(tape, idsFor(pools, name, parent));
    case 'LocalDate':
      return name === 'birthDate' && parent === 'RegisterResidentInput' ? '1990-05-05' : tape.pick(pools.dates);
    case 'DateTime':
      return tape.pick(['2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z', '2019-01-01T00:00:00.000Z', 'soon']);
    default:
      return text(tape, pools, name);
  }
}

/** Every second time one of the first few, which are likely to give something. */
function likely(tape: Tape, ids: readonly string[]): string {
  return tape.pick(tape.chance(50) ? ids.slice(0, 4) : ids);
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
  };
  const byField: Readonly<Record<string, readonly string[]>> = {
    'Query.resident': pools.residents,
    'Query.ticket': pools.tickets,
    'Query.mandate': pools.mandates,
  };
  return byName[name] ?? byField[parent] ?? pools.residents;
}

function text(tape: Tape, pools: Pools, name: string): string {
  switch (name) {
    case 'familyName':
    case 'givenName':
      return tape.pick(pools.names);
    case 'email':
    case 'contactEmail':
      return tape.pick(pools.emails);
    case 'phone':
    case 'mobilePhone':
      return tape.pick(pools.phones);
    case 'locality':
      return tape.pick(pools.localities);
    case 'province':
      return tape.pick(['AB', 'SK', 'XX']);
    case 'postalCode':
      return tape.pick(['T1X 1A1', 'no code']);
    case 'after':
      return tape.pick(['AAAA', 'bm90IGEgY3Vyc29y']);
    default:
      return tape.pick(['Some words.', 'Others', '', 'nul \u0000']);
  }
}

/** A value as a document writes it. */
export function printValue(value: AnyValue): string {
  if (value instanceof AnyEnum) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => printValue(item as AnyValue)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${name}: ${printValue(field)}`)
    .join(', ')}}`;
}

/** A value as the variables of a request hold it. */
export function plainValue(value: AnyValue): unknown {
  if (value instanceof AnyEnum) return value.name;
  if (Array.isArray(value)) return value.map((item) => plainValue(item as AnyValue));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]));
}
