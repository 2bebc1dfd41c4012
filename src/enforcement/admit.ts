import type { GraphQLFieldResolver } from 'graphql';
import { isPromise } from '../execution/is-promise.ts';
import type { EnforcedContext, OperationState } from './operation-state.ts';
import { DATA_SUBJECT, REPORTED_SUBJECTS, type Row } from '../records/row.ts';
import type { PersonalCoordinate, SubjectType } from './catalogue.ts';

/** What is to know of an object-returning field before its rows may stand in an answer. */
export interface ObjectField {
  /** Schema coordinate. */
  readonly coordinate: string;
  /** Whether rows stand in the edges of what it returns (Relay's connections). */
  readonly connection: boolean;
  /**
   * Whether the people of these rows can be hidden from the asker: where the existence of what is returned is
   * personal, and at the root, where a queue's rows do not tell whose they are.
   */
  readonly hides: boolean;
  /** Whether what ties the asker to whomever the rows are about comes along with them, found or not. */
  readonly tied?: boolean;
  /** The field's own marking, decided for the row that it belongs to; undefined: impersonal. */
  readonly personal: PersonalCoordinate | undefined;
  /** Whose data the types that can stand here hold, by type name. */
  readonly subjects: ReadonlyMap<string, SubjectType>;
  /** The one type that can stand here; undefined for an interface or union, whose rows say theirs. */
  readonly type: string | undefined;
}

type Resolver = GraphQLFieldResolver<Row, EnforcedContext>;

/**
 * Wraps the resolver of an object-returning field: looks up the relationships of all its rows in one
 * batch, then lets in those whose existence may be told. The others are dropped from lists, and null
 * elsewhere: as if they were not there.
 */
export function admit(field: ObjectField, read: Resolver): Resolver {
  return (row, args, context, info) => {
    const { request } = context;
    if (field.personal && !permits(request, row, field.personal)) return null;
    const value: unknown = read(row, args, context, info);
    return isPromise(value) ? Promise.resolve(value).then((rows) => letIn(field, request, rows)) : letIn(field, request, value);
  };
}

function permits({ ties }: OperationState, row: Row, { index }: PersonalCoordinate): boolean {
  return ties?.get(row[DATA_SUBJECT])?.visible[index] === 1;
}

function letIn(field: ObjectField, request: OperationState, value: unknown): unknown {
  const { ties } = request;
  // The row of an edge, an address: mostly somebody whom the list has brought in already.
  if (isIn(field, request, value)) return field.connection ? sift(field, request, value) : value;
  const subjects = subjectsOf(value);
  const waiting = ties?.ensure(subjects, field.hides && (!field.tied || tellsOfOthers(value)));
  return waiting ? waiting.then(() => sift(field, request, value, subjects)) : sift(field, request, value, subjects);
}

/**
 * Whether a value is one row that may stand, of an edge, say, or an address, and then it is marked; or a connection
 * below one person. Everything else is looked at more closely.
 */
function isIn(field: ObjectField, { ties, sightings }: OperationState, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const row = value as Row;
  const sighted = ties?.get(row[DATA_SUBJECT]);
  const type = field.type ?? row['__typename'];
  if (sighted === undefined || typeof type !== 'string') return false;
  if (field.connection) return field.subjects.size > 0;
  const about = field.subjects.get(type);
  if (about === undefined) return true;
  if (about.existence !== undefined && sighted.visible[about.existence.index] !== 1) return false;
  if (!about.none) sightings.mark(sighted, field.coordinate);
  return true;
}

/** Whether a connection was asked of whom it tells beside the people of its rows, be it of nobody. */
function tellsOfOthers(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Row)[REPORTED_SUBJECTS] !== undefined;
}

/** The data subjects of a row, of a list of rows, or of a connection's nodes and of whom it tells beside them. */
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

function sift(field: ObjectField, request: OperationState, value: unknown, subjects?: readonly string[]): unknown {
  // A count, a cursor or the mere number of edges tells of people, whatever is selected of them.
  if (field.connection) {
    for (const id of subjects ?? subjectsOf(value)) {
      const sighted = request.ties?.get(id);
      if (sighted) request.sightings.mark(sighted, field.coordinate);
    }
  }
  if (Array.isArray(value)) return value.filter((row) => mayStand(field, request, row));
  return mayStand(field, request, value) ? value : null;
}

function mayStand(field: ObjectField, request: OperationState, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Row;
  const type = field.type ?? row['__typename'];
  // A row that does not say its type could be about anybody.
  if (typeof type !== 'string') return false;
  const about = field.subjects.get(type);
  if (!about || about.none) return true;
  const subjectId = row[DATA_SUBJECT];
  const sighted = request.ties?.get(subjectId);
  if (subjectId === undefined || sighted === undefined) return false;
  const told = about.existence === undefined || sighted.visible[about.existence.index] === 1;
  request.sightings.mark(sighted, field.coordinate, told);
  return told;
}
