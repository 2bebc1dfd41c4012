import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../../client/src/react.ts';
import { useSignedIn } from '../../session/signed.tsx';

/** Asks without a purpose: data about no person is open to each officer, whatever the duty. */
export function WithoutPurpose({ children }: { readonly children: ReactNode }): ReactNode {
  const { clients } = useSignedIn();
  return (
    <Partitioned session={clients} partition={{ purpose: null }}>
      {(client) => <Provider value={client}>{children}</Provider>}
    </Partitioned>
  );
}
