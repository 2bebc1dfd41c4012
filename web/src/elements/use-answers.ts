import { useLayoutEffect, useState } from 'react';
import { useClient, type AnyVariables, type OperationResult, type TypedDocumentNode } from 'urql';

/** The answers to an operation with one or several sets of variables, such as the pages of a list. */
export interface Answers<Data> {
  /** In the order of the variables. Undefined: none has come yet. */
  readonly answers: readonly (Pick<OperationResult<Data>, 'data' | 'error' | 'extensions' | 'stale'> | undefined)[];
  /** Whether an answer is awaited, also a newer one. */
  readonly isReading: boolean;
  /** Asks the gateway again, whatever the cache has. */
  readonly askAgain: () => void;
}

interface Options {
  /** Whether it is asked for each time it appears, because others change it: a queue. Known data are shown until then. */
  readonly isFresh?: boolean;
  /** A type in the answers to changes after which it is asked for again, even if the answer holds no object of the type. */
  readonly changedBy?: string | undefined;
}

/** Asks, and again whenever the cache says so. @param variables a set for each answer */
export function useAnswers<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: readonly Variables[],
  { isFresh = false, changedBy }: Options = {},
): Answers<Data> {
  const client = useClient();
  const asked = JSON.stringify(variables);
  const [answers, setAnswers] = useState<Answers<Data>['answers']>([]);
  // Before the browser paints: what the cache has is shown at once.
  useLayoutEffect(() => {
    const context = { ...(isFresh && fresh), ...watching(changedBy) };
    const subscriptions = (JSON.parse(asked) as readonly Variables[]).map((one, index) =>
      client.query(query, one, context).subscribe((answer) =>
        setAnswers((known) => {
          const next = [...known];
          next[index] = answer;
          return next;
        }),
      ),
    );
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [client, query, asked, isFresh, changedBy]);
  const askAgain = (): void => {
    for (const one of variables) void client.query(query, one, { ...watching(changedBy), requestPolicy: 'network-only' }).toPromise();
  };
  const isReading = variables.some((_one, index) => !answers[index] || answers[index].stale);
  return { answers, isReading, askAgain };
}

const fresh = { requestPolicy: 'cache-and-network' } as const;

function watching(type: string | undefined): { readonly additionalTypenames?: string[] } {
  return type === undefined ? {} : { additionalTypenames: [type] };
}
