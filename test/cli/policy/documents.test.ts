import { expect, test } from '@jest/globals';
import { documentId, writeManifest } from '../../helpers/asking/manifest.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';

const profile = 'query Profile @purpose(is: SELF_SERVICE) { me { givenName emailHint } }';
const statement = 'query Statement { privacyStatement { version } }';
const search = `query Search($name: String!) @purpose(is: SERVICE_PROVISION) {
  residents(filter: { familyName: $name }) { edges { node { familyName email } } }
}`;

test('`documents` lists what each application may ever see, and to whom', async () => {
  const files = [writeManifest('residents', [profile, statement]), writeManifest('staff', [search])];
  const { code, stdout, stderr } = await runPrivacy(['documents', ...files]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
   "residents

   document   purpose       role      can reveal at most
   ─────────  ────────────  ────────  ──────────────────
   Profile    SELF_SERVICE  RESIDENT  EMAIL_HINT, EXISTENCE, NAME
   Statement  any           anyone    nothing personal

   staff

   document  purpose            role              can reveal at most
   ────────  ─────────────────  ────────────────  ──────────────────
   Search    SERVICE_PROVISION  CUSTOMER_SERVICE  EMAIL, EXISTENCE, NAME
   "
  `);
  const json = JSON.parse((await privacyHere(['documents', '--json', ...files])).stdout) as unknown[];
  expect(json).toHaveLength(3);
  expect(json[1]).toEqual({
    application: 'residents',
    name: 'Statement',
    id: documentId(statement),
    purpose: null,
    personal: false,
    reveals: expect.arrayContaining([{ role: 'ANONYMOUS', purpose: null, categories: [] }]),
  });
});

test('`documents` refuses what the gateway would refuse at start', async () => {
  const { code, stdout, stderr } = await privacyHere(['documents', writeManifest('web', ['query Profile { me { givenName } }'])]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('(Profile): is about people, so it must say @purpose(is:)');
});
