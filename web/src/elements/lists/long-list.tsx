import { useRef, type ReactNode } from 'react';
import '../elements.css';
import { useIsPrinted } from './use-is-printed.ts';
import { mostShown, useRowsInView } from './use-rows-in-view.ts';

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
  const { items, height, measure, onFocus, onBlur } = useRowsInView({ holder: list, keys: rows.map(keyOf), rowHeight });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears where the focus is, and does nothing else
    <ol
      ref={list}
      className={`${className ?? ''} virtual`}
      aria-label={label}
      data-rows={rows.length}
      style={{ blockSize: height }}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {items.map(({ index, key, start }) => (
        <li
          key={key}
          ref={measure}
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start}px)` }}
        >
          {children(rows[index]!)}
        </li>
      ))}
    </ol>
  );
}
