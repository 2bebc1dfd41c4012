import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast } from '../../../demo/personas.ts';
import { digestOf } from '../../../src/identity/accounts/mails/secret-token.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openContacts } from '../../helpers/identity/contacts.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

test('a link that is opened while another address is given waits for it, and neither ends in a deadlock', async () => {
  const contacts = await openContacts();
  const { roles } = contacts.gateway.database;
  // Without the pool of the server, which tries again after a deadlock.
  const [changing, proving] = [roles.owner, roles.identity].map((connectionString) => new Client({ connectionString }));
  try {
    await contacts.begin();
    await contacts.give(cast.neighbour, cast.neighbour, 'first@mail.example');
    const link = await contacts.linkTo('first@mail.example');
    await changing!.connect();
    await proving!.connect();
    await changing!.query('begin');
    // `change_contact` locks the resident first, and then deletes the links.
    await changing!.query('select from recreation.resident where id = $1 for update', [cast.neighbour]);
    const proven = proving!.query('select identity.prove_contact($1, $2::timestamptz, $2::timestamptz::date) as id', [
      digestOf(link),
      testNow,
    ]);
    await waitsForLock(contacts.gateway.database);
    const change = `select identity.change_contact($1, 'second@mail.example', 'SELF', $1, $2, 48, 8)`;
    const changed = changing!.query(change, [cast.neighbour, testNow]).then(() => changing!.query('commit'));
    const [one, other] = await Promise.allSettled([proven, changed]);
    expect([one, other.status]).toEqual([
      expect.objectContaining({ value: expect.objectContaining({ rows: [{ id: null }] }) }),
      'fulfilled',
    ]);
    expect(await contacts.rowOf(cast.neighbour)).toMatchObject({ waiting_email: 'second@mail.example' });
  } finally {
    await changing!.end();
    await proving!.end();
    await contacts.close();
  }
});
