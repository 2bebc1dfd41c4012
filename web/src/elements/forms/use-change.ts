import { useState } from 'react';
import { useMutation, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** A change that a button makes. */
export interface Change<Variables> {
  readonly make: (variables: Variables) => Promise<void>;
  /** The problem of the newest try; undefined: none. */
  readonly error: CombinedError | undefined;
}

/** A change that a button makes, without a form. @param onDone called once the gateway has made it */
export function useChange<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  onDone: (data: Data) => void,
): Change<Variables> {
  const [error, setError] = useState<CombinedError>();
  const [{ fetching }, execute] = useMutation(mutation);
  const make = async (variables: Variables): Promise<void> => {
    if (fetching) return;
    setError(undefined);
    const result = await execute(variables);
    if (result.error) setError(result.error);
    else onDone(result.data!);
  };
  return { make, error };
}
