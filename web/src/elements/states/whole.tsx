import type { ReactNode } from 'react';

/** A text that stays on one line, such as the number of a ticket or a request. It is copied as it is: no character in it is replaced. */
export function Whole({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="whole">{children}</span>;
}
