import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { drafts } from '../../session/drafts.ts';

interface Props {
  readonly id: string | null | undefined;
  readonly children: ReactNode;
}

/** Opens a mandate on its page. Its id stands in no address. */
export function OpenMandate({ id, children }: Props): ReactNode {
  const router = useRouter();
  const open = (): void => {
    if (id) void router.navigate({ to: '/mandates', state: { opened: drafts.keepOpened(id) } });
  };
  return (
    <button type="button" className="open" onClick={open}>
      {children}
    </button>
  );
}
