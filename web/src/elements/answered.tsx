import type { ComponentType, ReactNode } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { Problem } from './problem.tsx';
import { Loading } from './states.tsx';

interface Props<Data, Variables extends AnyVariables> {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** @param askAgain asks the gateway, whatever the cache has */
  readonly children: (data: Data, askAgain: () => void) => ReactNode;
  /** What is shown in place of the data where none have come. Default: the problem. */
  readonly failed?: ComponentType<{ readonly error: CombinedError; readonly onRetry: () => void }>;
}

/**
 * Reads, and shows one of the states of a read: it loads, it failed, it has come. Of an answer with errors beside its data the data are
 * shown below the problem.
 */
export function Answered<Data, Variables extends AnyVariables>({
  query,
  variables,
  children,
  failed: Failed = Problem,
}: Props<Data, Variables>): ReactNode {
  const [{ data, error, fetching, stale }, execute] = useQuery({ query, variables });
  const askAgain = (): void => execute({ requestPolicy: 'network-only' });
  if (fetching && !data) return <Loading />;
  return (
    <div aria-busy={fetching || stale}>
      {error && (data ? <Problem error={error} onRetry={askAgain} /> : <Failed error={error} onRetry={askAgain} />)}
      {data && children(data, askAgain)}
    </div>
  );
}
