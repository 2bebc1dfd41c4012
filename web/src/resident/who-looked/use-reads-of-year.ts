import { useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { Role } from '../../session/read-session.ts';
import { graphql } from '../generated/gql.ts';
import { monthOf, monthsUntil } from './month-of.ts';

const document = graphql(`
  query ReadsOfYear($from: DateTime!, $after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
      accessHistory(first: 100, after: $after, filter: { from: $from, ofAccount: false }) {
        totalCount
        edges {
          node {
            id
            at
            kind
            by {
              role
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** One read, as far as it is counted. */
interface CountedRead {
  /** `2026-03`. */
  readonly month: string;
  readonly role: Role | null;
}

interface ReadsOfYear {
  /** Those that have come. */
  readonly reads: readonly CountedRead[];
  /** How many there are. Undefined: not known yet. */
  readonly all: number | undefined;
  readonly isComplete: boolean;
  readonly error: CombinedError | undefined;
}

/** Reads the resident's history of the last 12 months, page by page. @param now POSIX milliseconds */
export function useReadsOfYear(now: number): ReadsOfYear {
  const client = useClient();
  const [found, setFound] = useState<ReadsOfYear>({ reads: [], all: undefined, isComplete: false, error: undefined });
  useEffect(() => {
    const stopped = new AbortController();
    const [oldest] = monthsUntil(now);
    // Some hours of the month before are read too, and not counted.
    const from = `${oldest}-01T00:00:00Z`;
    const readAll = async (): Promise<void> => {
      const reads: CountedRead[] = [];
      for (let after: string | null | undefined; ;) {
        const { data, error } = await client.query(document, { from, after }).toPromise();
        if (stopped.signal.aborted) return;
        const page = data?.me?.accessHistory;
        for (const { node } of page?.edges ?? []) {
          const month = node?.at && monthOf(node.at);
          // An entry about an erasure is not a read.
          if (month && month >= oldest! && node.kind !== 'ENTRIES_ERASED') reads.push({ month, role: node.by?.role ?? null });
        }
        after = page?.pageInfo?.endCursor;
        const isComplete = error !== undefined || !page?.pageInfo?.hasNextPage;
        setFound({ reads: [...reads], all: page?.totalCount ?? undefined, isComplete, error });
        if (isComplete) return;
      }
    };
    void readAll();
    return () => stopped.abort();
  }, [client, now]);
  return found;
}
