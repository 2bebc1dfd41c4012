import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ForPurpose } from '../../layout/for-purpose.tsx';
import { useSignedIn } from '../../session/signed.tsx';
import '../privacy-office.css';
import { ErasuresToday } from './erasures-today.tsx';
import { FindingsOfLog } from './findings-of-log.tsx';
import { FindingsOfMandates } from './findings-of-mandates.tsx';
import { FindingsOfPeople } from './findings-of-people.tsx';
import { IdentifiedToday } from './identified-today.tsx';
import { MandatesToday } from './mandates-today.tsx';
import { RequestsToday } from './requests-today.tsx';
import { ReviewToday } from './review-today.tsx';

/** The tasks of the officer today, by duty: work that is due, approvals, and findings to look into. */
export default function Today(): ReactNode {
  const { session } = useSignedIn();
  const within = (purpose: string, part: ReactNode): ReactNode =>
    session.purposes.includes(purpose) && <ForPurpose purpose={purpose}>{part}</ForPurpose>;
  return (
    <>
      <h1>
        <Trans>Today</Trans>
      </h1>
      {within('RIGHTS_FULFILMENT', <RequestsToday />)}
      {within('RIGHTS_FULFILMENT', <ErasuresToday />)}
      {within('MANDATE_ADMINISTRATION', <MandatesToday />)}
      {session.purposes.length > 0 && (
        <section aria-labelledby="findings">
          <h2 id="findings">
            <Trans>Findings</Trans>
          </h2>
          {within('RIGHTS_FULFILMENT', <FindingsOfPeople />)}
          {within('MANDATE_ADMINISTRATION', <FindingsOfMandates />)}
          {within('ACCESS_REVIEW', <FindingsOfLog />)}
        </section>
      )}
      {within('ACCESS_REVIEW', <ReviewToday />)}
      {within('ACCESS_REVIEW', <IdentifiedToday />)}
      {session.purposes.length === 0 && (
        <p>
          <Trans>Your duties open no page: residents on record may not review the access log.</Trans>
        </p>
      )}
    </>
  );
}
