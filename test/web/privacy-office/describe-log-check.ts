import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Web } from '../open-web.ts';
import { button, group } from '../resident/resident-steps.ts';
import type { Visit } from '../visit.ts';

/** The messages of the page about the check against the signed log, if proofs are whole, changed, or cannot be read. */
export function describeLogCheck(web: () => Web): void {
  describe('a read is checked against the signed log in the browser, and the page says', () => {
    const check = (page: Page) => page.getByRole('region', { name: 'Checked against the signed log' });
    /** Changes each answer that has a proof. */
    const withProofs = async (visit: Visit, change: (proof: { leafHash: string; proof: string }) => void): Promise<void> => {
      await visit.context.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { data?: { accessLog?: { inclusionProof: { leafHash: string; proof: string } | null } } };
        const found = answer.data?.accessLog?.inclusionProof;
        if (found) change(found);
        await route.fulfill({ response, json: answer });
      });
    };

    test('that each is in it, by a worker', async () => {
      const visit = await web().signedInAs('resident');
      const worker = visit.page.waitForEvent('worker');
      await visit.go('/who-looked');
      expect((await worker).url()).toMatch(/\/assets\/log-worker-[^/]+\.js$/);
      await check(visit.page)
        .getByText(/entries below are in the signed log/)
        .waitFor();
      expect(await check(visit.page).textContent()).toContain('has signed a receipt');
      expect(
        await group(visit.page, /^Regional Police Service/)
          .first()
          .textContent(),
      ).toContain('In the signed log');
      await visit.close();
    });

    test.each<[string, (proof: { leafHash: string; proof: string }) => void]>([
      ['the leaf is another one', (proof) => void (proof.leafHash = proof.leafHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))],
      ['the tree has another size', (proof) => void (proof.proof = proof.proof.replace(/(access-log\n)(\d+)/, '$19$2'))],
      ['another root is signed', (proof) => void (proof.proof = proof.proof.replace(/(access-log\n\d+\n)./, '$1_'))],
    ])('that it is not proven where %s', async (_what, change) => {
      const visit = await web().signedInAs('resident');
      await withProofs(visit, change);
      await visit.go('/who-looked');
      await check(visit.page).getByText('The log does not prove all that is shown here').waitFor();
      expect(await check(visit.page).textContent()).not.toContain('below are in the signed log');
      expect(
        await group(visit.page, /^Regional Police Service/)
          .first()
          .textContent(),
      ).toContain('The log does not prove this entry');
      await visit.close();
    });

    test('that the receipt is not signed where it is that of another read', async () => {
      const visit = await web().signedInAs('resident');
      await visit.context.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { extensions?: { privacy?: { receipt?: { leafHash: string } } } };
        const receipt = answer.extensions?.privacy?.receipt;
        if (receipt) receipt.leafHash = receipt.leafHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
        await route.fulfill({ response, json: answer });
      });
      await visit.go('/who-looked');
      await check(visit.page).getByText('The receipt for looking at this page is not signed by the log.').waitFor();
      expect(await check(visit.page).textContent()).not.toContain('has signed a receipt');
      await visit.close();
    });

    test.each<[string, (visit: Visit) => Promise<void>]>([
      ['the keys cannot be read', async ({ context }) => void (await context.route('**/log/keys', (route) => route.abort()))],
      [
        'what comes in their place is no key',
        async ({ context }) => void (await context.route('**/log/keys', (route) => route.fulfill({ body: 'no keys' }))),
      ],
    ])('that nothing was checked where %s', async (_what, prevent) => {
      const visit = await web().signedInAs('resident', { tolerated: [/ERR_FAILED/] });
      await prevent(visit);
      await visit.go('/who-looked');
      await check(visit.page).getByText('so nothing was checked').waitFor();
      expect(await check(visit.page).textContent()).not.toContain('below are in the signed log');
      await visit.context.unrouteAll({ behavior: 'wait' });
      await button(visit.page, 'Try again').press('Enter');
      await check(visit.page)
        .getByText(/entries below are in the signed log/)
        .waitFor();
      await visit.close();
    });
  });
}
