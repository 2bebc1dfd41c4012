import { DATA_SUBJECT, REPORTED_SUBJECTS, type Row } from '../rows/row.ts';
import type { GraphQLFieldResolver } from 'graphql';
import { isPromise } from '../execution/values.ts';
import type { EnforcedContext, OperationState } from '../plan/operation-state.ts';
import type { PersonalCoordinate, SubjectType } from '../markings/markings.ts';

/** An object-returning field, as far as its rows must be checked before they may be in an answer. */
export interface ObjectField {
  /** Schema coordinate. */
  readonly coordinate: string;
  /** Whether it returns a Relay connection, with rows in its edges. */
  readonly connection: boolean;
  /**
   * Whether the data subjects of these rows can be hidden from the principal: if the existence of the returned objects is
   * personal, and at the root, because a queue hides the data subjects of its rows.
   */
  readonly hides: boolean;
  /** Whether relationships are selected together with the rows, found or not. */
  readonly withRelationships?: boolean;
  /** The field's own marking, decided for the row that it belongs to; undefined: impersonal. */
  readonly personal: PersonalCoordinate | undefined;
  /** The data subjects of the returned types, by type name. */
  readonly subjects: ReadonlyMap<string, SubjectType>;
  /** The one type that it returns; undefined for an interface or union, whose rows name their type. */
  readonly type: string | undefined;
}

type Resolver = GraphQLFieldResolver<Row, EnforcedContext>;

/**
 * Wraps the resolver of an object-returning field: looks up the relationships of all its rows in one batch, then keeps
 * the rows whose existence may be disclosed. The others are dropped from lists, and null elsewhere, as if they did not
 * exist.
 */
export function admit(field: ObjectField, read: Resolver): Resolver {
  return (row, args, context, info) => {
    const { request } = context;
    if (field.personal && !isPermitted(request, row, field.personal)) return null;
    const value: unknown = read(row, args, context, info);
    return isPromise(value) ? Promise.resolve(value).then((rows) => admitRows(field, request, rows)) : admitRows(field, request, value);
  };
}

function isPermitted({ relationships }: OperationState, row: Row, { index }: PersonalCoordinate): boolean {
  return relationships?.get(row[DATA_SUBJECT])?.visible[index] === 1;
}

function admitRows(field: ObjectField, request: OperationState, value: unknown): unknown {
  // The row of an edge, or an address: mostly a data subject that the list has looked up already.
  if (isKnownVisible(field, request, value)) return field.connection ? keepVisible(field, request, value) : value;
  const subjects = subjectsOf(value);
  const waiting = request.relationships?.ensure(subjects, field.hides && (!field.withRelationships || reportsSubjects(value)));
  return waiting ? waiting.then(() => keepVisible(field, request, value, subjects)) : keepVisible(field, request, value, subjects);
}

/**
 * Whether a value is one visible row with a known relationship, or a connection below one known data subject. Marks such a
 * row. Every other value is looked up.
 */
function isKnownVisible(field: ObjectField, { relationships, seenSubjects }: OperationState, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const row = value as Row;
  const subject = relationships?.get(row[DATA_SUBJECT]);
  const type = field.type ?? row['__typename'];
  if (subject === undefined || typeof type !== 'string') return false;
  if (field.connection) return field.subjects.size > 0;
  const about = field.subjects.get(type);
  if (about === undefined) return true;
  if (about.existence !== undefined && subject.visible[about.existence.index] !== 1) return false;
  if (!about.none) seenSubjects.mark(subject, field.coordinate);
  return true;
}

/** Whether a connection reports data subjects beyond its rows, possibly none. */
function reportsSubjects(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Row)[REPORTED_SUBJECTS] !== undefined;
}

/** The data subjects of a row, of a list of rows, or of a connection's nodes and of those that it reports beyond them. */
function subjectsOf(value: unknown, into: string[] = []): string[] {
  if (Array.isArray(value)) {
    for (const item of value) subjectsOf(item, into);
  } else if (typeof value === 'object' && value !== null) {
    const row = value as Row;
    if (row[DATA_SUBJECT] !== undefined) into.push(row[DATA_SUBJECT]);
    if (row[REPORTED_SUBJECTS]) into.push(...row[REPORTED_SUBJECTS]);
    if (Array.isArray(row['edges'])) for (const edge of row['edges']) subjectsOf((edge as Row)['node'], into);
  }
  return into;
}

/** The rows that may be in the answer: the visible rows of a list, or a single row or null. */
function keepVisible(field: ObjectField, request: OperationState, value: unknown, subjects?: readonly string[]): unknown {
  // A count, a cursor or the number of edges discloses people, regardless of the selected fields.
  if (field.connection) {
    for (const id of subjects ?? subjectsOf(value)) {
      const subject = request.relationships?.get(id);
      if (subject) request.seenSubjects.mark(subject, field.coordinate);
    }
  }
  if (Array.isArray(value)) return value.filter((row) => isVisible(field, request, row));
  return isVisible(field, request, value) ? value : null;
}

/** Whether a row may be in the answer. Its data subject is marked, whether or not it may be disclosed. */
function isVisible(field: ObjectField, request: OperationState, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Row;
  const type = field.type ?? row['__typename'];
  // A row that does not name its type could be about any person.
  if (typeof type !== 'string') return false;
  const about = field.subjects.get(type);
  if (!about || about.none) return true;
  const subjectId = row[DATA_SUBJECT];
  const subject = request.relationships?.get(subjectId);
  if (subjectId === undefined || subject === undefined) return false;
  const disclosed = about.existence === undefined || subject.visible[about.existence.index] === 1;
  request.seenSubjects.mark(subject, field.coordinate, disclosed);
  return disclosed;
}
