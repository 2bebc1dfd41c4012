import { defaultRangeExtractor, useWindowVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type FocusEvent, type RefObject } from 'react';

/** Beyond so many rows, only those near the window are in the page. Up to then the browser's own search finds them all. */
export const mostShown = 100;

interface Options {
  /** The element that holds the rows. */
  readonly holder: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** The height of a usual row in pixels, until it is measured. */
  readonly rowHeight: number;
}

/** The rows that are in the page. */
export interface RowsInView {
  /** Each with its place from the beginning of the rows, in pixels. The element of a row has `data-index`. */
  readonly items: readonly (Pick<VirtualItem, 'index' | 'key' | 'size'> & { readonly start: number })[];
  /** The height of all rows in pixels. */
  readonly height: number;
  /** The ref of each row, which measures it. */
  readonly measure: (row: Element | null) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Of many rows, those near the window, and that with the focus between its neighbours: Tab leads from one to the next. */
export function useRowsInView({ holder, keys, rowHeight }: Options): RowsInView {
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState(Number.NaN);
  useLayoutEffect(() => {
    const measureTop = (): void => setTop(holder.current ? holder.current.getBoundingClientRect().top + scrollY : 0);
    measureTop();
    // The content above the rows can become higher at any time, and the page with it.
    const observer = new ResizeObserver(measureTop);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [holder]);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler memoizes what it returns
  const virtualizer = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index]!,
    scrollMargin: top,
    overscan: 10,
    rangeExtractor: (range) => withFocused(range, focused),
  });
  return {
    items: virtualizer.getVirtualItems().map(({ index, key, size, start }) => ({ index, key, size, start: start - top })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    onFocus: ({ target }) => setFocused(Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN)),
    // The next row must not go before it has the focus, nor the one with the focus because another window is in front.
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (![relatedTarget, document.activeElement].some((one) => currentTarget.contains(one))) setFocused(Number.NaN);
    },
  };
}

function withFocused(range: Range, focused: number): number[] {
  const near = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < range.count);
  return [...new Set([...defaultRangeExtractor(range), ...near])].toSorted((one, other) => one - other);
}
