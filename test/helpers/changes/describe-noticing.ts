import { describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Situations } from '../asking/situations.ts';
import { listedStandpoints, type StandpointName } from '../asking/standpoints.ts';

/**
 * A change of the records, and who may notice it. Changes of one round (default: 1) are also made together, so that none may touch what
 * another of its round changes.
 */
export type Change = readonly [what: string, statements: string, seenBy: readonly StandpointName[], round?: 2 | 3];

/**
 * Describes that each change is noticed from the standpoints that may notice it, and that from each standpoint the others, made together,
 * change nothing of the whole response. To ask from each standpoint after each change alone would take several times as long.
 * @param changes by what their titles begin with
 */
export function describeNoticing(opened: () => Situations, changes: Readonly<Record<string, readonly Change[]>>): void {
  describe.each(Object.entries(changes))('%s', (_begin, listed) => {
    test.each(listed)('%s', async (_what, statements, seenBy) => {
      expect(await opened().noticedBy(statements, seenBy)).toEqual(seenBy);
    });
  });

  const rounds = Map.groupBy(Object.values(changes).flat(), ([, , , round = 1]) => round);
  describe.each([...rounds])('the changes of round %i', (_round, listed) => {
    test('touch different rows or columns: in either order each finds its rows, and the records are the same at last', async () => {
      const forwards = await appliedTo(opened(), listed);
      const backwards = await appliedTo(opened(), listed.toReversed());
      expect([...forwards.without, ...backwards.without]).toEqual([]);
      expect(forwards.records).toEqual(backwards.records);
    });

    test('are noticed from no other standpoint, though they are made together', async () => {
      expect(await noticedByOthers(opened(), listed)).toEqual([]);
    });
  });
}

/** Makes changes one after another, and undoes them. */
async function appliedTo({ gateway, during }: Situations, changes: readonly Change[]): Promise<{ without: string[]; records: unknown[] }> {
  const client = new Client({ connectionString: gateway.database.roles.owner });
  await client.connect();
  const without: string[] = [];
  try {
    return await during('select 1', async () => {
      for (const [what, statements] of changes) {
        const results = [await client.query(statements)].flat();
        if (results.some(({ rowCount }) => rowCount === 0)) without.push(what);
      }
      const { rows } = await client.query<{ name: string }>(
        `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
         where schemaname in ('recreation', 'web') or (schemaname, tablename) in (('access_log', 'entry'), ('access_log', 'posting'))`,
      );
      // Triggers note when a row was changed, which is now.
      const row = `regexp_replace(one::text, current_date || ' [^",)]+', 'now', 'g')`;
      const digests = rows.map(
        ({ name }) => `select '${name}' as name, md5(string_agg(${row}, ';' order by ${row})) as rows from ${name} one`,
      );
      return { without, records: (await client.query(`${digests.join(' union all ')} order by 1`)).rows };
    });
  } finally {
    await client.end();
  }
}

/** @returns a sentence for each standpoint that notices a change which it may not notice, or some of them together */
async function noticedByOthers(situations: Situations, changes: readonly Change[]): Promise<string[]> {
  const hiddenFrom = (name: StandpointName): readonly Change[] => changes.filter(([, , seenBy]) => !seenBy.includes(name));
  const names = listedStandpoints.map(({ name }) => name);
  const alike = Map.groupBy(names, (name) =>
    hiddenFrom(name)
      .map(([what]) => what)
      .join('; '),
  );
  const noticed: string[] = [];
  for (const [all, among] of alike) {
    const hidden = hiddenFrom(among[0]!);
    for (const name of await situations.noticedBy(hidden.map(([, statements]) => statements).join('; '), among)) {
      const alone: string[] = [];
      for (const [what, statements] of hidden) if ((await situations.noticedBy(statements, [name])).length > 0) alone.push(what);
      noticed.push(`${name} notices: ${alone.join('; ') || `some of these together: ${all}`}`);
    }
  }
  return noticed;
}
