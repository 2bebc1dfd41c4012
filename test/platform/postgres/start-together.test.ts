import { expect, test } from '@jest/globals';
import { errorCatalogue } from '../../../src/platform/errors/errors.ts';
import { emptyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';
import { runDatabase } from '../../helpers/database/run-database.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

const start = (database: TestDatabase): Promise<Program> =>
  startProgram('src/main.ts', { ...settingsFor(database), PORT: '0', POPULATION: 'none', LOG_LEVEL: 'error' });

test('two migrations at once fill an empty database, two gateways at once serve it, and an older version refuses what they made', async () => {
  const database = await emptyDatabase();
  try {
    await expect(start(database)).rejects.toThrow(errorCatalogue.SCHEMA_TOO_OLD[1]);
    const settings = settingsFor(database);
    await Promise.all([runDatabase('migrate', settings), runDatabase('migrate', settings)]);
    const started = await Promise.allSettled([start(database), start(database)]);
    const programs = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    try {
      expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      for (const { ready } of programs) {
        const response = await fetch(new URL('/graphql', ready), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ privacyStatement { version } }' }),
        });
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({ data: { privacyStatement: { version: expect.any(String) } } });
      }
      expect(await database.asOwner('select name from migration order by id')).toEqual(
        townDatabase.migrations.map(({ name }) => ({ name })),
      );
    } finally {
      for (const program of programs) program.kill('SIGTERM');
      for (const program of programs) expect(await program.ended).toBe(0);
    }
    // The state that a newer version leaves.
    await database.asOwner(`insert into migration (name) values ('9999-newer')`);
    await expect(start(database)).rejects.toThrow(
      `${errorCatalogue.SCHEMA_TOO_NEW[1]} DATABASE_URL: the database has run 9999-newer, which this version does not know`,
    );
  } finally {
    await database.drop();
  }
});
