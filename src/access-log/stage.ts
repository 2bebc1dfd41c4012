import type { Entry, SubjectOpening, View } from '../transparency-log/entry.ts';
import { uuidList } from './uuid-list.ts';

/** An SQL statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

const columns = ['id', 'header', 'digests', 'leaf', 'salts', 'openings', 'subjects', 'seen', 'views'] as const;

/** Builds the statement that stages entries, one row each. */
export function stageStatement(entries: readonly Entry[]): Statement {
  const rows = entries.map((_entry, row) => `(${columns.map((_column, at) => `$${row * columns.length + at + 1}`).join(', ')})`);
  return {
    text: `insert into access_log.staged (${columns.join(', ')}) values ${rows.join(', ')}`,
    values: entries.flatMap(rowOf),
  };
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
