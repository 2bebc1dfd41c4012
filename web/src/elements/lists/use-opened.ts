import { useMatch, useRouter, useRouterState, type RouterState } from '@tanstack/react-router';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { drafts, type OpenedKey } from '../../session/drafts.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Stands for what a page shows in place of its list: `drafts` has its id. */
    opened?: OpenedKey;
  }
}

/** The item that a page shows in place of its list. */
export interface Opened {
  /** Its id; undefined: the list is shown. */
  readonly opened: string | undefined;
  readonly open: (id: string) => void;
  /** Goes back to the list. */
  readonly close: () => void;
  /** For the heading of both: it gets the focus when one takes the place of the other. It needs `tabIndex={-1}`. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/**
 * The item that a page shows in place of its list. A key of it stands in the state of the history, so that Back leads to the list; its id
 * is in no address and no state, which a browser keeps after a sign-out.
 */
export function useOpened(): Opened {
  const router = useRouter();
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  // While the code of another page loads, the address is that page's already.
  const ofPage = ({ location, resolvedLocation }: RouterState): RouterState['resolvedLocation'] =>
    location.pathname === path ? location : resolvedLocation;
  const key = useRouterState({ select: (state) => ofPage(state)?.state.opened });
  const opened = key === undefined ? undefined : drafts.opened(key);
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(opened);
  useLayoutEffect(() => {
    if (last.current === opened) return;
    last.current = opened;
    heading.current?.focus();
  }, [opened]);
  const open = (id: string): void => void router.navigate({ to: '.', state: { opened: drafts.keepOpened(id) } });
  return { opened, open, close: () => router.history.back(), heading };
}
