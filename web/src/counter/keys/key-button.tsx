import type { ReactNode } from 'react';

interface Props {
  /** The key that does the same. */
  readonly name: string;
  readonly onPress: () => void;
  /** Whether it chooses what is chosen already; undefined: it chooses nothing. */
  readonly isChosen?: boolean;
  /** Whether it is what the page is for. */
  readonly isMain?: boolean;
  readonly children: ReactNode;
}

/** A button with a key of its own. */
export function KeyButton({ name, onPress, isChosen, isMain, children }: Props): ReactNode {
  return (
    <button type="button" className={isMain ? 'key main' : 'key'} aria-keyshortcuts={name} aria-pressed={isChosen} onClick={onPress}>
      {children} <kbd>{name}</kbd>
    </button>
  );
}
