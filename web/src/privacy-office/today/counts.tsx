import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

interface Count {
  /** Tells it from the others. */
  readonly name: string;
  readonly value: number;
  /** What is counted. */
  readonly words: ReactNode;
  /** Whether somebody should do something about it. */
  readonly isAlert?: boolean;
}

/** Some numbers, each with what it counts. */
export function Counts({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  const { i18n } = useLingui();
  return (
    <ul className="counts">
      {counts.map(({ name, value, words, isAlert }) => (
        <li key={name} className={isAlert ? 'alert' : undefined}>
          <strong>{i18n.number(value)}</strong> {words}
        </li>
      ))}
    </ul>
  );
}
