import { town } from '../../../src/town/index.ts';
import type { ClientBase } from 'pg';
import { templateOf } from '../../../src/log/store/staging/create-entry.ts';
import { indexEntries } from '../../../src/log/store/numbering/index-entries.ts';
import { longestPosting } from '../../../src/log/store/numbering/postings.ts';
import type { View } from '../../../src/log/entry/entry.ts';

/** A numbered access entry that a test stores directly. No proof of it verifies: its root and its salts are blank. */
export interface LoggedEntry {
  readonly month: string;
  readonly seq: number;
  readonly id: string;
  /** Without the root of the segments. */
  readonly header: Readonly<Record<string, unknown>>;
  readonly views: readonly View[];
  /** Undefined: erased. */
  readonly principal: { readonly id: string | null } | undefined;
  readonly matter: { readonly case: string | null; readonly authority: string | null } | undefined;
  /** With the index of each one's view. */
  readonly subjects: readonly { readonly id: string; readonly seen: number }[];
}

const blank = String.raw`\x${'00'.repeat(32)}`;

/**
 * Inserts entries into the numbered log, with their templates and the index by data subject.
 * @param client the owner of the tables
 */
export async function storeEntries(client: Pick<ClientBase, 'query'>, entries: readonly LoggedEntry[]): Promise<void> {
  const rows = entries.map(rowOf);
  const templates = new Map(rows.flatMap((row) => row.templates.map((template) => [template.id, template.text])));
  await client.query('insert into access_log.template (id, text) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing', [
    [...templates.keys()],
    [...templates.values()],
  ]);
  await client.query('insert into access_log.entry select * from jsonb_populate_recordset(null::access_log.entry, $1::jsonb)', [
    JSON.stringify(rows.map(({ row }) => row)),
  ]);
  for (const [first, last] of runsOf(entries.map(({ seq }) => seq))) await indexEntries(client, town.postings, BigInt(first), BigInt(last));
}

/** The first and the last of each run of consecutive numbers that a posting can hold. */
function runsOf(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1 && number - run[0] < longestPosting) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function rowOf({ month, seq, id, header, views, principal, matter, subjects }: LoggedEntry) {
  const { at, id: _id, operationHash, covers, erases, ...shared } = header;
  const [template, seen] = [templateOf(JSON.stringify(shared)), templateOf(JSON.stringify(views))];
  const erased = { ...(!principal && { 0: blank.slice(2) }), ...(!matter && { 1: blank.slice(2) }) };
  const row = {
    month,
    seq,
    id,
    at,
    role: header['role'],
    template_id: template.id,
    views_id: seen.id,
    operation_hash: typeof operationHash === 'string' ? String.raw`\x${operationHash}` : blank,
    root: blank,
    erases,
    covers,
    principal_id: principal?.id ?? null,
    case_id: matter?.case ?? null,
    authority_ids: matter?.authority?.split(' ') ?? null,
    subjects: subjects.map((subject) => subject.id),
    seen: subjects.map((subject) => subject.seen),
    salts: String.raw`\x${'00'.repeat(16 * (2 + subjects.length))}`,
    erased: Object.keys(erased).length > 0 ? erased : null,
  };
  return { row, templates: [template, seen] };
}
