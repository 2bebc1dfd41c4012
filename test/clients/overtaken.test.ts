import { expect, test } from '@jest/globals';
import { drivers } from './drivers/drivers.ts';
import { settled } from './drivers/settled.ts';

/** A gateway of one person. An answer to a query is made at once, and is sent when it is let go. */
function openHeld() {
  const me = { __typename: 'Resident', id: 'r', phone: '1', email: 'r@people.test' };
  const held: (() => void)[] = [];
  const fetch = async (_url: unknown, init?: { readonly body?: unknown }): Promise<Response> => {
    const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: { phone: string } };
    const isChange = query.startsWith('mutation');
    if (isChange) me.phone = variables.phone;
    const data = isChange ? { updateContact: { __typename: 'UpdateContactPayload', resident: { ...me } } } : { resident: { ...me } };
    const answer = Response.json({ data, extensions: { privacy: { purpose: 'SELF_SERVICE' } } });
    if (!isChange) await new Promise<void>((resolve) => held.push(resolve));
    return answer;
  };
  const letGo = async (): Promise<void> => {
    for (const go of held.splice(0)) go();
    await settled();
  };
  return { fetch: fetch as typeof globalThis.fetch, letGo };
}

test.each(drivers)(
  '%s: an answer that was made before a change, and arrives after it, is not what stays on the screen',
  async (_name, driver) => {
    const { fetch, letGo } = openHeld();
    const session = driver.openSession({ url: 'http://gateway.test/graphql', fetch });
    const driven = driver.drive(session.client({ purpose: 'SELF_SERVICE' }));
    const screen = driven.watch('Contact', { id: 'r' });
    await settled();
    await letGo();
    expect(screen.shown()).toMatchObject({ resident: { phone: '1' } });
    // The first change has it asked again; the second is made while that is on its way.
    await driven.change('UpdatePhone', { id: 'r', phone: '2' });
    await settled();
    await driven.change('UpdatePhone', { id: 'r', phone: '3' });
    await settled();
    for (let turn = 0; turn < 3; turn += 1) await letGo();
    expect(screen.shown()).toMatchObject({ resident: { phone: '3' } });
    screen.close();
    session.end?.();
  },
);

test.each(drivers)('%s: a query whose first answer is overtaken by a change is answered', async (_name, driver) => {
  const { fetch, letGo } = openHeld();
  const session = driver.openSession({ url: 'http://gateway.test/graphql', fetch });
  const driven = driver.drive(session.client({ purpose: 'SELF_SERVICE' }));
  const screen = driven.watch('Contact', { id: 'r' });
  await settled();
  await driven.change('UpdatePhone', { id: 'r', phone: '2' });
  await settled();
  for (let turn = 0; turn < 3; turn += 1) await letGo();
  expect(screen.shown()).toMatchObject({ resident: { phone: '2' } });
  screen.close();
  session.end?.();
});
