import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';

/** Loads a page together with what makes it printable. */
export function loadPrintable(load: () => Promise<{ readonly default: ComponentType }>): LazyExoticComponent<() => ReactNode> {
  return lazy(async () => {
    const [{ default: Page }, { Printable }] = await Promise.all([load(), import('./printable.tsx')]);
    const Printed = (): ReactNode => (
      <Printable>
        <Page />
      </Printable>
    );
    return { default: Printed };
  });
}
