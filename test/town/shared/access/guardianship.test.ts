import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { askAsResident } from '../../../helpers/asking/ask-as.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const query = `query ($id: ID!) {
  resident(id: $id) { givenName birthDate email account { balance } }
  residents { totalCount }
  accounts { totalCount edges { node { resident { id } } } }
  accessEntries { totalCount }
}`;
const distant = async (): Promise<any> => (await askAsResident(gateway, cast.distantGuardian, query, { id: cast.resident })).data;
const atHome = async (): Promise<any> => (await askAsResident(gateway, cast.guardian, query, { id: cast.resident })).data;

describe('a guardianship has no effect', () => {
  test.each([
    ['on the day after its last day', "valid_until = '2026-06-15'", undefined],
    ['before its first day', "valid_from = '2026-06-16'", undefined],
    ['once the minor has come of age', undefined, '2008-06-15'],
  ])('%s', async (_when, valid, born) => {
    const [before] = await gateway.database.asOwner<{ valid: string; born: string }>(
      `select 'valid_from = ''' || valid_from || ''', valid_until = null' as valid, birth_date::text as born
       from recreation.guardianship join recreation.resident on id = minor_id where guardian_id = $1`,
      [cast.distantGuardian],
    );
    const change = async (terms: string | undefined, birth: string | undefined): Promise<void> => {
      if (terms !== undefined)
        await gateway.database.asOwner(`update recreation.guardianship set ${terms} where minor_id = $1`, [cast.resident]);
      if (birth !== undefined) {
        await gateway.database.asOwner('update recreation.resident set birth_date = $2 where id = $1', [cast.resident, birth]);
      }
    };
    const care = await distant();
    expect(care.resident).toEqual({
      givenName: expect.any(String),
      birthDate: before!.born,
      email: expect.stringMatching(/@/),
      account: { balance: expect.any(String) },
    });
    expect([care.residents.totalCount, care.accounts.totalCount]).toEqual([2, 2]);
    await change(valid, born);
    const after = await distant();
    expect(after.resident).toBeNull();
    expect([after.residents.totalCount, after.accounts.totalCount]).toEqual([1, 1]);
    // A former guardian in the same household still sees the name of an adult, and nothing of a minor.
    const home = (await atHome()).resident;
    expect(home).toEqual(
      born === undefined ? null : { givenName: expect.any(String), birthDate: null, email: null, account: { balance: null } },
    );
    await change(before!.valid, before!.born);
    expect((await distant()).resident).toEqual(care.resident);
  });
});
