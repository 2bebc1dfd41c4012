import { Client } from 'pg';
import { storeEntries } from '../../helpers/entries/store-entries.ts';
import { tableOrder, type Tables } from '../../../demo/population/tables.ts';

type Stored<Name extends keyof Tables> = { -readonly [Column in keyof Tables[Name]]: Tables[Name][Column] };

/** An entry's view: the part that data subjects with the same fields share. */
interface LogView {
  relationship: string;
  released: string[];
  withheld: string[];
}

/** One numbered access entry. */
export interface LogEntry {
  month: string;
  seq: number;
  id: string;
  header: Record<string, unknown>;
  views: LogView[];
}

/** 0 is the principal's segment and 1 the case's, which have a content. Every other segment is a data subject's. */
export interface LogSegment {
  month: string;
  seq: number;
  ordinal: number;
  content: Record<string, unknown> | null;
  subject_id: string | null;
  /** The index of the view among the entry's views. */
  seen: number | null;
}

/** All rows of a database. Generated columns and columns that a trigger maintains are left out: PostgreSQL fills them. */
export interface Town {
  'recreation.partner': Stored<'recreation.partner'>[];
  'recreation.service': Stored<'recreation.service'>[];
  'recreation.resident': Stored<'recreation.resident'>[];
  'recreation.household': Stored<'recreation.household'>[];
  'recreation.household_member': Stored<'recreation.household_member'>[];
  'recreation.guardianship': Stored<'recreation.guardianship'>[];
  'recreation.account': Stored<'recreation.account'>[];
  'recreation.purchase': Stored<'recreation.purchase'>[];
  'recreation.payment': Stored<'recreation.payment'>[];
  'recreation.employee': (Stored<'recreation.employee'> & {
    invited_at: string | null;
    invited_by: string | null;
    awaited_roles: readonly string[];
    proposed_by: string | null;
    proposed_at: string | null;
    appointed_by: string | null;
    appointed_at: string | null;
    approved_by: string | null;
    accepted_at: string | null;
    access_ended_at: string | null;
  })[];
  'recreation.acknowledgement': Stored<'recreation.acknowledgement'>[];
  'recreation.statement_acknowledgement': Stored<'recreation.statement_acknowledgement'>[];
  'recreation.ticket': Stored<'recreation.ticket'>[];
  'recreation.ticket_message': Stored<'recreation.ticket_message'>[];
  'recreation.ticket_read': Stored<'recreation.ticket_read'>[];
  'recreation.encounter': Stored<'recreation.encounter'>[];
  'recreation.request': (Stored<'recreation.request'> & {
    entry_id: string | null;
    withdrawn_at: string | null;
    filed_by_id: string | null;
  })[];
  'recreation.request_message': (Stored<'recreation.request_message'> & { is_answer: boolean })[];
  'recreation.mandate': Stored<'recreation.mandate'>[];
  'recreation.mandate_subject': Stored<'recreation.mandate_subject'>[];
  'recreation.mandate_approval': Stored<'recreation.mandate_approval'>[];
  'recreation.mandate_seal': Stored<'recreation.mandate_seal'>[];
  'recreation.mandate_seal_approval': Stored<'recreation.mandate_seal_approval'>[];
  'web.visit': Stored<'web.visit'>[];
  'access_log.entry': LogEntry[];
  'access_log.segment': LogSegment[];
}

export type TownTable = keyof Town;
export type Resident = Town['recreation.resident'][number];

/** Each table after those that it refers to. */
const tables = tableOrder satisfies readonly TownTable[];
const logTables = ['access_log.entry', 'access_log.posting', 'access_log.staged'];

const generated = ['initials', 'email_hint', 'phone_hint', 'lives_protected', 'awaits_acceptance'];

/** Reads a whole database, as its owner. */
export async function readTown(ownerUrl: string): Promise<Town> {
  return withOwner(ownerUrl, async (client) => {
    const town: Record<string, unknown[]> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(held) - $1::text[] as row from ${table} held order by held::text`,
        [generated],
      );
      town[table] = rows.map(({ row }) => row);
    }
    const entries = await client.query<LogEntry>('select month::text, seq::int, id, header, views from access_log.full_entry order by seq');
    const segments = await client.query<LogSegment>(
      `select segment.month::text, segment.seq::int, ordinal, case when ordinal < 2 then content end as content, subject_id,
         case when ordinal > 1 then coalesce(entry.seen[ordinal - 1], 0) end as seen
       from access_log.segment join access_log.entry using (seq, month) order by seq, ordinal`,
    );
    return { ...town, 'access_log.entry': entries.rows, 'access_log.segment': segments.rows } as unknown as Town;
  });
}

/** Replaces all rows of a database by those of a town, as its owner. Each table's rows are inserted in the order given. */
export async function writeTown(ownerUrl: string, town: Town): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    await client.query('begin');
    // With what refers to a person and no answer shows: invitations and accounts.
    await client.query(`truncate ${[...tables, ...logTables].join(', ')} cascade`);
    for (const table of tables) {
      const rows = town[table];
      if (rows.length === 0) continue;
      const columns = Object.keys(rows[0]!).join(', ');
      const insert = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
      await client.query(insert, [JSON.stringify(rows)]);
    }
    await writeLog(client, town);
    await client.query('commit');
    await client.query(`analyze ${[...tables, ...logTables].join(', ')}`);
  });
}

async function writeLog(client: Client, town: Town): Promise<void> {
  const segments = Map.groupBy(town['access_log.segment'], ({ seq }) => seq);
  const entries = town['access_log.entry'].map((entry) => {
    const own = segments.get(entry.seq) ?? [];
    const contentOf = (at: number) => own.find(({ ordinal }) => ordinal === at)?.content ?? undefined;
    return {
      ...entry,
      principal: contentOf(0) as { id: string | null } | undefined,
      matter: contentOf(1) as { case: string | null; authority: string | null } | undefined,
      subjects: own.flatMap(({ subject_id: id, seen }) => (id === null ? [] : [{ id, seen: seen ?? 0 }])),
    };
  });
  if (entries.length > 0) await storeEntries(client, entries);
}

async function withOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
