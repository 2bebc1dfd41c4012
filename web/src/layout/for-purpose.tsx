import { lazy, type ReactNode } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../client/src/react.ts';
import { useSignedIn } from '../session/signed.tsx';

/** Residents have no such page. */
const NotWithinDuty = lazy(() => import('./not-within-duty.tsx'));

interface Props {
  readonly purpose: string;
  readonly children: ReactNode;
}

/** Shows a page that asks for a purpose of its own; a sentence in its place where the purpose is not within the person's duty. */
export function ForPurpose({ purpose, children }: Props): ReactNode {
  const { session, clients } = useSignedIn();
  if (!session.purposes.includes(purpose)) return <NotWithinDuty />;
  return (
    <Partitioned session={clients} partition={{ purpose }}>
      {(client) => <Provider value={client}>{children}</Provider>}
    </Partitioned>
  );
}
