import { expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

test('a resident sees the own name, and the read is logged before the answer leaves', async () => {
  const [row] = await gateway.database.asOwner<{ given_name: string }>('select given_name from recreation.resident where id = $1', [
    cast.resident,
  ]);
  const { data, privacy, errors } = await gateway.ask('resident', '{ me { givenName } }');
  expect(errors).toEqual([]);
  expect(data).toEqual({ me: { givenName: row!.given_name } });
  const staged = await gateway.database.asOwner(
    'select id from access_log.staged where id = $1 union all select id from access_log.entry where id = $1',
    [privacy.receipt!.entry],
  );
  expect(staged).toHaveLength(1);
});

test('an anonymous caller does not see a resident’s name', async () => {
  const { data, codes } = await gateway.ask(null, '{ me { givenName } }');
  expect(data).toEqual({ me: null });
  expect(codes).toEqual(['AUTHENTICATION_REQUIRED']);
});
