import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ForPurpose } from '../layout/for-purpose.tsx';
import { useSignedIn } from '../session/signed.tsx';
import './privacy-office.css';
import { MandatesToday } from './today/mandates-today.tsx';
import { RequestsToday } from './today/requests-today.tsx';

/** What awaits the officer today, by duty. */
export default function Today(): ReactNode {
  const { session } = useSignedIn();
  const has = (purpose: string): boolean => session.purposes.includes(purpose);
  return (
    <>
      <h1>
        <Trans>Today</Trans>
      </h1>
      {has('RIGHTS_FULFILMENT') && (
        <ForPurpose purpose="RIGHTS_FULFILMENT">
          <RequestsToday />
        </ForPurpose>
      )}
      {has('MANDATE_ADMINISTRATION') && (
        <ForPurpose purpose="MANDATE_ADMINISTRATION">
          <MandatesToday />
        </ForPurpose>
      )}
    </>
  );
}
