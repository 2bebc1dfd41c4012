import { expect, test } from '@jest/globals';
import { until } from '../../helpers/time/until.ts';
import type { Clerk } from './clerk.ts';

const isMeasured = `document.documentElement.style.getPropertyValue('--bar-height') === document.querySelector('.encounter').offsetHeight + 'px'`;

/** The record of a customer that is longer than the window, by a clerk who is in the field for the service. */
export function describeLongRecord(clerk: () => Clerk): void {
  test.each([
    { width: 1280, height: 600 },
    { width: 390, height: 640 },
  ])('has the encounter in sight wherever the record is scrolled to, and nothing beneath it gets the focus: $width px', async (size) => {
    const { page } = clerk();
    await page.setViewportSize(size);
    // The bar can be of another height, which is measured with the next frame.
    await until(() => page.evaluate<boolean>(isMeasured));
    await clerk().tabTo(page.getByRole('button', { name: 'Hand out a code' }));
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(0);
    const [bar, focused] = [page.getByRole('region', { name: 'Encounter' }), page.locator(':focus')];
    // Back up to the keys of the encounter.
    let controls = 0;
    for (; (await bar.locator(focused).count()) === 0; controls += 1) {
      const [encounter, control] = [(await bar.boundingBox())!, (await focused.boundingBox())!];
      expect(encounter.y).toBeGreaterThanOrEqual(0);
      expect(control.y).toBeGreaterThanOrEqual(encounter.y + encounter.height);
      await clerk().press('Shift+Tab');
    }
    expect(controls).toBeGreaterThan(4);
    await page.setViewportSize({ width: 1280, height: 800 });
    await clerk().service.focus();
  });
}
