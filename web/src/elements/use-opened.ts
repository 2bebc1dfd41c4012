import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The id of what a page shows in place of its list. */
    opened?: string;
  }
}

/** What a page shows in place of its list. */
export interface Opened {
  /** Its id; undefined: the list is shown. */
  readonly opened: string | undefined;
  readonly open: (id: string) => void;
  /** Goes back to the list. */
  readonly close: () => void;
  /** For the heading of both: it gets the focus when one takes the place of the other. It needs `tabIndex={-1}`. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What a page shows in place of its list. Its id stands in the state of the history, never in an address, so that Back leads to the list. */
export function useOpened(): Opened {
  const router = useRouter();
  const opened = useRouterState({ select: ({ location }) => location.state.opened });
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(opened);
  useEffect(() => {
    if (last.current === opened) return;
    last.current = opened;
    heading.current?.focus();
  }, [opened]);
  const open = (id: string): void => void router.navigate({ to: '.', state: { opened: id } });
  return { opened, open, close: () => router.history.back(), heading };
}
