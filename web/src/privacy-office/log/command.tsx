import type { ReactNode } from 'react';

/** A command to copy. A line ends between its words alone. */
export function Command({ children }: { readonly children: string }): ReactNode {
  return (
    <code>
      {children.split(' ').map((word, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the words of a sentence do not change
        <span key={index}>
          {index > 0 && ' '}
          <span className="word">{word}</span>
        </span>
      ))}
    </code>
  );
}
