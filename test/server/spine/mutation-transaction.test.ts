import { expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { cast } from '../../../demo/personas.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { Deadline } from '../../../src/platform/time/deadline.ts';
import { MutationTransaction } from '../../../src/server/spine/mutation-transaction.ts';
import { OperationRecords } from '../../../src/server/spine/entry/operation-records.ts';
import { town } from '../../../src/town/index.ts';
import { copyDatabase, testNow, testToday } from '../../helpers/database/cluster.ts';

test('what is written in an abandoned transaction is undone, also where its work goes on', async () => {
  const database = await copyDatabase();
  const orm = await openOrm(database.roles.gateway, town.entities);
  try {
    const records = new OperationRecords(orm, { now: testNow, today: testToday, timeZone: undefined }, new Deadline(60_000));
    const transaction = new MutationTransaction(records, town.access);
    await transaction.begin();
    const { manager } = records;
    let goOn = (): void => undefined;
    const paused = new Promise<void>((done) => (goOn = done));
    const phone = `update recreation.resident set phone = '+17805550199' where id = '${cast.resident}'`;
    const work = paused.then(async () => manager.getKysely<unknown>().executeQuery(CompiledQuery.raw(phone)));
    transaction.abandon(work);
    expect(transaction.isOpen).toBe(false);
    // A rollback that does not wait for the work has ended by then.
    await new Promise((done) => setTimeout(done, 100));
    goOn();
    await work;
    // It was executed in the transaction, whose lock lasts until it is rolled back.
    const [row] = await database.asOwner<{ phone: string }>('select phone from recreation.resident where id = $1 for update', [
      cast.resident,
    ]);
    expect(row!.phone).not.toBe('+17805550199');
  } finally {
    await orm.close();
    await database.drop();
  }
});
