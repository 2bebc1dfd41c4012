import { Trans } from '@lingui/react/macro';
import { Suspense, use, useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { LogFailure, parseLogKeys, verifyCheckpoint } from '../../../../client/src/log.ts';
import { Loading } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';

/** The result of the browser's check. */
interface Verdict {
  readonly kind: 'signed' | 'wrong' | 'unknown';
  /** POSIX milliseconds. */
  readonly at: number;
}

/** Milliseconds. */
const deadline = 10_000;

/** Whether the log's own key has signed a checkpoint, verified in the browser. */
export function SignatureChecked({ note }: { readonly note: string }): ReactNode {
  const [verdict] = useState(() => verify(note));
  return (
    <Suspense fallback={<Loading />}>
      <Said verdict={verdict} />
    </Suspense>
  );
}

function Said({ verdict }: { readonly verdict: Promise<Verdict> }): ReactNode {
  const { instant } = useFormats();
  const { kind, at } = use(verdict);
  const when = instant(new Date(at).toISOString());
  if (kind === 'signed') return <Trans>Verified in this browser: {when}</Trans>;
  if (kind === 'wrong')
    return (
      <strong className="late">
        <Trans>The signature is wrong. Tell the operators, and let them verify the log.</Trans>
      </strong>
    );
  return <Trans>This browser could not verify the signature.</Trans>;
}

async function verify(note: string): Promise<Verdict> {
  const at = gatewayNow();
  try {
    const response = await fetch('/log/keys', { signal: AbortSignal.timeout(deadline) });
    if (!response.ok) return { kind: 'unknown', at };
    await verifyCheckpoint(note, await parseLogKeys(await response.text()));
    return { kind: 'signed', at };
  } catch (error) {
    return { kind: error instanceof LogFailure ? 'wrong' : 'unknown', at };
  }
}
