import { town } from '../../../../src/town/index.ts';
import { getNamedType, isEnumType, isObjectType, type GraphQLNamedType } from 'graphql';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { columnOf, tablesOf } from '../../../helpers/values/stored-values.ts';
import * as fake from './fake.ts';
import type { TownChange } from './town-change.ts';
import type { Resident } from '../town.ts';

const { schema, markings } = buildSchema(town);

/** A personal column of a resident: the category that opens it, and the type of the schema field. */
interface PersonalColumn {
  readonly category: string;
  readonly type: GraphQLNamedType;
}

/** Every personal column of a resident by its name, read from the schema. */
const personalColumns: ReadonlyMap<string, PersonalColumn> = new Map(
  ['Resident', 'Address'].flatMap((name) => {
    const parent = schema.getType(name);
    if (!isObjectType(parent) || !tablesOf(name).includes('recreation.resident')) throw new Error(`${name} has no rows of residents.`);
    return Object.values(parent.getFields()).flatMap((field) => {
      const category = markings.outputs.get(`${name}.${field.name}`)?.category;
      return category === undefined ? [] : [[columnOf(name, field.name), { category, type: getNamedType(field.type) }] as const];
    });
  }),
);

type NewValue = (resident: Resident, shows: (category: string) => boolean, change: TownChange) => unknown;

/** New values for the columns that other fields are derived from, or that may be null. Every other column changes by its type. */
const newValues: Readonly<Record<string, NewValue>> = {
  card_number: (_resident, _shows, { random }) => Array.from({ length: 16 }, () => random.below(10)).join(''),
  given_name: ({ given_name }, shows, { random }) => fake.name(random, shows('INITIALS') ? given_name.slice(0, 1) : undefined),
  family_name: ({ family_name }, shows, { random }) => fake.name(random, shows('INITIALS') ? family_name.slice(0, 1) : undefined),
  birth_date: ({ birth_date }, shows, { random, today }) => fake.birthDate(random, birth_date, today, shows('AGE')),
  email: ({ email }, shows, { random }) => {
    if (shows('EMAIL_HINT')) return email && fake.email(random, email);
    return random.chance(0.3) ? null : fake.email(random);
  },
  waiting_email: (_resident, _shows, { random }) => (random.chance(0.5) ? null : fake.email(random)),
  phone: ({ phone }, shows, { random }) => {
    if (shows('TELEPHONE_HINT')) return phone && fake.phone(random, phone);
    return random.chance(0.3) ? null : fake.phone(random);
  },
  mobile_phone: (_resident, _shows, { random }) => (random.chance(0.3) ? null : fake.phone(random)),
  street: (_resident, _shows, { random }) => (random.chance(0.2) ? null : fake.street(random)),
  postal_code: (_resident, _shows, { random }) => (random.chance(0.2) ? null : fake.postalCode(random)),
  locality: (_resident, _shows, { random }) => (random.chance(0.2) ? null : fake.name(random)),
  province: (_resident, _shows, { random }) => (random.chance(0.2) ? null : random.pick(['AB', 'SK', 'BC', 'YT'])),
};

/** Changes each value of a resident that the standpoint may not see. */
export function changeResident(change: TownChange, resident: Resident): void {
  const shows = (category: string): boolean => change.sees(resident.id, category);
  const values = resident as unknown as Record<string, unknown>;
  // A resident's row has every column except the generated ones.
  for (const column of Object.keys(resident)) {
    const personal = personalColumns.get(column);
    if (!personal || column === 'id' || shows(personal.category)) continue;
    const newValue = newValues[column] ?? ((_resident, _shows, { random, now }) => valueOf(personal.type, random, now));
    values[column] = newValue(resident, shows, change);
  }
}

/** A random value of a schema type. */
function valueOf(type: GraphQLNamedType, random: TownChange['random'], now: Date): unknown {
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  switch (type.name) {
    case 'Boolean':
      return random.chance(0.5);
    case 'Int':
      return random.between(1, 99);
    case 'Money':
      return fake.amount(random);
    case 'LocalDate':
      return fake.instant(random, now).slice(0, 10);
    case 'DateTime':
      return fake.instant(random, now);
    default:
      return fake.text(random);
  }
}
