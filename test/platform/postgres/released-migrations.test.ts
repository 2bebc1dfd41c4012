import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { migrations } from '../../../src/platform/postgres/migrations.ts';
import { roleNames } from '../../../src/platform/postgres/role-names.ts';

/**
 * The SHA-256 digest of each migration's text, in order. A database that has run a migration never runs it again, so that a change
 * of its text would make schemas that differ. A new migration adds a line.
 */
const released: Readonly<Record<string, string>> = {
  '0001-baseline': '84fa63c978a510522da52fcf0c0511b5f153945150cd44845b6a5dbe899c18b4',
  '0002-bound-secrets': '982fa4747cabc2d8a260ab071a69606cffed39fd3b5503a0d8ca0858825e1e60',
  '0003-served-encounters': '04e07c92a04574bfb629b86b5153b42a31e344135b10adc23aa7d439788965c2',
  '0004-idempotency-keys': '3bace31266b45172c58473679770117dd0cc4907ba81ff2c293b4c44190ea41e',
  '0005-encounter-purpose': '315c1661ed064440ad250c106cbaaa85130d1fe04c1e77ea9ed5e2906c5942c8',
  '0006-queues': 'b9ef0f109ad146e949e630978c32e28fddd82a8a389ebc1b3126f8458be0fcde',
  '0007-passes': 'ac9a404bbce5eee9afa9a393b50fdc6b2578ac49a600222173d51d860a0d0ae3',
  '0008-identity-checks': '500b9fcebab48ef19060da9d9e9e96a0cde25a0a652a4c9a5527264873e2ef03',
  '0009-mandates': '7241391ae65e7e56636dbecc3012dae1d2804b0426be5d1362ff4a385ca823af',
  '0010-ticket-reads': 'ada7ea318a05cb1f85ef27371ff863aaa01db70013e080a96f39885342922c04',
  '0011-partners': '4f6688a40aad88fbb07903ec63a327afbf2f87db3f01ee8e5eade1bc8046b666',
  '0012-request-conversations': '27269f96831ee2b46b2e37eac144c8a282e3829f73fb6fa5cd0a00dba7ee22d0',
  '0013-identity-check-counts': '1cf0fcb67b2600edddcf456c12a5377682569a052a815fbd0bee2070de6a1964',
  '0014-identity': 'd72a2cecbf14350b595e835221cc4485f3d95f9f872cd41355088089656609a7',
  '0015-shorter-changes': 'adbbf717d77882599c2ad806012a7e25f145c6d8e88e1f4a847a7c3cf590ed38',
  '0016-accounts': '7a7eaa6b3bee2bd49d3b1adfe33aabadc4bf89971a98414f289921ef60c95e46',
  '0017-staff': '62d08dbe99101ab127bfa2920676449974f6bc79494bf493133d760c195b926c',
  '0018-registrations': '150292ca0beef7a4d1e9b9f242df215f13271812b3b84d3caa3f558791b4af2d',
  '0019-sessions': 'f041112fb446827ab62126253e55b068cf962659171316239cff2bb7ace42840',
  '0020-invited-accounts': 'e1ebe44805e9e0f6dbfd78ac9540263ab37dcfbbeb91424ebbca28779255b033',
  '0021-proofs': 'da24c78a072900502213e0c881d73557bc435e154ddabcb0728c4b4d73df8157',
  '0022-life-of-access': 'fd8d56cc19af022747637c06dfe298ae4fc63d4447faec3f58401c1f7b76ffb2',
  '0023-acknowledgements': '969b4c250dd058065c0a70c555e2b5a70dc4977fa5f775b53695e595afc5286f',
  '0024-account-administration': 'dc7b6e4e8018670203c1e5331cdb1f9d8a9b7959cec6d5ba5b1e05e4adc77c0a',
  '0025-sessions-without-capacity': '3236e5f3ebf28bed0b1bb3d492357642e9bb297f1e368e0abc8ded5515de3a1d',
  '0026-account-epochs': 'e58a8f85affeaf03f3d0a46082ded84e0ee2907fa408e6e9b6182d305082eef2',
  '0027-artifacts-of-accounts': '78ed2b80a91ac3f0b3435af4fed79cc32fff26f8972a095c7c4664157a06a165',
  '0028-opened-links': 'b95e8a88e36cbce7c26a6614d708a5203979ac326f61a37faec8ec15bc863bea',
  '0029-duties': '34c217b2fb18806f1580340270acb48b6ee4c8d749bdcacf1f985b60a24dcbe5',
  '0030-payments': 'c19021b71c63cea68a35d27870809658a112d9a50b2dab1f9eb8f7d8607ef20d',
  '0031-codes-for-owners': '957689ec692966f95dfce5215690fc10887aa4a6e7fd7753b15ea9a619e29263',
  '0032-cards': '680f67aa28a6e5e0bf068daa4cb8b73a14d9129f9d7a4d30b4fc745ae311295f',
  '0033-held-since': '98eea167ac1a84dfba6e83437ccb4aab48a7f714ab8634b6a86120ac41517879',
  '0034-devices': 'a8e2f73d341ba41453931cb1a041a40c544966d4ef893a218460496294b26a8d',
  '0036-two-part-claims': 'b64ffec10612cd3fbe2ad6e5c108fbd609a557eca482c810dfe3766fc00a769d',
  '0037-contested-claims': 'fed962ed8a32976d5e65e83ae6a44b318819443fb23eb5502075bc9c5ff64313',
  '0038-two-administrators': 'c8851a3ce5cf36e99cfa750dd97c977955e00cee695be3a844df22e02b7e2d59',
  '0041-proven-contacts': 'c6d77f4bdfc621d3d65b37c9d525e0a3bc6171b01d99173abcf6b5a62d4e6440',
  '0042-known-browsers': '57bfc0df03dc96096a498c8d594fc787308fae75ef7bb40e7b0ad531d1cdb89e',
  '0043-publication': 'c21a3d8a310e0589a2e6e3498c2a739e4ad15c2df1dcbfca3997f506227f32e8',
  '0047-index-of-disclosures': '1e32a229db6a3fc9eb97710fa13e4a2c63f4aa8838edd3a654cb3d4507322015',
  '0049-answers': '2a4b48ccd8be9a605e6e3a13e15e21b7fd9f28399e192aa2c90a5eb87a7e1055',
  '0050-identification': 'dff6c3fce10259cfccba71719a464b268d5a745c82e4803e90ef4fba2e15569c',
  '0051-mailed-codes': '14b6c0b186c9135fae82c3514163c9a7d2ee4352a6096bb7ddaa8cbf520228fc',
  '0052-recorded-acts': 'bd593fdd147d8f8e110f55baf2bb17565c2374f980d2ea9898ababd3f736f2d3',
  '0053-erasures': '0496a32077c86e71aca884d7b029c85263e46d2f189564bbd5f472cc800f8722',
  '0055-waiting-contacts': '6cc8cc6b793b21ff114a5aa47d6d529e637a3ea8194d816a088bf1abe45adeb8',
  '0057-contact-mails': '2a77f2263e039b60f9a36a5f34ebb6c53ac297f50c3ff24daec5d0a94f62ee0d',
};

const digests = migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql(roleNames())).digest('hex')]);

test('no released migration has changed, moved or gone', () => {
  // A difference in an existing line: leave that migration as it was, and add another at the end of the list.
  expect(Object.fromEntries(digests)).toEqual(released);
  expect(digests.map(([name]) => name)).toEqual(Object.keys(released));
});

test('migrations have rising numbers', () => {
  const numbers = migrations.map(({ name }) => Number(/^(\d{4})-[a-z]+(-[a-z]+)*$/.exec(name)?.[1]));
  expect(numbers.every((number, at) => number > (numbers[at - 1] ?? 0))).toBe(true);
});

test('a migration names the roles only through its parameter', () => {
  const named = { owner: 'the_owner', gateway: 'the_gateway', sequencer: 'the_sequencer', eraser: 'the_eraser', identity: 'the_identity' };
  for (const { sql } of migrations) {
    for (const [role, name] of Object.entries(roleNames())) {
      expect(sql(named)).not.toContain(name);
      expect(sql(named).split(`the_${role}`)).toHaveLength(sql(roleNames()).split(name).length);
    }
  }
});
