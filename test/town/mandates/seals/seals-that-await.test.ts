import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// The proposed later seal of an order, on the way from its proposal to its second approval.
const gateway = useGateway();
beforeAll(async () => {
  const seal = await recorded(false, '2026-09-01', cast.privacyOfficer, '2026-05-01');
  for (const officer of [cast.privacyOfficer2, cast.privacyOfficer3])
    await gateway.database.asOwner(`insert into recreation.mandate_seal_approval values ($1, $2, '2026-05-02')`, [seal, officer]);
});

const office: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
const officers = ['privacy-officer', 'privacy-officer-2', 'privacy-officer-3'] as const;
const asked = 'id sealProposedUntil sealAwaitsMyApproval awaitsMyApproval';

async function recorded(extend: boolean, until: string, by: string, at: string): Promise<string> {
  const [seal] = await gateway.database.asOwner<{ id: string }>(
    `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id`,
    [matters.courtOrder, extend, until, by, at],
  );
  return seal!.id;
}

async function awaiting(persona: string): Promise<boolean> {
  const list = async (wanted: string): Promise<readonly any[]> => {
    const answer = await gateway.ask(persona, `{ mandates(first: 100${wanted}) { edges { node { ${asked} } } } }`, office);
    expect(answer.errors).toEqual([]);
    return answer.data.mandates.edges.map(({ node }: any) => node);
  };
  const [all, yes, no] = [await list(''), await list(', sealAwaitsMyApproval: true'), await list(', sealAwaitsMyApproval: false')];
  expect(yes).toEqual(all.filter(({ sealAwaitsMyApproval }) => sealAwaitsMyApproval));
  expect(no).toEqual(all.filter(({ sealAwaitsMyApproval }) => !sealAwaitsMyApproval));
  const order = all.find(({ id }) => id === matters.courtOrder)!;
  const { data } = await gateway.ask(persona, `{ sealsToReview { ${asked} } mandate(id: "${matters.courtOrder}") { ${asked} } }`, office);
  expect(data.mandate).toEqual(order);
  for (const one of data.sealsToReview) expect(one).toEqual(all.find(({ id }) => id === one.id));
  return order.sealAwaitsMyApproval;
}

const approve = (persona: string): Promise<Answered> =>
  gateway.ask(persona, `mutation { approveSeal(input: { mandateId: "${matters.courtOrder}" }) { mandate { ${asked} } } }`, office);

describe('a proposed later seal', () => {
  test('awaits no officer before it is proposed', async () => {
    for (const officer of officers) {
      expect([officer, await awaiting(officer)]).toEqual([officer, false]);
      expect((await approve(officer)).codes).toEqual(['CONFLICT']);
    }
  });

  test('awaits every officer but its proposer, until the officer or two officers have approved it', async () => {
    const extend = `mutation { extendSeal(input: { mandateId: "${matters.courtOrder}", sealedUntil: "2026-12-01T00:00:00Z" }) { mandate { ${asked} } } }`;
    const proposed = await gateway.ask('privacy-officer-2', extend, office);
    expect(proposed.data.extendSeal.mandate).toMatchObject({ sealProposedUntil: '2026-12-01T00:00:00.000Z', sealAwaitsMyApproval: false });
    const states = async (): Promise<readonly boolean[]> => {
      const found: boolean[] = [];
      for (const officer of officers) found.push(await awaiting(officer));
      return found;
    };
    expect(await states()).toEqual([true, false, true]);
    expect((await approve('privacy-officer-2')).codes).toEqual(['CONFLICT']);
    expect((await approve('privacy-officer')).data.approveSeal.mandate).toMatchObject({ sealAwaitsMyApproval: false });
    expect(await states()).toEqual([false, false, true]);
    expect((await approve('privacy-officer')).codes).toEqual(['CONFLICT']);

    // An order about the officer's own record is absent, and so is what it awaits.
    const own = 'update recreation.employee set resident_id = $2 where id = $1';
    await gateway.database.asOwner(own, [cast.privacyOfficer3, cast.resident]);
    const hidden = await gateway.ask(
      'privacy-officer-3',
      '{ mandates(sealAwaitsMyApproval: true) { totalCount edges { node { id } } } }',
      office,
    );
    expect(hidden.data.mandates).toEqual({ totalCount: 0, edges: [] });
    await gateway.database.asOwner(own, [cast.privacyOfficer3, null]);

    expect((await approve('privacy-officer-3')).codes).toEqual([]);
    expect(await states()).toEqual([false, false, false]);
  });

  test('awaits no officer once it has lapsed, or the seal that it extends is over', async () => {
    const seal = await recorded(true, '2027-03-01', cast.privacyOfficer2, '2026-06-10');
    expect(await awaiting('privacy-officer')).toBe(true);
    await gateway.database.asOwner(`update recreation.mandate_seal set proposed_at = '2026-01-01' where id = $1`, [seal]);
    expect(await awaiting('privacy-officer')).toBe(false);
    expect((await approve('privacy-officer')).codes).toEqual(['CONFLICT']);
    await gateway.database.asOwner(`update recreation.mandate_seal set proposed_at = '2026-06-10' where id = $1`, [seal]);
    expect(await awaiting('privacy-officer')).toBe(true);
    const ends = `update recreation.mandate_seal set proposed_at = '2026-05-01', sealed_until = $2 where id <> $1 and mandate_id = '${matters.courtOrder}'`;
    await gateway.database.asOwner(ends, [seal, '2026-06-01']);
    expect(await awaiting('privacy-officer')).toBe(false);
    expect((await approve('privacy-officer')).codes).toEqual(['CONFLICT']);
    await gateway.database.asOwner(ends, [seal, '2026-12-01']);
  });

  test('is not said to await the partner, which finds its own order', async () => {
    expect(await awaiting('privacy-officer')).toBe(true);
    const { data, errors } = await gateway.ask('police', `{ mandate(id: "${matters.courtOrder}") { ${asked} } }`);
    expect(errors).toEqual([]);
    expect(data.mandate).toMatchObject({ id: matters.courtOrder, sealAwaitsMyApproval: false, awaitsMyApproval: false });
  });
});
