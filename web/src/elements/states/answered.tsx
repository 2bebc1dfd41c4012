import type { ReactNode } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { Read, type ReadProps } from './read.tsx';
import { useAnswers } from '../use-answers.ts';

interface Props<Data, Variables extends AnyVariables> extends Pick<ReadProps, 'failed'> {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** @param askAgain asks the gateway, whatever the cache has */
  readonly children: (data: Data, askAgain: () => void) => ReactNode;
}

/** Reads, and shows the state of the read. */
export function Answered<Data, Variables extends AnyVariables>(props: Props<Data, Variables>): ReactNode {
  // Nothing of another answer is shown meanwhile.
  return <Answer key={JSON.stringify(props.variables)} {...props} />;
}

function Answer<Data, Variables extends AnyVariables>({ query, variables, failed, children }: Props<Data, Variables>): ReactNode {
  const reads = useAnswers(query, [variables]);
  const data = reads.answers[0]?.data;
  return (
    <Read reads={reads} failed={failed}>
      {data && children(data, reads.askAgain)}
    </Read>
  );
}
