import type { ComponentType, ReactNode } from 'react';
import { loadPage, type LoadedPage } from '../../load-page.tsx';

/** Loads a page together with what makes it printable. */
export function loadPrintable(load: () => Promise<{ readonly default: ComponentType }>): LoadedPage {
  return loadPage(async () => {
    const [{ default: Page }, { Printable }] = await Promise.all([load(), import('./printable.tsx')]);
    const Printed = (): ReactNode => (
      <Printable>
        <Page />
      </Printable>
    );
    return { default: Printed };
  });
}
