import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/cluster.ts';
import { openContacts } from '../../helpers/contacts.ts';
import { waitsForLock } from '../../helpers/waits-for-lock.ts';

test('another address that is given as the link of one is opened waits for it, or is waited for, and neither fails', async () => {
  const contacts = await openContacts();
  const changing = new Client({ connectionString: contacts.gateway.database.roles.owner });
  try {
    await contacts.begin();
    await contacts.give(cast.neighbour, cast.neighbour, 'first@mail.example');
    const link = await contacts.linkTo('first@mail.example');
    await changing.connect();
    await changing.query('begin');
    // Where `change_contact` is between the row of the resident and its links.
    await changing.query('select from recreation.resident where id = $1 for update', [cast.neighbour]);
    const proven = contacts.accounts.proveContact(link);
    await waitsForLock(contacts.gateway.database);
    await changing.query(`select identity.change_contact($1, 'second@mail.example', 'SELF', $1, $2, 48, 8)`, [cast.neighbour, testNow]);
    await changing.query('commit');
    expect(await proven).toBe(false);
    expect(await contacts.rowOf(cast.neighbour)).toMatchObject({ waiting_email: 'second@mail.example' });
  } finally {
    await changing.end();
    await contacts.close();
  }
});
