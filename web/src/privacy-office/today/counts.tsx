import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

interface Count {
  /** Tells it from the others. */
  readonly name: string;
  readonly value: number;
  /** The things that are counted. */
  readonly words: ReactNode;
  /** Whether an officer should act on it. */
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
