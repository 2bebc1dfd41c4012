import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly id: string | null | undefined;
  readonly children: ReactNode;
}

/** Opens a mandate on its page. Its id stands in no address. */
export function OpenMandate({ id, children }: Props): ReactNode {
  const router = useRouter();
  return (
    <button type="button" className="open" onClick={() => id && void router.navigate({ to: '/mandates', state: { opened: id } })}>
      {children}
    </button>
  );
}
