import type { Entry } from '../../entry/entry.ts';
import { andCommit } from '../../../platform/sql/prepared-statements/frame.ts';
import { heldNames, heldTypes, heldValues, type AccessCondition, type HeldAccess } from './access-condition.ts';
import { templateOf, type Template } from './create-entry.ts';
import { viewsOf } from '../numbering/views-of.ts';
import type { ClientBase } from 'pg';
import { CompiledQuery } from 'kysely';
import type { Database } from '../../../platform/sql/sql.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** An SQL statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

const columns = {
  id: 'uuid',
  at: 'timestamptz',
  role: 'text',
  template_id: 'uuid',
  views_id: 'uuid',
  operation_hash: 'bytea',
  erases: 'text[]',
  covers: 'text[]',
  root: 'bytea',
  leaf: 'bytea',
  principal_id: 'uuid',
  case_id: 'uuid',
  authority_ids: 'uuid[]',
  subjects: 'uuid[]',
  seen: 'smallint[]',
  salts: 'bytea',
} as const;
const types = Object.values(columns);
const names = Object.keys(columns).join(', ');

/** Builds the statement that stages entries, one row each, with the templates that are not stored yet. */
export function stageStatement(entries: readonly Entry[]): Statement {
  const rows = entries.map(rowOf);
  const text = withTemplates(rows.length, types, (given) => `insert into access_log.staged (${names}) ${given}`);
  return { text, values: [...rows.flatMap(({ values }) => values), ...missingTemplates(rows)] };
}

/** An entry, and the principal whose access must be in force for it to be stored; undefined: it is stored in any case. */
export interface Staging {
  readonly entry: Entry;
  readonly held: HeldAccess | undefined;
}

/** Such an entry with the time until which it may be staged: PostgreSQL's, in POSIX milliseconds. */
export interface Lasting extends Staging {
  readonly until: number;
}

/**
 * Builds the text that stages an entry while the access of its principal is in force, and commits its transaction. The check costs no
 * further statement, and comes as late as it can: between it and the answer there is only the commit. Where the entry is not stored, the
 * statement fails with `notStored`, so nothing is committed.
 * @param condition whether access is in force
 * @param lasts milliseconds from the beginning of the transaction, as PostgreSQL's clock says, after which nothing is committed
 */
function commitStatement(condition: AccessCondition, { entry, held }: Staging, lasts: number): Statement {
  const row = rowOf(entry);
  return { text: textsOf(condition).committing, values: [...row.values, ...heldValues(held), lasts, ...missingTemplates([row])] };
}

/** The SQLSTATEs of an entry that was not stored: the access of the principal has ended, or the time was over. */
const notStored = { accessEnded: 'NTK01', overdue: 'NTK02' } as const;

const rowTypes = [...types, ...heldTypes];
const lastingTypes = [...rowTypes, 'float8'];
const lasts = `$${lastingTypes.length}`;
const committingWhile = ({ predicate }: AccessCondition): string =>
  `${withTemplates(
    1,
    lastingTypes,
    (given) => `, stored as (
      insert into access_log.staged (${names})
      select ${names} from (${given}) held (${names}, ${heldNames}, lasts)
      where ${predicate} returning id)
    select access_log.assert_stored(exists (select from stored), transaction_timestamp() + ${lasts} * interval '1 millisecond')`,
  )}${andCommit}`;

/**
 * Builds the statement that stages those entries whose principal's access is in force, and whose time is not over when PostgreSQL executes
 * it. It returns the ids of the entries that it stored.
 * @param condition whether access is in force
 * @param stored the ids of templates that are stored. An entry that refers to them must be stored as well, or they could be deleted.
 *   Those of the statement are added to it by `remember`, which is called once the statement is committed with all its entries
 */
export function stageInTimeStatement(
  condition: AccessCondition,
  lasting: readonly Lasting[],
  stored: Set<string>,
): Statement & { readonly remember: () => void } {
  const rows = lasting.map(({ entry }) => rowOf(entry));
  const values: unknown[] = [];
  lasting.forEach(({ held, until }, at) => values.push(...rows[at]!.values, ...heldValues(held), until));
  values.push(...missingTemplates(rows, stored));
  const remember = (): void => rows.forEach(({ templates }) => templates.forEach(({ id }) => stored.add(id)));
  return { text: inTime(condition, rows.length), values, remember };
}

/** The texts of one condition. */
interface Texts {
  readonly committing: string;
  /** By the number of rows. */
  readonly inTime: Map<number, string>;
}

// Writing such a text takes longer than all else of staging an entry.
const known = new WeakMap<AccessCondition, Texts>();

function textsOf(condition: AccessCondition): Texts {
  let texts = known.get(condition);
  if (!texts) known.set(condition, (texts = { committing: committingWhile(condition), inTime: new Map() }));
  return texts;
}

function inTime(condition: AccessCondition, count: number): string {
  const texts = textsOf(condition).inTime;
  let text = texts.get(count);
  if (text === undefined) {
    text = withTemplates(
      count,
      lastingTypes,
      (given) => `insert into access_log.staged (${names})
      select ${names} from (${given}) held (${names}, ${heldNames}, until)
      where until > (select extract(epoch from clock_timestamp()) * 1000) and ${condition.predicate} returning id`,
    );
    texts.set(count, text);
  }
  return text;
}

interface Row {
  readonly values: readonly unknown[];
  readonly templates: readonly Template[];
}

/**
 * The text of a statement that also stores templates. Its last two parameters are `missingTemplates`; it does not depend on them.
 * @param ofRow the types of a row's columns
 * @param insertFrom writes the statement around the rows
 */
