import { beforeAll, expect, test } from '@jest/globals';
import { populate } from '../../../../demo/population/populate.ts';
import { testNow, testToday } from '../../../helpers/database/cluster.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { indexedReads, statementsOf } from '../../../helpers/values/indexed-reads.ts';
import { rowsRead } from '../../../helpers/values/rows-read.ts';

// So many residents that a read of a whole table reads far more rows than a page has.
const residents = 20_000;
const most = 800;

const gateway = useGateway();
beforeAll(async () => {
  await populate(gateway.database.roles.owner, { residents, today: testToday, now: testNow, replace: true });
});

test.each(indexedReads)(
  '%s: no statement reads more rows in a large town, with or without parameters known to the planner',
  async (...read) => {
    const reads = (await statementsOf(gateway, read)).filter(({ text }) => /recreation|web\./.test(text));
    expect(reads.length).toBeGreaterThan(0);
    for (const one of reads) {
      for (const generic of [false, true]) {
        const rows = await rowsRead(gateway.database.roles.owner, one, generic);
        expect(rows.filter((scan) => scan.rows > most)).toEqual([]);
      }
    }
  },
);

test('reads are counted: a search without an index reads all residents', async () => {
  const text = 'select id from recreation.resident where street = $1';
  for (const generic of [false, true]) {
    const [scan] = await rowsRead(gateway.database.roles.owner, { text, values: ['1 Nowhere'] }, generic);
    expect(scan).toMatchObject({ table: 'resident', rows: residents });
  }
});
