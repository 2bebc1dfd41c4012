import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ForPurpose } from '../layout/for-purpose.tsx';
import { useSignedIn } from '../session/signed.tsx';
import './privacy-office.css';
import { MandatesToday } from './today/mandates-today.tsx';
import { RequestsToday } from './today/requests-today.tsx';
import { ReviewToday } from './today/review-today.tsx';

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
      {has('ACCESS_REVIEW') && (
        <ForPurpose purpose="ACCESS_REVIEW">
          <ReviewToday />
        </ForPurpose>
      )}
      {session.purposes.length === 0 && (
        <p>
          <Trans>No duty of yours opens a page: somebody who is on record as a resident may not review the access log.</Trans>
        </p>
      )}
    </>
  );
}