function withTemplates(count: number, ofRow: readonly string[], insertFrom: (rows: string) => string): string {
  const row = (at: number): string => `(${ofRow.map((type, column) => `$${at * ofRow.length + column + 1}::${type}`).join(', ')})`;
  const rows = `values ${Array.from({ length: count }, (_none, at) => row(at)).join(', ')}`;
  return `with templates as (
      insert into access_log.template (id, text)
      select * from unnest($${count * ofRow.length + 1}::uuid[], $${count * ofRow.length + 2}::text[]) needed (id, text)
      where not exists (select from access_log.template where template.id = needed.id) on conflict do nothing
    ) ${insertFrom(rows)}`;
}

/**
 * The ids and texts of the templates that may not be stored. They are stored in the order of their ids, so that no two statements wait for
 * each other.
 */
function missingTemplates(rows: readonly Row[], stored?: ReadonlySet<string>): readonly [ids: string[], texts: string[]] {
  const missing = new Map<string, string>();
  for (const { templates } of rows) for (const { id, text } of templates) if (!stored?.has(id)) missing.set(id, text);
  const ids = [...missing.keys()].toSorted();
  return [ids, ids.map((id) => missing.get(id)!)];
}

function rowOf({ header, template, root, segments, salts, leaf }: Entry): Row {
  const [principal, ofCase, ...subjects] = segments;
  const { seen, text } = viewsOf(subjects);
  const templates = [templateOf(template), templateOf(text)] as const;
  const values = [
    header.id,
    header.at,
    header.role,
    templates[0].id,
    templates[1].id,
    Buffer.from(header.operationHash, 'hex'),
    header.erases ?? null,
    header.covers ?? null,
    root,
    leaf,
    principal.id,
    ofCase.case,
    ofCase.authority === null ? null : `{${ofCase.authority.replaceAll(' ', ',')}}`,
    uuidList(subjects.map(({ id }) => id)),
    seen ? `{${seen.join(',')}}` : null,
    salts,
  ];
  return { values, templates };
}

/** PostgreSQL's OID of the type uuid, and the length of a UUID in bytes. */
const [uuidType, uuidLength] = [2950, 16];
/** The head of the binary form, five 32-bit words: dimensions (1), flags (no nulls), type, number of elements, first index. */
const headLength = 5 * 4;
const elementLength = 4 + uuidLength;

/**
 * A parameter of the type uuid[] in the binary form of PostgreSQL's `array_recv`: parsing the text form takes a fifth of
 * the time of the statement that stages an entry.
 * @returns text if an id is not in PostgreSQL's own notation of a UUID; PostgreSQL then parses or refuses it
 */
export function uuidList(ids: readonly string[]): Buffer | string {
  const list = Buffer.alloc(headLength + ids.length * elementLength);
  [1, 0, uuidType, ids.length, 1].forEach((word, at) => list.writeInt32BE(word, at * 4));
  let at = headLength;
  for (const id of ids) {
    list[at + 3] = uuidLength;
    if (!writeUuid(id, list, at + 4)) return `{${ids.join(',')}}`;
    at += elementLength;
  }
  return list;
}

/** The position of each byte's two digits in a UUID's text. */
const positions = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const dashPositions = [8, 13, 18, 23] as const;
/** The value of a hexadecimal digit by its character code; -1 if it is not one. */
const digits = Int8Array.from({ length: 128 }, (_digit, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)));

/** @returns false if `id` is not a UUID in lower case with dashes */
function writeUuid(id: string, list: Buffer, at: number): boolean {
  if (id.length !== 36 || dashPositions.some((position) => id[position] !== '-')) return false;
  for (let byte = 0; byte < uuidLength; byte += 1) {
    const position = positions[byte]!;
    const value = (digitAt(id, position) << 4) | digitAt(id, position + 1);
    if (value < 0) return false;
    list[at + byte] = value;
  }
  return true;
}

function digitAt(text: string, place: number): number {
  return digits[text.charCodeAt(place)] ?? -1;
}

/**
 * Stages an entry in the transaction that the connection is in: of a sign-in, of an act of an account, or of a command. If it fails for
 * any reason, the caller must release nothing.
 */
export async function stageEntry(connection: Database | ClientBase, entry: Entry): Promise<void> {
  const { text, values } = stageStatement([entry]);
  if ('executeQuery' in connection) await connection.executeQuery(CompiledQuery.raw(text, values));
  else await connection.query(text, values);
}

/**
 * Stages an entry in the transaction that `database` is in, and commits that transaction, in one round trip: a change and its entry are
 * committed together. If it fails for any reason, the caller must release nothing.
 * @param condition whether access is in force
 * @param held the access that must be in force
 * @param lasts milliseconds from the beginning of the transaction until the request is over
 * @throws PrivacyError ACCESS_ENDED if the held access is not in force, REQUEST_OVERDUE: nothing was committed
 */
export async function commitWithEntry(
  condition: AccessCondition,
  database: Database,
  entry: Entry,
  held: HeldAccess,
  lasts: number,
): Promise<void> {
  const { text, values } = commitStatement(condition, { entry, held }, lasts);
  try {
    await database.executeQuery(CompiledQuery.raw(text, values));
  } catch (error) {
    const cause = causeOf(error);
    if (cause === notStored.accessEnded) throw new PrivacyError('ACCESS_ENDED');
    if (cause === notStored.overdue) throw new PrivacyError('REQUEST_OVERDUE');
    throw error;
  }
}
