import { useWindowVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import './elements.css';

interface Props<Row> {
  /** Names the list. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How many rows there are in all, also those that have not been read. Default: those that have been. */
  readonly total?: number;
  /** The height of a usual row in pixels, until it is measured. */
  readonly rowHeight: number;
  readonly className?: string;
  readonly children: (row: Row) => ReactNode;
}

/** So many rows are all in the page, so that the browser's own search finds them. */
const mostShown = 100;

/**
 * A list. Beyond 100 rows only those near the window are in the page; each says its place in the whole. The row with the focus always
 * stays, and a printed page has all.
 */
export function LongList<Row>(props: Props<Row>): ReactNode {
  const isPrinted = useIsPrinted();
  if (props.rows.length > mostShown && !isPrinted) return <Virtual {...props} />;
  const { label, rows, keyOf, total = rows.length, className, children } = props;
  return (
    <ol className={className} aria-label={label} data-rows={rows.length}>
      {rows.map((row, index) => (
        <li key={keyOf(row)} aria-setsize={total} aria-posinset={index + 1}>
          {children(row)}
        </li>
      ))}
    </ol>
  );
}

function Virtual<Row>({ label, rows, keyOf, total = rows.length, rowHeight, className, children }: Props<Row>): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler memoizes what it returns
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(rows[index]!),
    scrollMargin: top,
    overscan: 10,
    rangeExtractor: (range) => withFocused(range, focused),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears where the focus is, and does nothing else
    <ol
      ref={list}
      className={`${className ?? ''} virtual`}
      aria-label={label}
      data-rows={rows.length}
      style={{ blockSize: virtualizer.getTotalSize() }}
      onFocus={({ target }) => setFocused(Number(target.closest('li')?.dataset['index'] ?? NaN))}
      onBlur={() => setFocused(undefined)}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {children(rows[index]!)}
        </li>
      ))}
    </ol>
  );
}

function withFocused(range: Range, focused: number | undefined): number[] {
  const shown = defaultRangeExtractor(range);
  if (focused === undefined || Number.isNaN(focused) || shown.includes(focused)) return shown;
  return [...shown, focused].toSorted((one, other) => one - other);
}

/** Whether the page is being printed. */
function useIsPrinted(): boolean {
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    // The browser prints what is in the page when the listener returns.
    const before = (): void => flushSync(() => setIsPrinted(true));
    const after = (): void => setIsPrinted(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinted;
}
