import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DeadlineBar } from '../../elements/time/deadline-bar.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { PrivacyRequestStatus } from '../../generated/vocabulary.ts';

interface Props {
  readonly request: {
    readonly status: PrivacyRequestStatus;
    readonly filedAt: string;
    readonly dueOn: string;
    readonly answeredAt?: string | null;
    readonly withdrawnAt?: string | null;
    readonly reopenedAt?: string | null;
  };
}

/** How far a request is: the time that is left, or how it ended. */
export function RequestState({ request: { status, filedAt, dueOn, answeredAt, withdrawnAt, reopenedAt } }: Props): ReactNode {
  const { dayOf } = useFormats();
  const filed = dayOf(filedAt);
  const answered = answeredAt && dayOf(answeredAt);
  const withdrawn = withdrawnAt && dayOf(withdrawnAt);
  const reopened = status === 'OPEN' && reopenedAt && dayOf(reopenedAt);
  return (
    <>
      <p className="quiet">
        <Trans>Filed on {filed}.</Trans> {answered && <Trans>Answered on {answered}.</Trans>}
        {withdrawn && <Trans>Taken back on {withdrawn}.</Trans>}
        {reopened && <Trans>Opened again on {reopened}.</Trans>}
      </p>
      {status === 'OPEN' && <DeadlineBar since={reopenedAt ?? filedAt} dueOn={dueOn} />}
    </>
  );
}
