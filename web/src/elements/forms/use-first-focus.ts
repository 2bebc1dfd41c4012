import { useLayoutEffect, useRef, type RefObject } from 'react';

/** @returns for an element that gets the focus when it appears, because what had it is gone */
export function useFirstFocus<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const ref = useRef<Shown>(null);
  useLayoutEffect(() => ref.current?.focus(), []);
  return ref;
}
