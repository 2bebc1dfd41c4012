import { gql, type ApolloClient } from '@apollo/client';
import { createElement, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { openApolloSession } from '../../../client/src/apollo.ts';
import { Partitioned, useWithheld } from '../../../client/src/react.ts';

// A page of a counter: who is served, under the case that its address names, until the employee signs out.
const query = gql`
  query Served {
    currentCase {
      ... on Encounter {
        resident {
          id
          email
          birthDate
        }
      }
    }
  }
`;
const { url = '', token = '', id = '' } = Object.fromEntries(new URLSearchParams(location.search));
const session = openApolloSession({ url, token: () => token });

interface Served {
  readonly currentCase?: { readonly resident?: { readonly email?: string; readonly birthDate?: string } };
}

function Profile({ client }: { readonly client: ApolloClient }): ReactNode {
  const [data, setData] = useState<Served>();
  const [failure, setFailure] = useState<string>();
  const missing = useWithheld(session, client, { query });
  useEffect(() => {
    client.query<Served>({ query }).then(
      (answer) => setData(answer.data),
      (error: Error) => setFailure(error.message),
    );
  }, [client]);
  if (failure !== undefined) return createElement('p', { id: 'failure' }, failure);
  if (data === undefined) return null;
  const { email, birthDate } = data.currentCase?.resident ?? {};
  return createElement('p', { id: 'shown' }, `${email} ${birthDate ?? missing(['currentCase', 'resident', 'birthDate'])?.reason}`);
}

createRoot(document.querySelector('main')!).render(
  createElement(Partitioned<ApolloClient, { readonly query: typeof query }>, {
    session,
    partition: { purpose: 'SERVICE_PROVISION', case: id },
    ended: createElement('p', { id: 'ended' }, 'Signed out.'),
    children: (client) => createElement(Profile, { client }),
  }),
);
document.querySelector('button')!.addEventListener('click', () => session.end());
