import { Trans } from '@lingui/react/macro';
import { Suspense, use, useState, type ReactNode } from 'react';
import { Loading } from '../../elements/states/states.tsx';

/** Milliseconds. */
const deadline = 10_000;

/** Whether committed entries get their numbers in time, as the gateway itself says. @param level of its heading */
export function Numbering({ level = 2 }: { readonly level?: 2 | 3 }): ReactNode {
  const [asked] = useState(() => readReadiness());
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby="numbering" className={level === 3 ? 'finding' : undefined}>
      <Heading id="numbering">
        <Trans>Backlog</Trans>
      </Heading>
      <Suspense fallback={<Loading />}>
        <Said asked={asked} />
      </Suspense>
    </section>
  );
}

function Said({ asked }: { readonly asked: Promise<readonly string[] | undefined> }): ReactNode {
  const failed = use(asked);
  if (failed === undefined)
    return (
      <p>
        <Trans>The gateway did not say whether the log keeps up.</Trans>
      </p>
    );
  return failed.includes('sequencer') ? (
    <p className="failed">
      <Trans>Entries wait for their numbers for too long. Nothing is lost: they are committed. Tell the operators.</Trans>
    </p>
  ) : (
    <p>
      <Trans>The log keeps up: entries get their numbers within seconds.</Trans>
    </p>
  );
}

/** The checks of the gateway that fail; undefined: it did not say. */
async function readReadiness(): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch('/ready', { signal: AbortSignal.timeout(deadline) });
    const { failed = [] } = (await response.json()) as { readonly failed?: readonly string[] };
    return failed;
  } catch {
    return undefined;
  }
}
