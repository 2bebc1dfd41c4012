import { readdirSync, readFileSync } from 'node:fs';
import { getNamedType, isAbstractType, isLeafType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { Markings } from '../../src/engine/markings/markings.ts';
import { columnOf, tablesOf } from '../helpers/values/stored-values.ts';
import type { Town, TownTable } from './towns/town.ts';

type Row = Readonly<Record<string, unknown>>;

/** The differences between pairs of towns: columns (`recreation.resident.email`), and tables that have other rows (`recreation.purchase`). */
export type Varied = ReadonlySet<string>;

/**
 * Finds the columns whose values differ between two towns for a row, or for a data subject, that both towns have. The second
 * town keeps what its standpoint may see, so every difference is in a hidden value.
 */
export function variedBetween(one: Town, other: Town): Set<string> {
  const varied = new Set<string>();
  for (const table of Object.keys(one) as TownTable[]) {
    const [left, right] = [rowsOf(one, table), rowsOf(other, table)];
    const [leftByKey, rightByKey] = [Map.groupBy(left, keyOf), Map.groupBy(right, keyOf)];
    const kept = [...leftByKey.keys()].filter((key) => rightByKey.has(key));
    if (kept.length < leftByKey.size || kept.length < rightByKey.size) varied.add(table).add(`${table}.id`);
    const [leftBySubject, rightBySubject] = [Map.groupBy(left, subjectOf), Map.groupBy(right, subjectOf)];
    const subjects = [...leftBySubject.keys()].filter((subject) => rightBySubject.has(subject));
    for (const column of Object.keys(left[0] ?? {})) {
      const values = (rows: readonly Row[]): Set<string> => new Set(rows.map((row) => JSON.stringify(row[column])));
      const differs = (a: readonly Row[], b: readonly Row[]): boolean => values(a).isDisjointFrom(values(b));
      if (
        kept.some((key) => differs(leftByKey.get(key)!, rightByKey.get(key)!)) ||
        subjects.some((subject) => differs(leftBySubject.get(subject)!, rightBySubject.get(subject)!))
      )
        varied.add(`${table}.${column}`);
    }
  }
  return varied;
}

/** An access entry has its members in a JSON column: each counts as a column. */
function rowsOf(town: Town, table: TownTable): readonly Row[] {
  return (town[table] as readonly object[]).map((row) => ('header' in row ? { ...row, ...(row.header as object) } : row) as Row);
}

/** The key of a row: its place in the log, its id, or the rows that it links. */
function keyOf(row: Row): string {
  const links = Object.entries(row).filter(([column]) => column.endsWith('_id'));
  return JSON.stringify('seq' in row ? [row['seq'], row['ordinal']] : (row['id'] ?? links));
}

function subjectOf(row: Row): string {
  const id = row['resident_id'] ?? row['guardian_id'] ?? row['ticket_id'] ?? row['request_id'];
  return typeof id === 'string' ? id : keyOf(row);
}

/** Computed personal fields with the columns that decide them, where the schema has no `derivedFrom`. */
const decidedBy: Readonly<Record<string, string>> = {
  'WebVisitStatistic.value': 'WebVisit.section',
  'WebVisitStatistic.visits': 'WebVisit.section',
  // The time of one of the ticket's messages.
  'Ticket.unreadSince': 'TicketMessage.sentAt',
  'Employee.status': 'Employee.accessEndedAt',
  'Employee.awaitsMyApproval': 'Employee.awaitedRoles',
  'Employee.invitedByCommand': 'Employee.invitedAt',
  // Counts of encounters by clerk.
  'Identifications.id': 'Encounter',
  'Identifications.knownToMe': 'Encounter',
  'Identifications.photoCard': 'Encounter',
  'Identifications.answersMatched': 'Encounter',
  'Employee.reviewDueAt': 'Employee.rolesSince',
  // The acts in force at the time of the read.
  'AccessHistoryEntry.authority': 'AccessHistoryEntry.at',
  // The entry's data subject, under another pseudonym for each reader.
  'AccessEntrySubject.pseudonym': 'AccessEntrySubject',
  // Parts of an entry's JSON, and fields computed from them: they differ if other entries are about the person.
  'AccessEntrySubject.relationship': 'AccessEntrySubject',
  'AccessEntrySubject.released': 'AccessEntrySubject',
  'AccessEntrySubject.withheld': 'AccessEntrySubject',
  'DisclosedPerson.residentId': 'AccessEntrySubject',
  'DisclosedPerson.released': 'AccessEntrySubject',
  // Random, and there only for a resident who is served.
  'ClaimCode.code': 'Resident',
  'ClaimCode.validUntil': 'Resident',
  // Ids are made of what tells an item from the others of a list.
  'Account.id': 'HouseholdMember',
  'AccessEntrySubject.id': 'AccessEntrySubject',
  'AccessHistoryEntry.id': 'AccessEntrySubject',
  'DisclosedPerson.id': 'AccessEntrySubject',
  'Guardianship.id': 'Guardianship',
  'HouseholdMember.id': 'HouseholdMember',
  'WebVisitStatistic.id': 'WebVisit.section',
  'AccessHistoryEntry.by': 'AccessReader.role',
  'AccessHistoryEntry.why': 'AccessHistoryEntry.purpose',
  'AccessHistoryEntry.fields': 'AccessEntrySubject',
  'AccessHistoryEntry.case': 'AccessEntrySubject',
  'AccessHistoryEntry.kind': 'AccessEntrySubject',
  'AccessHistoryEntry.entryId': 'AccessEntrySubject',
  'AccessHistoryEntry.relationship': 'AccessEntrySubject',
  'AccessHistoryEntry.erasureRule': 'AccessEntrySubject',
  'AccessHistoryEntry.erasedEntries': 'AccessEntrySubject',
  'AccessHistoryEntry.categories': 'AccessEntrySubject',
  'AccessNeed.kind': 'AccessEntrySubject',
  'AccessNeed.number': 'AccessEntrySubject',
  'AccessNeed.mandateKind': 'AccessEntrySubject',
  'AccessNeed.identifiedBy': 'AccessEntrySubject',
  'AccessNeed.openedAt': 'AccessEntrySubject',
  'AccessNeed.closedAt': 'AccessEntrySubject',
  // A ticket of another person that an employee works on.
  'AccessGround.id': 'Ticket.assignee',
  'AccessGround.role': 'Ticket.assignee',
  'AccessGround.partner': 'Ticket.assignee',
  'AccessGround.purpose': 'Ticket.assignee',
  'AccessGround.need': 'Ticket.assignee',
  'AccessGround.categories': 'Ticket.assignee',
  'AccessReader.partner': 'AccessReader.role',
  // The member is a row that one town has alone.
  'HouseholdMember.residentId': 'HouseholdMember',
  'TicketMessage.fromStaff': 'TicketMessage.author',
  'PrivacyRequestMessage.fromStaff': 'PrivacyRequestMessage',
  'PrivacyRequestMessage.fromGuardian': 'PrivacyRequestMessage',
};

/**
 * Finds the personal output coordinates of the schema for which the two towns never differed. The proof shows nothing for them.
 * @param columns all columns that the towns have
 * @returns one sentence for each, with the coordinate and the file to edit
 */
export function neverVaried(schema: GraphQLSchema, markings: Markings, town: Town, varied: Varied): string[] {
  const columns = new Set(
    (Object.keys(town) as TownTable[]).flatMap((table) => Object.keys(rowsOf(town, table)[0] ?? {}).map((column) => `${table}.${column}`)),
  );
  return [...markings.outputs.values()].flatMap(({ coordinate }) => {
    const missing = unvariedBehind(coordinate);
    return missing === undefined ? [] : [`${coordinate}: ${missing}`];
  });

  /** The columns or tables that should differ; undefined if one did. */
  function unvariedBehind(coordinate: string): string | undefined {
    const [parent = '', field] = coordinate.split('.');
    if (field === undefined) return unvariedRows(schema.getType(parent)!);
    const { derivedFrom } = markings.outputs.get(coordinate)!;
    const decided = decidedBy[coordinate];
    if (decided !== undefined) return unvariedBehind(decided);
    const column = tablesOf(parent)
      .flatMap((table) => [`${table}.${columnOf(parent, field)}`, `${table}.${columnOf(parent, field)}_id`])
      .find((one) => columns.has(one));
    if (column !== undefined) return varied.has(column) ? undefined : sameIn(column);
    if (derivedFrom.length > 0) return derivedFrom.map(unvariedBehind).find((missing) => missing !== undefined);
    const owner = schema.getType(parent);
    const type = isObjectType(owner) ? getNamedType(owner.getFields()[field]!.type) : undefined;
    if (isPage(owner)) return unvariedRows(owner!);
    if (!type || isLeafType(type)) return `no column has its name: add it to decidedBy in test/non-interference/varied.ts`;
    return unvariedRows(type);
  }

  /** The same for the rows of a type: there must be rows in one town that the other lacks. */
  function unvariedRows(type: GraphQLNamedType): string | undefined {
    if (isAbstractType(type))
      return schema
        .getPossibleTypes(type)
        .map(unvariedRows)
        .find((missing) => missing !== undefined);
    if (isPage(type) && isObjectType(type)) {
      const { edges, node } = type.getFields();
      return unvariedRows(getNamedType((node ?? edges)!.type));
    }
    const table = tablesOf(type.name)[0]!;
    return varied.has(table) || [...varied].some((one) => one.startsWith(`${table}.`)) ? undefined : sameIn(table);
  }
}

/** Whether a type is a connection or an edge: its fields are about the rows below it. */
function isPage(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && (type.name.endsWith('Connection') || type.name.endsWith('Edge'));
}

function sameIn(place: string): string {
  return `${place} is the same in both towns: change it in ${filesThatChange(place).join(' or ')}`;
}

const folder = new URL('towns/second-town/', import.meta.url);

/** The files of the second town that change the rows of a table. */
function filesThatChange(place: string): string[] {
  const table = place.split('.').slice(0, 2).join('.');
  const rows = new RegExp(
    `for \\(const \\w+ of (change\\.)?town\\['${table}'\\]|town\\['${table}'\\](\\.push| =)|change\\w+\\(.*Town\\['${table}'\\]`,
  );
  const files = readdirSync(folder).filter((file) => rows.test(readFileSync(new URL(file, folder), 'utf8')));
  return files.map((file) => `test/non-interference/towns/second-town/${file}`);
}
