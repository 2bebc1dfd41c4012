import { Client } from 'pg';

/** The time that PostgreSQL spent on one statement. */
export interface StatementTime {
  readonly text: string;
  readonly calls: number;
  /** Microseconds of all calls, including planning. */
  readonly total: number;
}

/** Starts counting PostgreSQL's statements (pg_stat_statements). @param administrator connection string of the superuser */
export async function countStatements(administrator: string): Promise<void> {
  await withClient(administrator, async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    await client.query('select pg_stat_statements_reset()');
  });
}

/** The counted statements, the most expensive first. */
export async function statementTimes(administrator: string): Promise<readonly StatementTime[]> {
  return withClient(administrator, async (client) => {
    const { rows } = await client.query<{ query: string; calls: string; total: number }>(
      'select query, calls, (total_exec_time + total_plan_time) * 1000 as total from pg_stat_statements order by total desc limit 8',
    );
    return rows.map(({ query, calls, total }) => ({ text: query.replaceAll(/\s+/g, ' ').trim(), calls: Number(calls), total }));
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
