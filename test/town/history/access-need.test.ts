import { beforeAll, expect, test } from '@jest/globals';
import { templateOf } from '../../../src/log/store/staging/create-entry.ts';
import { cast, matters } from '../../../demo/personas.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';

const gateway = useGateway();
beforeAll(async () => {
  await gateway.ask('customer-service', `{ resident(id: "${cast.resident}") { givenName } }`, {
    purpose: 'SERVICE_PROVISION',
    case: matters.encounter,
  });
  await gateway.sequence();
});

const mine = '{ me { accessHistory { edges { node { entryId by { role partner { name } employee { id } } purpose why fields kind } } } } }';
const nodes = ({ data }: Answered): any[] => data.me.accessHistory.edges.map((edge: any) => edge.node);

test('an idle encounter ended when its idle time ran out, and an ended one at its recorded end', async () => {
  const said = async (set: string): Promise<string> => {
    await gateway.database.asOwner(`update recreation.encounter set ${set} where id = $1`, [matters.encounter]);
    return nodes(await gateway.ask('resident', mine)).find(({ why }) => why.includes('in an encounter')).why;
  };
  const began = 'in an encounter that began on 2026-06-15T17:00:00.000Z and';
  const [{ last_active_at: before } = {}] = await gateway.database.asOwner<{ last_active_at: Date }>(
    'select last_active_at from recreation.encounter where id = $1',
    [matters.encounter],
  );
  expect(await said(`last_active_at = '2026-06-15T17:30:00Z'`)).toContain(
    `${began} ended on 2026-06-15T17:50:00.000Z, after the person had shown a card with a photo.`,
  );
  expect(await said(`last_active_at = '2026-06-15T17:50:00Z'`)).toContain(
    `${began} has not ended, after the person had shown a card with a photo.`,
  );
  expect(await said(`ended_at = '2026-06-15T17:55:00Z'`)).toContain(
    `${began} ended on 2026-06-15T17:55:00.000Z, after the person had shown a card with a photo.`,
  );
  expect(await said(`ended_at = null, last_active_at = '${before!.toISOString()}'`)).toContain(
    `${began} has not ended, after the person had shown a card with a photo.`,
  );
});

test('a read under a role and a purpose that are no longer in use is still shown', async () => {
  const [newest] = nodes(await gateway.ask('resident', mine));
  const stored = await gateway.database.asOwner<{ id: string }>('select id from access_log.entry');
  const id = stored.find((one) => shownEntry('resident', one.id) === newest.entryId)!.id;
  const set = async (role: string, purpose: string) => {
    const [row] = await gateway.database.asOwner<{ text: string }>(
      'select text from access_log.entry join access_log.template on template.id = template_id where entry.id = $1',
      [id],
    );
    const template = templateOf(JSON.stringify({ ...JSON.parse(row!.text), role, purpose }));
    await gateway.database.asOwner('insert into access_log.template (id, text) values ($1, $2) on conflict do nothing', [
      template.id,
      template.text,
    ]);
    await gateway.database.asOwner('update access_log.entry set role = $1, template_id = $2 where id = $3', [role, template.id, id]);
  };
  await set('TOWN_CRIER', 'ANNOUNCEMENT');
  const answer = await gateway.ask('resident', mine);
  expect(answer.errors).toEqual([]);
  expect(nodes(answer)[0]).toMatchObject({
    entryId: newest.entryId,
    by: { role: null, partner: null, employee: null },
    purpose: null,
    fields: newest.fields,
  });
  expect(nodes(answer)[0].why).toMatch(/^The reason is no longer in use/);
  await set('CUSTOMER_SERVICE', 'SERVICE_PROVISION');
  expect(nodes(await gateway.ask('resident', mine))[0]).toEqual(newest);
});
