import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast } from '../../../demo/personas.ts';
import { askAsEmployee, askAsResident } from '../../helpers/asking/ask-as.ts';
import { contestIn, letContactsStand, secondCodeIn, takeMails } from '../../helpers/identity/claims.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';

// The makers of the codes of a claim, and how a claim by another person ends.
let gateway: TestGateway;
let accounts: TestAccounts;
let people: readonly { readonly id: string; readonly email: string }[];
beforeAll(async () => {
  gateway = await openGateway();
  accounts = openTestAccounts(gateway.database);
  await letContactsStand(gateway.database);
  people = await gateway.database.asOwner(
    `select id, email from recreation.resident where id::text not like '10000000-%' and email is not null
       and birth_date < '2000-01-01' order by id limit 4`,
  );
});
afterAll(async () => {
  await accounts.stop();
  await gateway.close();
});

const from = { address: '203.0.113.9' };
const clerk = { id: cast.clerk, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' } as const;
async function codeOf(residentId: string): Promise<string> {
  const variables = { input: { residentId } };
  const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
  const issue = 'mutation ($input: IssueClaimCodeInput!) { issueClaimCode(input: $input) { claimCode { code } } }';
  const begun = await askAsEmployee(gateway, clerk, start, { variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } } });
  const { data } = await askAsEmployee(gateway, clerk, issue, { case: begun.data.startEncounter.encounter.id, variables });
  return data.issueClaimCode.claimCode.code;
}
let stored = 0;
const privateAccount = (): Promise<string> =>
  storeAccount(gateway.database, { email: stored++ === 0 ? 'first@mail.example' : 'private@mail.example', password: null });
const claim = (accountId: string, code: string, second = ''): Promise<unknown> => accounts.claimRecord(accountId, { code, second }, from);
const actsAs = async (accountId: string): Promise<string | undefined> => (await accounts.capacities(accountId))[0]?.principalId;

describe('the role of the gateway in SQL', () => {
  test('makes no code that can be used, and cannot say since when an address is there', async () => {
    const { id } = people[0]!;
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    const asGateway = new Client({ connectionString: gateway.database.roles.gateway });
    await asGateway.connect();
    try {
      await asGateway.query(`select identity.issue_claim_code($1, $2, $3, $4, $4::timestamptz + interval '1 day')`, [
        id,
        digest('MADEHERE'),
        cast.clerk,
        testNow,
      ]);
      for (const [statement, values] of [
        [`insert into identity.claim_second (code_hash, way, hash) values ($1, 'CONTACT', $1)`, [digest('MADEHERE')]],
        ['update identity.claim_second set hash = $1', [digest('MADEHERE')]],
        ['select hash from identity.claim_second', []],
        ['select * from identity.take_claim_code($1, $1, now())', [digest('MADEHERE')]],
        [
          `insert into identity.mail (id, kind, email, asked_at, next_try_at) values (gen_random_uuid(), 'CLAIM_ISSUED', 'x', now(), now())`,
          [],
        ],
        [`select identity.mail_resident($1, 'CLAIM_ISSUED', now())`, [id]],
        ['update identity.account set resident_id = $1', [id]],
        [`insert into identity.claim (resident_id, claimed_at, issued_by, way) values ($1, now(), $2, 'CONTACT')`, [id, cast.clerk]],
        [`update recreation.resident set email_stands_since = now() - interval '1 year' where id = $1`, [id]],
        [`update recreation.resident set email = 'own@mail.example' where id = $1`, [id]],
      ] as const) {
        await expect(asGateway.query(statement, [...values])).rejects.toMatchObject({ code: '42501' });
      }
      await asGateway.query(
        `insert into recreation.resident (id, given_name, family_name, birth_date, registered_at, email, email_stands_since, card_number)
         values (gen_random_uuid(), 'Ada', 'Notthere', '1980-01-01', now(), 'made@mail.example', now() - interval '1 year', recreation.card_number(gen_random_uuid()))`,
      );
      const stands = await gateway.database.asOwner(
        `select email_proven_at as proven, email_stands_since > now() - interval '1 hour' as "isNew" from recreation.resident where email = 'made@mail.example'`,
      );
      expect(stands).toEqual([{ proven: null, isNew: true }]);
    } finally {
      await asGateway.end();
    }
    // The person is told, and gets no second code: the log does not say who handed the first one out.
    expect((await takeMails(accounts.pool)).map((mail) => [mail.to, typeof secondCodeIn(mail)])).toEqual([
      [people[0]!.email.toLowerCase(), 'undefined'],
    ]);
    expect(await claim(await privateAccount(), 'MADEHERE', 'MADEHERE')).toEqual({ kind: 'refused' });
  });
});

