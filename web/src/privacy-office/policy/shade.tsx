import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Cell } from './cell.ts';

/** Whether something may be seen: always, under conditions, or never. */
export type Shade = 'yes' | 'if' | 'no';

/** The shade of a place of the map. Pure. @param cells what permits it there */
export function shadeOf(cells: readonly Cell[]): Shade {
  if (cells.length === 0) return 'no';
  return cells.some(({ when, exceptions }) => when.length === 0 && exceptions.length === 0) ? 'yes' : 'if';
}

/** A shade in words. */
export function Sign({ shade }: { readonly shade: Shade }): ReactNode {
  if (shade === 'yes') return <Trans>yes</Trans>;
  if (shade === 'if') return <Trans>if</Trans>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="hidden">
        <Trans>no</Trans>
      </span>
    </>
  );
}
