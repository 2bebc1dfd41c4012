import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const validity = 'id status validUntil openEnded reconfirmedAt lapsesSoon';
const record = 'mutation($input: RecordMandateInput!) { recordMandate(input: $input) { mandate { id } } }';
const approve = 'mutation($input: ApproveMandateInput!) { approveMandate(input: $input) { mandate { id } } }';
const mutate = (persona: string, document: string, input: object): Promise<Answered> =>
  gateway.ask(persona, document, { variables: { input }, ...office });

const order = {
  kind: 'COURT_ORDER',
  reference: 'KB-2000',
  issuer: 'Court',
  partnerId: cast.police,
  subjectIds: [cast.neighbour, cast.guardian, cast.neighbour],
  categories: ['NAME', 'EMAIL', 'NAME'],
  validFrom: '2026-06-01T00:00:00Z',
  validUntil: '2027-06-01T00:00:00Z',
};

describe('a mandate whose document names no end', () => {
  const reconfirm = `mutation($input: ReconfirmMandateInput!) { reconfirmMandate(input: $input) { mandate { ${validity} } } }`;
  const { validUntil: _end, ...openOrder } = order;
  const recorded = async (): Promise<string> => (await mutate('privacy-officer', record, openOrder)).data.recordMandate.mandate.id;
  const approved = async (): Promise<string> => {
    const id = await recorded();
    for (const officer of ['privacy-officer-2', 'privacy-officer-3']) await mutate(officer, approve, { mandateId: id });
    return id;
  };
  const daysFromNow = (days: number): string => new Date(testNow.getTime() + days * 86_400_000).toISOString();
  /** As if it had been recorded, and reconfirmed, so many days earlier. */
  const age = (id: string, days: number): Promise<unknown> =>
    gateway.database.asOwner(
      `update recreation.mandate set recorded_at = recorded_at - $2 * interval '24 hours', valid_from = valid_from - $2 * interval '24 hours',
         valid_until = valid_until - $2 * interval '24 hours', reconfirmed_at = reconfirmed_at - $2 * interval '24 hours' where id = $1`,
      [id, days],
    );
  const lapsing = async (wanted = true): Promise<readonly string[]> =>
    (
      await gateway.ask('privacy-officer', `{ mandates(first: 100, lapsesSoon: ${wanted}) { edges { node { id } } } }`, office)
    ).data.mandates.edges.map(({ node }: any) => node.id);
  const read = async (id: string): Promise<any> =>
    (await gateway.ask('privacy-officer', `{ mandate(id: "${id}") { ${validity} } }`, office)).data.mandate;
  const seen = (id: string) =>
    gateway.ask('police', '{ residents { totalCount } myMandate { mandate { openEnded validUntil } } }', { mandate: id });

  test('holds for 90 days, and for 90 more from each reconfirmation by an officer who did not record it', async () => {
    const id = await approved();
    expect(await read(id)).toEqual({
      id,
      status: 'IN_FORCE',
      validUntil: daysFromNow(90),
      openEnded: true,
      reconfirmedAt: null,
      lapsesSoon: false,
    });
    expect(await lapsing()).not.toContain(id);
    await age(id, 60);
    expect(await read(id)).toMatchObject({ lapsesSoon: true, validUntil: daysFromNow(30) });
    expect(await lapsing()).toContain(id);
    expect(await lapsing(false)).not.toContain(id);
    expect((await mutate('privacy-officer', reconfirm, { mandateId: id })).codes).toEqual(['CONFLICT']);
    const { data, privacy } = await mutate('privacy-officer-2', reconfirm, { mandateId: id });
    expect(data.reconfirmMandate.mandate).toEqual({
      id,
      status: 'IN_FORCE',
      validUntil: daysFromNow(90),
      openEnded: true,
      reconfirmedAt: testNow.toISOString(),
      lapsesSoon: false,
    });
    await gateway.sequence();
    const inLog = await gateway.database.asOwner<{ subject_id: string }>(
      'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and ordinal > 1 order by subject_id',
      [privacy.receipt!.entry],
    );
    expect(inLog.map(({ subject_id }) => subject_id)).toEqual([cast.guardian, cast.neighbour]);
    await age(id, 89);
    expect((await seen(id)).data).toEqual({
      residents: { totalCount: 2 },
      myMandate: { mandate: { openEnded: true, validUntil: daysFromNow(1) } },
    });
  });

  test('gives nothing once it has lapsed, and is recorded and approved again', async () => {
    const id = await approved();
    expect((await seen(id)).data.residents.totalCount).toBe(2);
    await age(id, 90);
    expect(await read(id)).toMatchObject({ status: 'EXPIRED', openEnded: true, lapsesSoon: false });
    const { codes, data } = await seen(id);
    expect(codes).toEqual(['AUTHORITY_NOT_IN_FORCE', 'AUTHORITY_NOT_IN_FORCE']);
    expect(data).toEqual({ residents: null, myMandate: null });
    const refused = await mutate('privacy-officer-2', reconfirm, { mandateId: id });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'MANDATE_OVER' });
  });

  test('is not reconfirmed before it is approved, nor where the document names an end', async () => {
    const withEnd = (await mutate('privacy-officer', record, order)).data.recordMandate.mandate.id;
    for (const mandateId of [await recorded(), withEnd])
      expect((await mutate('privacy-officer-2', reconfirm, { mandateId })).errors[0]?.extensions).toMatchObject({
        reason: 'NOTHING_TO_RECONFIRM',
      });
  });

  test('cannot hold for longer in the database, nor be reconfirmed there by who recorded it', async () => {
    const id = await approved();
    for (const change of [`valid_until = valid_until + interval '1 minute'`, 'reconfirmed_by = recorded_by, reconfirmed_at = recorded_at'])
      await expect(gateway.database.asOwner(`update recreation.mandate set ${change} where id = $1`, [id])).rejects.toMatchObject({
        code: '23514',
      });
  });
});