describe('a claim that another person made', () => {
  const history = '{ me { accessHistory(first: 20) { edges { node { why } } } } }';

  test('is told to the person, held by the link of the mail, undone by the office, and shown to the person among other reads', async () => {
    const { id, email } = people[1]!;
    const code = await codeOf(id);
    const [issued] = await takeMails(accounts.pool);
    const attacker = await privateAccount();
    expect(await claim(attacker, code, secondCodeIn(issued))).toMatchObject({ kind: 'claimed' });
    const told = await takeMails(accounts.pool);
    // The account has two: one about itself, and one that goes to every address of the record.
    expect(told.map(({ to }) => to).toSorted()).toEqual([email.toLowerCase(), 'private@mail.example', 'private@mail.example'].toSorted());
    const token = contestIn(told.find(({ to }) => to === email.toLowerCase()))!;
    expect(await actsAs(attacker)).toBe(id);

    expect(await accounts.contestClaim(token, 'en')).toBe(true);
    expect(await accounts.contestClaim(token, 'en')).toBe(false);
    expect(await actsAs(attacker)).toBeUndefined();
    expect((await takeMails(accounts.pool)).map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('An account no longer acts as you')),
    );

    const [request] = await gateway.database.asOwner<{ id: string; kind: string; resident: string }>(
      `select id, kind, resident_id as resident from recreation.request where resident_id = $1 and body like 'An account was connected%'`,
      [id],
    );
    expect(request).toMatchObject({ kind: 'COMPLAINT', resident: id });
    const officer = { id: cast.privacyOfficer, role: 'PRIVACY_OFFICER', purpose: 'RIGHTS_FULFILMENT' } as const;
    const assign = 'mutation ($input: AssignRequestInput!) { assignRequest(input: $input) { request { id } } }';
    expect((await askAsEmployee(gateway, officer, assign, { variables: { input: { requestId: request!.id } } })).codes).toEqual([]);
    const undo = 'mutation ($input: UndoClaimInput!) { undoClaim(input: $input) { isUndone } }';
    const undone = await askAsEmployee(gateway, officer, undo, { case: request!.id, variables: { input: { residentId: id } } });
    expect([undone.codes, undone.data]).toEqual([[], { undoClaim: { isUndone: true } }]);
    expect(await actsAs(attacker)).toBe(attacker);
    expect((await takeMails(accounts.pool)).map(({ to }) => to).toSorted()).toEqual(
      [email.toLowerCase(), 'private@mail.example'].toSorted(),
    );

    await gateway.sequence();
    const { data } = await askAsResident(gateway, id, history);
    const sentences = data.me.accessHistory.edges.map(({ node }: { node: { why: string } }) => node.why).join('\n');
    for (const [said] of [
      ['Customer service handed out a code'],
      ['An account was connected with the person’s record'],
      ['Somebody said, by the link of a mail'],
      ['The privacy office disconnected an account'],
    ])
      expect(sentences).toContain(said);
  });
});

test('an account that registered a record, and an employee of another record, claim none', async () => {
  const { id } = people[2]!;
  const code = await codeOf(id);
  const second = (await takeMails(accounts.pool)).map(secondCodeIn).find((one) => one !== undefined);
  const clerk = await storeAccount(gateway.database, { email: 'clerk@mail.example', employeeId: cast.clerk });
  const registered = await storeAccount(gateway.database, { email: 'newcomer@example.org' });
  await gateway.database.asOwner(
    `insert into recreation.resident (id, given_name, family_name, birth_date, registered_at) values ($1, 'Ada', 'Newcomer', '1990-01-01', now())`,
    [registered],
  );
  expect(await claim(clerk, code, second)).toEqual({ kind: 'refused' });
  expect(await claim(registered, code, second)).toEqual({ kind: 'refused' });
  const accountId = await storeAccount(gateway.database, { email: 'resident@example.org' });
  expect(await claim(accountId, code, second)).toMatchObject({ kind: 'claimed' });
});

test('no one is connected without an entry', async () => {
  const { id } = people[3]!;
  const code = await codeOf(id);
  const second = (await takeMails(accounts.pool)).map(secondCodeIn).find((one) => one !== undefined);
  const accountId = await storeAccount(gateway.database, { email: 'unlogged@mail.example' });
  await gateway.database.asOwner('revoke insert on access_log.staged from ntk_identity');
  await expect(claim(accountId, code, second)).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
  await gateway.database.asOwner('grant insert on access_log.staged to ntk_identity');
  expect(await claim(accountId, code, second)).toMatchObject({ kind: 'claimed' });
});
