import type { Entry, SubjectOpening, View } from '../transparency-log/entry.ts';
import { accessInForce, holderNames, holderTypes, holderValues, type Holder } from '../records/access-in-force.ts';
import { uuidList } from './uuid-list.ts';

/** An SQL statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

const columns = {
  id: 'uuid',
  header: 'jsonb',
  digests: 'bytea',
  leaf: 'bytea',
  salts: 'bytea',
  openings: 'jsonb',
  subjects: 'uuid[]',
  seen: 'smallint[]',
  views: 'jsonb',
} as const;
const types = Object.values(columns);
const names = Object.keys(columns).join(', ');

/** Builds the statement that stages entries, one row each. */
export function stageStatement(entries: readonly Entry[]): Statement {
  return { text: `insert into access_log.staged (${names}) ${valuesOf(entries.length, types)}`, values: entries.flatMap(rowOf) };
}

/** An entry, and the principal whose access must be in force for it to be stored; undefined: it is stored in any case. */
export interface Staging {
  readonly entry: Entry;
  readonly holder: Holder | undefined;
}

/** Such an entry with the time until which it may be staged: PostgreSQL's, in POSIX milliseconds. */
export interface Lasting extends Staging {
  readonly until: number;
}

/**
 * Builds the statement that stages an entry while the access of its principal is in force. The check costs no further statement,
 * and comes as late as it can: between it and the answer there is only the commit. The statement returns the id of the entry if it
 * stored it.
 */
export function stageWhileInForce(staging: Staging): Statement {
  return {
    text: `insert into access_log.staged (${names})
      select ${names} from (${valuesOf(1, [...types, ...holderTypes])}) holder (${names}, ${holderNames})
      where ${accessInForce} returning id`,
    values: [...rowOf(staging.entry), ...holderValues(staging.holder)],
  };
}

/** The same for several entries, and only those whose time is not over when PostgreSQL executes it. */
export function stageInTimeStatement(lasting: readonly Lasting[]): Statement {
  return {
    text: `insert into access_log.staged (${names})
      select ${names} from (${valuesOf(lasting.length, [...types, ...holderTypes, 'float8'])}) holder (${names}, ${holderNames}, until)
      where until > (select extract(epoch from clock_timestamp()) * 1000) and ${accessInForce} returning id`,
    values: lasting.flatMap(({ entry, holder, until }) => [...rowOf(entry), ...holderValues(holder), until]),
  };
}

function valuesOf(count: number, ofRow: readonly string[]): string {
  const row = (at: number): string => `(${ofRow.map((type, column) => `$${at * ofRow.length + column + 1}::${type}`).join(', ')})`;
  return `values ${Array.from({ length: count }, (_none, at) => row(at)).join(', ')}`;
}

/** The column values of an entry. Data subjects with the same view share it: `seen` holds the index of each one's view. */
function rowOf({ header, stored, openings, salts, leaf }: Entry): unknown[] {
  const [principal, matter, ...subjects] = openings;
  const { seen, views } = viewsOf(subjects);
  return [
    header.id,
    stored,
    Buffer.from(header.openings.join(''), 'hex'),
    leaf,
    salts,
    JSON.stringify([principal, matter]),
    uuidList(subjects.map(({ id }) => id)),
    `{${seen.join(',')}}`,
    JSON.stringify(views),
  ];
}

function viewsOf(subjects: readonly SubjectOpening[]): { readonly seen: readonly number[]; readonly views: readonly View[] } {
  const views: View[] = [];
  const seen = subjects.map(({ relationship, released, withheld }) => {
    const alike = (view: View): boolean => view.released === released && view.withheld === withheld && view.relationship === relationship;
    const known = views.findIndex(alike);
    return known === -1 ? views.push({ relationship, released, withheld }) - 1 : known;
  });
  return { seen, views };
}
