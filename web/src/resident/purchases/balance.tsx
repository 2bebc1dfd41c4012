import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { Absent } from '../my-information/absent.tsx';

interface Props {
  /** Withheld parts of it are null. */
  readonly account:
    | {
        readonly balance?: string | null;
        readonly overdueAmount?: string | null;
        readonly overdueSince?: string | null;
        readonly creditCheckOpen?: boolean | null;
      }
    | null
    | undefined;
  /** Why there is no balance, as the answer says it; undefined: there is no account. */
  readonly missing: Missing | undefined;
}

/** The debt or credit, the overdue part, and whether credit is being verified. */
export function Balance({ account, missing }: Props): ReactNode {
  const { day, money } = useFormats();
  const balance = account?.balance;
  if (!account || balance === null || balance === undefined)
    return (
      <p>
        <Absent missing={missing} empty={<Trans>There is no account yet. It begins with the first purchase.</Trans>} />
      </p>
    );
  const { overdueAmount, overdueSince, creditCheckOpen } = account;
  const amount = money(balance.replace('-', ''));
  const overdue = overdueAmount && money(overdueAmount);
  const since = overdueSince && day(overdueSince);
  return (
    <div className="balance">
      <p className="amount">
        {Number(balance) < 0 && <Trans>{amount} is owed.</Trans>}
        {Number(balance) === 0 && <Trans>Nothing is owed.</Trans>}
        {Number(balance) > 0 && <Trans>{amount} is paid ahead.</Trans>}
      </p>
      {since && (
        <p className="error">
          <Trans>
            {overdue} of it has been overdue since {since}.
          </Trans>
        </p>
      )}
      {creditCheckOpen && (
        <p>
          <Trans>The municipality is having your credit verified.</Trans>
        </p>
      )}
    </div>
  );
}
