import { useEffect, useRef, type RefObject } from 'react';

/** @returns whether the component is still in the page: what an answer leads to is for who still waits for it */
export function useIsShown(): RefObject<boolean> {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  return isShown;
}
