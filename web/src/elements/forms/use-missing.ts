import { useClient, type AnyVariables, type DocumentInput } from 'urql';
import { useWithheld } from '../../../../client/src/react.ts';
import type { Missing } from '../../../../client/src/report.ts';
import { useSignedIn } from '../../session/signed.tsx';

/**
 * Says why the answer to a query has no value at a path: it is withheld, or it could not be read.
 * @returns gives undefined where the value is there, or where there is none
 */
export function useMissing<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
): (path: readonly (string | number)[]) => Missing | undefined {
  const { clients } = useSignedIn();
  return useWithheld(clients, useClient(), { query, variables });
}
