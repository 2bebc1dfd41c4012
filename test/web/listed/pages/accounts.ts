import type { Page } from 'playwright-core';
import { demoAccounts, demoPassword } from '../../../../demo/accounts.ts';
import { demoApp } from '../../../../demo/demo-app.ts';
import { scopeFor } from '../../../../src/identity/authentication/tokens/claims.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { passkeyAcr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import type { ListedPage } from '../listed-page.ts';
import { linkPathOf } from '../../network/mailed-links.ts';

const account = '/oidc/account';
const [resident, employee, administrator] = ['neighbour', 'customer-service', 'second-staff-administrator'];
const unknown = 'somebody@mail.example';
const main = (page: Page): Promise<void> => page.locator('main form [type=submit]:enabled').first().click();

/** Goes where an app leads for a sign-in, after it has pushed what it asks for (RFC 9126). Nothing goes back to it here. */
async function askedByApp(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { origin } = new URL(page.url());
  const form = {
    client_id: demoApp.id,
    response_type: 'code',
    redirect_uri: demoApp.redirectUris[0],
    scope: `openid ${scopeFor(['SELF_SERVICE', 'SERVICE_PROVISION'])}`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    resource: readConfig({ NODE_ENV: 'test' }).audience,
    ...more,
  };
  const pushed = (await (await page.request.post(`${origin}/oidc/request`, { form })).json()) as { readonly request_uri: string };
  const query = new URLSearchParams({ client_id: demoApp.id, request_uri: pushed.request_uri });
  await page.goto(`${origin}/oidc/auth?${query.toString()}`);
}

/** Does what is refused. The console names every answer that is no success, so this one is. */
async function asSuccess(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.route('**/oidc/**', async (route) => route.fulfill({ response: await route.fetch(), status: 200 }), { times: 1 });
  await act();
}

/** Opens an address that leads nowhere. */
const missing =
  (path: string) =>
  async (page: Page): Promise<void> =>
    asSuccess(page, () => page.goto(new URL(path, page.url()).href));

async function fillIn(page: Page, password: string, email = demoAccounts.find((one) => one.persona === employee)!.email): Promise<void> {
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
}

async function signInFalsely(page: Page): Promise<void> {
  await fillIn(page, 'a wrong password', unknown);
  await asSuccess(page, () => main(page));
  await page.getByRole('alert').waitFor();
}

/** The pages of sign-in and accounts, which the authorization server renders. */
export const accountPages: readonly ListedPage[] = [
  { name: 'sign-in', path: `${account}/sign-in` },
  { name: 'sign-in-refused', alike: 'account-claim', path: `${account}/sign-in`, prepare: signInFalsely },
  { name: 'app-sign-in', alike: 'sign-in', path: `${account}/sign-in`, prepare: (page) => askedByApp(page) },
  {
    name: 'app-consent',
    path: `${account}/sign-in`,
    prepare: async (page) => {
      await askedByApp(page);
      await fillIn(page, demoPassword);
      await main(page);
      await page.locator('fieldset').waitFor();
    },
  },
  { name: 'app-passkey-needed', path: `${account}/sign-in`, prepare: (page) => askedByApp(page, { acr_values: passkeyAcr }) },
  { name: 'app-sign-in-over', alike: 'account-link-over', path: `${account}/sign-in`, prepare: missing('/oidc/interaction/unknown') },
  { name: 'account-register', path: `${account}/register` },
  {
    name: 'account-link-sent',
    alike: 'account-link-over',
    path: `${account}/forgotten`,
    prepare: async (page) => {
      await page.locator('#email').fill(unknown);
      await main(page);
      await page.getByRole('status').waitFor();
    },
  },
  { name: 'account-link-over', path: `${account}/sign-in`, prepare: missing(`${account}/password/unknown`) },
  { name: 'account-set-password', path: linkPathOf('PASSWORD') },
  { name: 'account-confirm-email', alike: 'account-prove-mailbox', path: linkPathOf('EMAIL') },
  { name: 'account-prove-mailbox', path: linkPathOf('PASSKEY') },
  {
    name: 'account-claim',
    path: `${account}/claim`,
    prepare: async (page) => {
      await fillIn(page, 'a wrong password', unknown);
      await page.locator('#code').fill('A1B2-C3D4');
      await page.locator('#second').fill('E5F6-G7H8');
      await asSuccess(page, () => main(page));
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'account-invitation', alike: 'account-claim', path: `${account}/invitation` },
  { name: 'account', persona: resident, path: account },
  { name: 'account-sessions', persona: resident, path: `${account}/sessions` },
  {
    name: 'account-change-password',
    persona: resident,
    path: `${account}/change-password`,
    prepare: async (page) => {
      await page.locator('#password').fill(demoPassword);
      await page.locator('#new-password').fill('short');
      await asSuccess(page, () => main(page));
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'account-change-email', persona: resident, path: `${account}/change-email` },
  { name: 'account-passkeys-none', persona: resident, path: `${account}/passkeys` },
  { name: 'account-recovery-codes-none', alike: 'account-passkeys-none', persona: resident, path: `${account}/recovery-codes` },
  { name: 'account-confirm', persona: resident, path: `${account}/confirm` },
  { name: 'account-capacity', persona: employee, path: `${account}/capacity` },
  { name: 'account-employee-email', alike: 'account-link-over', persona: employee, path: `${account}/change-email` },
  { name: 'account-passkeys', persona: administrator, path: `${account}/passkeys` },
  {
    name: 'account-new-passkey',
    persona: administrator,
    path: `${account}/passkeys`,
    prepare: (page) => press(page, 'button[value=add]', '#name'),
  },
  { name: 'account-recovery-codes', persona: administrator, path: `${account}/recovery-codes` },
  {
    name: 'account-recovery-codes-made',
    persona: administrator,
    path: `${account}/recovery-codes`,
    prepare: (page) => press(page, 'main button', '.codes'),
  },
  { name: 'account-confirm-passkey', alike: 'account-prove-mailbox', persona: administrator, path: `${account}/confirm` },
  { name: 'account-recover', alike: 'account-confirm', persona: administrator, path: `${account}/recover` },
];

async function press(page: Page, button: string, shown: string): Promise<void> {
  await page.locator(button).first().click();
  await page.locator(shown).waitFor();
}
