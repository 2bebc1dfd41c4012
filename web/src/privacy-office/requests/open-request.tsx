import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { drafts } from '../../session/drafts.ts';
import { useSignedIn } from '../../session/signed.tsx';

interface Props {
  readonly id: string | null | undefined;
  readonly children: ReactNode;
}

/** Opens a request of the officer's own on its page. Its id stands in no address. */
export function OpenRequest({ id, children }: Props): ReactNode {
  const { clients } = useSignedIn();
  const router = useRouter();
  const open = (): void => {
    if (!id) return;
    clients.resume(id);
    void router.navigate({ to: '/privacy-requests', state: { opened: drafts.keepOpened(id) } });
  };
  return (
    <button type="button" className="open" onClick={open}>
      {children}
    </button>
  );
}
