import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../client/src/react.ts';
import { useSignedIn } from '../session/signed.tsx';

interface Props {
  readonly purpose: string;
  readonly children: ReactNode;
}

/** Shows a page that asks for a purpose of its own; a sentence in its place where the purpose is not within the person's duty. */
export function ForPurpose({ purpose, children }: Props): ReactNode {
  const { session, clients } = useSignedIn();
  if (!session.purposes.includes(purpose))
    return (
      <>
        <h1>
          <Trans>This page is not within your duty</Trans>
        </h1>
        <p>
          <Trans>
            Duties are separated: an officer either reviews the access log or works with people by name. The menu has your pages.
          </Trans>
        </p>
      </>
    );
  return (
    <Partitioned session={clients} partition={{ purpose }}>
      {(client) => <Provider value={client}>{children}</Provider>}
    </Partitioned>
  );
}
