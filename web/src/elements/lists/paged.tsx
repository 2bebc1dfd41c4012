import { Trans } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { Read, type ReadProps } from '../states/read.tsx';
import { Loading } from '../states/states.tsx';
import { useAnswers } from '../use-answers.ts';
import '../elements.css';

/** A connection, as far as it is read here. Withheld parts of it are null. */
interface Connection<Row> {
  readonly totalCount?: number | null;
  readonly edges?: readonly { readonly node?: Row | null }[] | null;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor?: string | null } | null;
}

/** The rows of a list that have been read so far. */
export interface Rows<Data, Row> {
  readonly rows: readonly Row[];
  /** How many there are in all, also those that have not been read. */
  readonly total: number;
  /** Whether there is no further page. */
  readonly isComplete: boolean;
  /** The answer to the first page. */
  readonly data: Data;
  /** The extensions of the newest answer. */
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  /** Asks the gateway again, whatever the cache has. */
  readonly askAgain: () => void;
}

interface Props<Data, Variables extends AnyVariables, Row> extends Pick<ReadProps, 'failed'> {
  readonly query: TypedDocumentNode<Data, Variables>;
  /** Without `after`, which this element gives. */
  readonly variables: Omit<Variables, 'after'>;
  /** Whether it is asked for again each time it appears, because others change it: a queue. Known rows are shown until then. */
  readonly isFresh?: boolean;
  /** Finds the list in an answer. */
  readonly connection: (data: Data) => Connection<Row> | null | undefined;
  /** A type in the answers to changes after which the list is another one, also where it has been empty. */
  readonly changedBy?: string;
  /** Pages are read by themselves until this holds of their rows. Default: the person asks for each. */
  readonly until?: (rows: readonly Row[]) => boolean;
  readonly children: (rows: Rows<Data, Row>) => ReactNode;
}

/** Reads a list page by page, the next when the person asks for more, and shows the state of the read. It changes with the cache. */
export function Paged<Data, Variables extends AnyVariables, Row>(props: Props<Data, Variables, Row>): ReactNode {
  // Another list is read from its beginning.
  return <Pages key={JSON.stringify(props.variables)} {...props} />;
}

function Pages<Data, Variables extends AnyVariables, Row>({
  query,
  variables,
  isFresh = false,
  connection,
  changedBy,
  until,
  failed,
  children,
}: Props<Data, Variables, Row>): ReactNode {
  const [afters, setAfters] = useState<readonly (string | undefined)[]>([undefined]);
  const pages = afters.map((after) => ({ ...variables, after }) as unknown as Variables);
  const reads = useAnswers(query, pages, { isFresh, changedBy });
  const { answers, isReading, askAgain } = reads;
  const lists = answers.map((answer) => answer?.data && connection(answer.data));
  const rows = lists.flatMap((list) => (list?.edges ?? []).flatMap(({ node }) => (node ? [node] : [])));
  const { pageInfo } = lists.at(-1) ?? {};
  const more = (): void => {
    if (!isReading) setAfters([...afters, pageInfo?.endCursor ?? undefined]);
  };
  if (until && pageInfo?.hasNextPage && !until(rows)) more();
  const data = answers[0]?.data;
  const total = lists[0]?.totalCount ?? rows.length;
  return (
    <Read reads={reads} failed={failed}>
      {/* A list that could not be read is not said to be empty. */}
      {data &&
        (lists[0]?.edges || !answers[0]?.error) &&
        children({ rows, total, isComplete: pageInfo?.hasNextPage === false, data, extensions: answers.at(-1)?.extensions, askAgain })}
      {until && data && answers.length < afters.length && <Loading />}
      {!until && (pageInfo?.hasNextPage || afters.length > 1) && (
        <More shown={rows.length} total={total} isReading={isReading} onMore={pageInfo?.hasNextPage || isReading ? more : undefined} />
      )}
    </Read>
  );
}

interface MoreProps {
  readonly shown: number;
  readonly total: number;
  readonly isReading: boolean;
  /** Undefined: there are no more. */
  readonly onMore: (() => void) | undefined;
}

/** How much is shown, and a button for more. It stays while more is read, so that the focus does not leave the place. */
function More({ shown, total, isReading, onMore }: MoreProps): ReactNode {
  const end = useRef<HTMLParagraphElement>(null);
  const hasMore = onMore !== undefined;
  const hadMore = useRef(hasMore);
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (hadMore.current && !hasMore && document.activeElement === document.body) end.current?.focus({ preventScroll: true });
    hadMore.current = hasMore;
  }, [hasMore]);
  return (
    <p className="more" ref={end} tabIndex={-1}>
      <output>
        {isReading ? (
          <Trans>Loading…</Trans>
        ) : (
          <Trans>
            {shown} of {total} are shown.
          </Trans>
        )}
      </output>{' '}
      {hasMore && (
        <button type="button" aria-disabled={isReading} onClick={onMore}>
          <Trans>Show more</Trans>
        </button>
      )}
    </p>
  );
}
