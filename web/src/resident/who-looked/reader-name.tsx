import type { ReactNode } from 'react';

interface Props {
  readonly partner: { readonly name: string } | null | undefined;
  /** The name of the role. */
  readonly role: ReactNode;
}

/** The reader: the role, or a partner and its kind. */
export function ReaderName({ partner, role }: Props): ReactNode {
  if (!partner) return role;
  return (
    <>
      <span className="text">{partner.name}</span> <span className="number">({role})</span>
    </>
  );
}
