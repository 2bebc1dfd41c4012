import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Failed } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { LogCheck } from './use-log-check.ts';

interface Props {
  readonly check: LogCheck;
  readonly onAgain: () => void;
}

/** Says what the check against the signed log found, also where it found nothing out. */
export function LogVerdict({ check, onAgain }: Props): ReactNode {
  return (
    <section className="log-check" aria-labelledby="log-check">
      <h2 id="log-check">
        <Heading check={check} />
      </h2>
      <Said check={check} onAgain={onAgain} />
      <details>
        <summary>
          <Trans>What is checked, and what is not</Trans>
        </summary>
        <p>
          <Trans>
            Each read gets an entry in a log that can only grow. The log is a tree of hashes, and its root is signed. Your browser asks for
            the path from each entry to the root, computes the root itself, and checks the signature. So an entry that was changed, moved or
            removed is found here.
          </Trans>
        </p>
        <p>
          <Trans>
            It does not show that a read which should be in the log is missing, and the keys of the log come from the municipality.
            Witnesses outside it, and auditors, check those.
          </Trans>
        </p>
      </details>
    </section>
  );
}

function Heading({ check }: Pick<Props, 'check'>): ReactNode {
  const { instant } = useFormats();
  if (check.kind === 'checking') return <Trans>Being checked against the signed log</Trans>;
  if (check.kind !== 'checked') return <Trans>Not checked against the signed log</Trans>;
  const at = instant(check.at);
  return <Trans>Checked against the signed log on {at}</Trans>;
}

function Said({ check, onAgain }: Props): ReactNode {
  if (check.kind === 'checking')
    return (
      <p>
        <output>
          <Trans>Your browser is checking {check.all} entries.</Trans>
        </output>{' '}
        <progress value={check.done} max={check.all || 1} aria-labelledby="log-check" />
      </p>
    );
  if (check.kind === 'unreachable')
    return (
      <Failed onRetry={onAgain}>
        <Trans>The log could not be read, so nothing was checked. The list below is what the gateway says.</Trans>
      </Failed>
    );
  if (check.kind === 'unsupported')
    return (
      <p>
        <Trans>This browser cannot check the signatures (Ed25519), so nothing was checked. A newer browser can.</Trans>
      </p>
    );
  const count = (verdict: string): number => [...check.entries.values()].filter((one) => one === verdict).length;
  const [proven, waiting, failed] = [count('PROVEN'), count('WAITING'), count('FAILED')];
  return (
    <>
      {(failed > 0 || check.receipt === 'FAILED') && (
        <Failed>
          <Trans>The log does not prove all that is shown here. Tell the privacy office: this must not happen.</Trans>
        </Failed>
      )}
      <ul>
        {proven > 0 && (
          <li>
            <Plural value={proven} one="# entry below is in the signed log." other="# entries below are in the signed log." />
          </li>
        )}
        {waiting > 0 && (
          <li>
            <Plural
              value={waiting}
              one="# entry is so new that the signed log has no place for it yet. Check again in a minute."
              other="# entries are so new that the signed log has no place for them yet. Check again in a minute."
            />
          </li>
        )}
        {failed > 0 && (
          <li>
            <Plural value={failed} one="The proof of # entry is wrong." other="The proofs of # entries are wrong." />
          </li>
        )}
        {check.receipt === 'SIGNED' && (
          <li>
            <Trans>The municipality has signed a receipt: that you looked at this page is in the log within a minute.</Trans>
          </li>
        )}
        {check.receipt === 'FAILED' && (
          <li>
            <Trans>The receipt for looking at this page is not signed by the log.</Trans>
          </li>
        )}
      </ul>
      <p>
        <button type="button" onClick={onAgain}>
          <Trans>Check again</Trans>
        </button>
      </p>
    </>
  );
}
