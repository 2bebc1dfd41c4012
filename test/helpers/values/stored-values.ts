import { getNamedType, isEnumType, isLeafType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { TestDatabase } from '../database/cluster.ts';

/** Where the value of a schema field is stored. */
export interface StoredValue {
  /** Schema coordinate of an output field. */
  readonly coordinate: string;
  /** With its schema: `recreation.resident`. */
  readonly table: string;
  readonly column: string;
  /** SQL that gives the value as text, in the form in which the gateway writes it. */
  readonly text: string;
  /** The field's named type. */
  readonly type: GraphQLNamedType;
}

/** Object types whose rows are in a table of another name, or whose values are in several. */
const otherTables: Readonly<Record<string, readonly string[]>> = {
  Address: ['recreation.resident'],
  Household: ['recreation.household', 'recreation.household_member'],
  HouseholdMember: ['recreation.household_member', 'recreation.resident'],
  PrivacyRequest: ['recreation.request'],
  PrivacyRequestMessage: ['recreation.request_message'],
  WebVisit: ['web.visit'],
  AccessEntry: ['access_log.entry'],
  AccessEntrySubject: ['access_log.entry'],
  AccessHistoryEntry: ['access_log.entry'],
  OwnDisclosure: ['access_log.entry'],
  DisclosedPerson: ['access_log.entry'],
  AccessGround: ['recreation.ticket'],
  AccessNeed: ['access_log.entry'],
  AccessReader: ['access_log.entry'],
};

/** The tables behind an object type, the one that has a row for each object first. They need not exist. */
export function tablesOf(type: string): readonly string[] {
  return otherTables[type] ?? [`recreation.${snakeCase(type)}`];
}

/** Fields whose column has another name. */
const otherColumns: Readonly<Record<string, string>> = {
  'Guardianship.areas': 'scope',
  'Guardianship.since': 'valid_from',
  'PrivacyRequest.questionedEntry': 'entry_id',
  'PrivacyRequest.filedByGuardian': 'filed_by_id',
};

/** The name of the column that stores a field, if one does: `mobile_phone` for `Resident.mobilePhone`. */
export function columnOf(type: string, field: string): string {
  return otherColumns[`${type}.${field}`] ?? snakeCase(field);
}

/** `mobilePhone` → `mobile_phone` */
function snakeCase(name: string): string {
  return name.replaceAll(/(?<=.)[A-Z]/g, '_$&').toLowerCase();
}

/**
 * Finds the column behind each leaf field of the schema's object types: the column that has the field's name, in the table
 * that has the type's name. A field without such a column is left out.
 */
export async function storedValues(database: Pick<TestDatabase, 'asOwner'>, schema: GraphQLSchema): Promise<StoredValue[]> {
  const columns = await database.asOwner<{ name: string; type: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name, udt_name as type
     from information_schema.columns where table_schema in ('recreation', 'web')`,
  );
  const typeOf = new Map(columns.map(({ name, type }) => [name, type]));
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields()).flatMap((field) => {
        const type = getNamedType(field.type);
        const column = columnOf(parent.name, field.name);
        const table = tablesOf(parent.name).find((one) => typeOf.has(`${one}.${column}`));
        if (table === undefined || !isLeafType(type)) return [];
        const text = asText(column, typeOf.get(`${table}.${column}`)!);
        return [{ coordinate: `${parent.name}.${field.name}`, table, column, text, type }];
      }),
    );
}

/** Whether the values of a type are words of the schema, or so short that they occur anywhere by chance. */
export function isCommonplace(type: GraphQLNamedType): boolean {
  return isEnumType(type) || type.name === 'Boolean' || type.name === 'Int';
}

function asText(column: string, type: string): string {
  if (type === 'timestamptz') return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return type === 'inet' ? `host(${column})` : `${column}::text`;
}
