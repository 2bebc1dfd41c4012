/** A cell of the map, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads in a grid (WAI-ARIA Authoring Practices, grid). At an edge it stays. Pure.
 * @param key as `KeyboardEvent.key` names it
 * @returns undefined: the key leads nowhere
 */
export function nextPlace(
  key: string,
  { row, column }: Place,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: lastRow, column };
    default:
      return undefined;
  }
}
