import type { Page } from 'playwright-core';
import type { Visit } from '../visit.ts';

/** Adds a passkey of an authenticator of the browser to the account, on the page of the account. */
export async function addPasskey({ context, page, go }: Visit): Promise<Page> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await go('/oidc/account/passkeys');
  await page.getByRole('button', { name: 'Add a passkey', exact: true }).press('Enter');
  await page.getByLabel('Name').fill('Desk');
  await page.getByRole('button', { name: 'Create the passkey', exact: true }).press('Enter');
  await page.getByText('Desk', { exact: true }).waitFor();
  return page;
}
