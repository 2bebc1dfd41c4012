import type { ReactNode } from 'react';

interface Props {
  /** The id of the element that names it. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** A table that can be wider than its place. */
export function Scrolled({ labelledBy, children }: Props): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: the keys scroll what has the focus
    <section className="scrolled" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
