import { Pool } from 'pg';

/** Moves staged entries into dense numbers; one at a time across all instances. */
export interface Sequencer {
  /** Numbers what is staged now. Tests and the tour wait for it; else it runs by itself. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds between two runs. */
const pause = 250;
/** The advisory lock that only one sequencer can hold; the number has no meaning beyond being ours. */
const lock = 7_462_001;
const batch = 1_000;

/**
 * Starts the sequencer, as its own database role. A number is given only here, under the lock, and
 * never by a serial column or a time; entry, openings and the index by data subject come in one
 * transaction, so a crash loses and doubles nothing.
 * @param report is told of a run that failed; the next one tries again
 */
export function startSequencer(url: string, report: (error: unknown) => void): Sequencer {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', report);
  let running: Promise<void> | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    // Whoever waits wants what was staged before the wait began, so a run under way is not enough.
    while (running) await running;
    running = numberAll(pool).finally(() => (running = undefined));
    await running;
  };
  const timer = setInterval(() => {
    if (!running && !stopped) void run().catch(report);
  }, pause);
  timer.unref();

  return {
    run,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
      await pool.end();
    },
  };
}

async function numberAll(pool: Pool): Promise<void> {
  for (let taken = batch; taken === batch;) taken = await numberBatch(pool);
}

async function numberBatch(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    const { rows } = await client.query<{ taken: number }>(statement, [batch]);
    await client.query('commit');
    return rows[0]?.taken ?? 0;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

// The header's own time orders a batch for readers; nothing depends on it.
const statement = `
  with next as (select coalesce(max(seq) + 1, 0) as seq from access_log.entry),
  taken as (
    delete from access_log.staged
    where id in (select id from access_log.staged order by header ->> 'at', id limit $1)
    returning id, header, leaf_hash, openings
  ),
  numbered as (
    select next.seq + row_number() over (order by header ->> 'at', id) - 1 as seq, taken.* from taken, next
  ),
  entries as (
    insert into access_log.entry (seq, id, header, leaf_hash) select seq, id, header, leaf_hash from numbered
  ),
  opened as (
    select numbered.seq, opening.ordinal - 1 as ordinal, opening.value
    from numbered, jsonb_array_elements(openings) with ordinality opening (value, ordinal)
  ),
  openings as (
    insert into access_log.opening (seq, ordinal, kind, salt, content)
    select seq, ordinal, value -> 'content' ->> 'kind', decode(value ->> 'salt', 'hex'), value -> 'content' from opened
  ),
  subjects as (
    insert into access_log.subject (subject_id, seq)
    select distinct (value -> 'content' ->> 'id')::uuid, seq from opened where value -> 'content' ->> 'kind' = 'subject'
  )
  select count(*)::int as taken from taken`;
