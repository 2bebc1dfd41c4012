import type { ClientBase } from 'pg';
import type { EntryStore, LogSource, StoredCosignature, StoredTemplate } from '../../../../log/verify/source/log-source.ts';
import { TemplateTexts } from './template-texts.ts';
import type { Application } from '../../../../engine/application.ts';
import { postingKindBy } from './posting-kind-of.ts';
import { readRange } from '../options/read-range.ts';
import { readExtraRows } from './read-extra-rows.ts';
import { contentOf, storedColumns, type StoredRow } from './stored-columns.ts';
import { bundleLevel } from '../../../../log/store/numbering/extend-tree.ts';
import { compareDefinitions } from '../../../../platform/postgres/definitions/compare-definitions.ts';
import { roleNames, type RoleNames } from '../../../../platform/postgres/roles/role-names.ts';
import { longestPosting, type PostingRules } from '../../../../log/store/numbering/postings.ts';

/** The number of staged entries, or of templates, per query. */
const batch = 1_000;
/** No UUID is below it. */
const lowestId = '00000000-0000-0000-0000-000000000000';

// There may be an inserted second row: size and note must come from the same one.
const newest = 'from access_log.checkpoint order by checkpoint.size desc, checkpoint.note limit 1';

/** Reads the log from its database. @param client in a transaction on one snapshot @param roles the names of the database's roles */
export function databaseSource(
  { database, postings }: Pick<Application, 'database' | 'postings'>,
  client: ClientBase,
  roles: RoleNames = roleNames(),
): LogSource {
  return {
    checkpoint: async () => {
      const { rows } = await client.query<{ note: string }>(`select coalesce(note, '') as note ${newest}`);
      return rows[0]?.note;
    },
    tiles: async (wanted) => {
      const { rows } = await client.query<{ data: Buffer | null }>(
        // Only one row for each requested tile, even if there are several.
        `select (select data from access_log.tile where tile.level = wanted.level and tile.index = wanted.index limit 1) as data
         from unnest($1::int[], $2::bigint[]) with ordinality wanted (level, index, place) order by place`,
        [wanted.map(({ level }) => (level === 'entries' ? bundleLevel : level)), wanted.map(({ index }) => index)],
      );
      return rows.map(({ data }) => data ?? undefined);
    },
    cosignatures: async () => {
      const { rows } = await client.query<Omit<StoredCosignature, 'size' | 'time'> & { readonly size: string; readonly time: string }>(
        `select coalesce(witness, '') as witness, coalesce(note, '') as note, coalesce(line, '') as line, coalesce(size, -1) as size, time
         from access_log.cosignature order by cosignature.size, cosignature.witness`,
      );
      return rows.map(({ size, time, ...rest }) => ({ ...rest, size: Number(size), time: Number(time) }));
    },
    definitions: () => compareDefinitions(client, roles, database),
    entries: entryStore(client, postings),
  };
}

function entryStore(client: ClientBase, postings: PostingRules): EntryStore {
  const texts = new TemplateTexts(client);
  return {
    range: (first, end) => readRange(client, texts, first, end),
    extraRows: (size) => readExtraRows(client, size),
    postingKindOf: postingKindBy(postings),
    longestPosting,
    templates: () =>
      byId<StoredTemplate>(
        client,
        `select id, coalesce(text, '') as text, coalesce(content::text, '') as content from access_log.template where id > $1 order by id limit $2`,
      ),
    staged: async function* staged() {
      const rows = byId<StoredRow & { readonly leaf: string }>(
        client,
        `select ${storedColumns}, coalesce(encode(leaf, 'hex'), '') as leaf from access_log.staged where id > $1 order by staged.id limit $2`,
      );
      for await (const row of rows) yield { ...contentOf(row, await texts.of([row])), leaf: row.leaf };
    },
    statedSize: async () => {
      const { rows } = await client.query<{ size: string }>(`select size ${newest}`);
      return rows[0] && Number(rows[0].size);
    },
    paddingKey: async () => {
      const { rows } = await client.query<{ key: Buffer | null }>('select padding_key as key from access_log.publication limit 1');
      return rows[0]?.key ?? undefined;
    },
    // As many as the tiles have leaves: a single inserted row can have any number.
    reach: async () => {
      const { rows } = await client.query<{ reach: string }>(
        `select coalesce(greatest(sum(length(data)) filter (where level = 0) / 32, sum(length(data)) filter (where level = ${bundleLevel}) / 34), 0)
           as reach from access_log.tile`,
      );
      return Number(rows[0]!.reach);
    },
    coverage: async () => {
      const { rows } = await client.query<{ first: string; since: string }>(
        `select first_seq as first, case when isfinite(since) then to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') else '' end as since
         from access_log.coverage limit 2`,
      );
      return rows.map(({ first, since }) => ({ firstNumber: Number(first), since }));
    },
  };
}

/** Reads a table in the order of its ids. @param statement returns the rows after the id $1, at most $2 of them */
async function* byId<Row extends { readonly id: string }>(client: ClientBase, statement: string): AsyncGenerator<Row, void> {
  for (let after = lowestId; ;) {
    const { rows } = await client.query<Row>(statement, [after, batch]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}
