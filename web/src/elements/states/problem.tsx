import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { gatewayNow } from '../time/local-time.ts';
import { LoadAgain } from './load-again.tsx';
import { Failed, Loading, NoAnswer } from './states.tsx';
import { useFormats } from '../time/use-formats.ts';

/** Few people ever see them, and residents never. */
const PurposeToRead = lazy(() => import('../purposes/purpose-to-read.tsx'));
const CaseEnded = lazy(() => import('./case-ended.tsx'));

interface Props {
  readonly error: CombinedError;
  /** Undefined: asking again cannot help. */
  readonly onRetry?: (() => void) | undefined;
  readonly reasons?: Reasons | undefined;
}

/**
 * Sentences in place of the gateway's own, by the reason that it gives (docs/errors.md), or else by the code. UNREACHED: no answer came,
 * and a change may have been made.
 */
export type Reasons = Readonly<Record<string, ReactNode>>;

/** Codes of documents that the gateway does not know: the pages are older than it is. */
const staleCodes: ReadonlySet<string> = new Set(['DOCUMENT_NOT_TRUSTED', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** The code of an error; undefined: the gateway was not reached, or gave none. */
function codeOf(error: CombinedError): string | undefined {
  const code = error.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Says why an operation failed, and what to do. The gateway's own sentences are in the language of the pages. */
export function Problem({ error, onRetry, reasons }: Props): ReactNode {
  const code = codeOf(error);
  const reason = error.graphQLErrors[0]?.extensions['reason'];
  const own = reasons?.[String(reason)] ?? reasons?.[String(code)];
  if (own) return <Failed onRetry={onRetry}>{own}</Failed>;
  if (code === undefined) return <Failed onRetry={onRetry}>{(navigator.onLine && reasons?.['UNREACHED']) || <NoAnswer />}</Failed>;
  if (staleCodes.has(code))
    return (
      <LoadAgain>
        <Trans>There is a newer version of these pages.</Trans>
      </LoadAgain>
    );
  if (code === 'CASE_UNKNOWN' || code === 'CLIENT_ENDED')
    return (
      <Suspense fallback={<Loading />}>
        <CaseEnded />
      </Suspense>
    );
  if (code === 'PURPOSE_NOT_ACKNOWLEDGED')
    return (
      <Suspense fallback={<Loading />}>
        <PurposeToRead version={error.graphQLErrors[0]!.extensions['purposeText']} onRead={onRetry} />
      </Suspense>
    );
  return (
    <Failed onRetry={onRetry}>
      {error.graphQLErrors[0]!.message} <AgainAt error={error} />
    </Failed>
  );
}

/** When to try again, where the gateway says so. */
function AgainAt({ error }: { readonly error: CombinedError }): ReactNode {
  const { time } = useFormats();
  const [cameAt] = useState(gatewayNow);
  const seconds = error.graphQLErrors[0]!.extensions['retryAfter'];
  if (typeof seconds !== 'number') return null;
  if (seconds < 60) return <Trans>Try again in a moment.</Trans>;
  const at = time(new Date(cameAt + seconds * 1_000).toISOString());
  return <Trans>Wait until {at}, and try again.</Trans>;
}
