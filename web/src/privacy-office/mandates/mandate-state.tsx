import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { dayOf } from '../../elements/time/local-time.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { MandateFacts } from './record/fields.ts';
import { mandateStatuses } from './names.ts';

/** How far a mandate is, and until when it gives access. */
export function MandateState({ mandate }: { readonly mandate: MandateFacts }): ReactNode {
  const { i18n } = useLingui();
  const { day } = useFormats();
  const { status, approvals, approvalsRequired, validFrom, validUntil, openEnded, lapsesSoon, sealedUntil, sealProposedUntil } = mandate;
  const from = day(dayOf(validFrom));
  const until = day(lastDayBefore(validUntil));
  const sealed = sealedUntil && day(lastDayBefore(sealedUntil));
  const proposed = sealProposedUntil && day(lastDayBefore(sealProposedUntil));
  const missing = approvalsRequired - approvals;
  return (
    <>
      <p className="beside">
        <strong className={`badge ${status.toLowerCase()}`}>{i18n._(mandateStatuses[status])}</strong>{' '}
        {status === 'AWAITING_APPROVAL' && (
          <span>
            <Plural value={missing} one="# approval is missing." other="# approvals are missing." />
          </span>
        )}
        {lapsesSoon && (
          <span>
            <Trans>It lapses soon unless an officer reconfirms it.</Trans>
          </span>
        )}
      </p>
      <p className="quiet">
        {openEnded ? (
          <Trans>
            From {from}, with an open end: up to and including {until} unless it is reconfirmed.
          </Trans>
        ) : (
          <Trans>
            From {from} up to and including {until}.
          </Trans>
        )}{' '}
        {sealed && <Trans>Sealed up to and including {sealed}.</Trans>}{' '}
        {proposed && <Trans>A later end of the seal is proposed: {proposed}.</Trans>}
      </p>
    </>
  );
}

/** The last day of what ends before an instant (RFC 3339 full-date). */
function lastDayBefore(instant: string): string {
  return dayOf(Date.parse(instant) - 1);
}
