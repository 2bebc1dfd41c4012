import { useState, type ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** A part of a record that is opened by its title, and read once it is: the person is told of the read. */
export function Folded({ id, title, children }: Props): ReactNode {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setIsWanted(true)}>
      <summary id={id}>{title}</summary>
      {isWanted && children}
    </details>
  );
}
