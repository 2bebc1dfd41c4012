import { useEffect, useRef, type RefObject } from 'react';

/**
 * Tells the stylesheet how high an element is (`--bar-height`): it stays at the top of the window, and its height depends on the language,
 * the width, the size of the text and what it says.
 */
export function useBarHeight<Bar extends HTMLElement>(): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty('--bar-height', `${bar.current?.offsetHeight ?? 0}px`));
    if (bar.current) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--bar-height');
    };
  }, []);
  return bar;
}
