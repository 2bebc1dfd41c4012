import { use, type ComponentType, type ReactNode } from 'react';
import { inTime } from './in-time.ts';

/** A page whose code is loaded before it is shown. */
export interface LoadedPage {
  (): ReactNode;
  /** The router waits for it. */
  readonly preload: () => Promise<void>;
}

/**
 * A page whose code is loaded when one goes to it. The router waits for the code, so that nothing is suspended: React shows what was
 * suspended only 300 ms after it showed a fallback.
 */
export function loadPage(load: () => Promise<{ readonly default: ComponentType }>): LoadedPage {
  let loading: Promise<void> | undefined;
  let Page: ComponentType | undefined;
  const take = async (): Promise<void> => {
    Page = (await inTime(load())).default;
  };
  const begin = (): Promise<void> => (loading ??= take());
  const Loaded = (): ReactNode => {
    if (!Page) use(begin());
    return Page && <Page />;
  };
  // A failure is thrown where the page is shown, which has a sentence for it.
  return Object.assign(Loaded, { preload: () => begin().catch(() => undefined) });
}
