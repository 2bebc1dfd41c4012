import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpened } from '../../elements/lists/use-opened.ts';
import '../privacy-office.css';
import { MandateDetail } from './mandate-detail.tsx';
import { MandateList } from './mandate-list.tsx';

/** The mandates of partners: the list with a timeline, or one of them with what an officer can do. */
export default function Mandates(): ReactNode {
  const { opened, open, close, heading } = useOpened();
  if (opened !== undefined) return <MandateDetail key={opened} id={opened} heading={heading} onClose={close} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Mandates</Trans>
      </h1>
      <p className="lead">
        <Trans>
          A mandate is the legal authority under which a partner may see something. One officer records it, and others approve it. You do
          not see orders that name you or a person in your care.
        </Trans>
      </p>
      <p>
        <Link className="button" to="/mandates/record">
          <Trans>Record a mandate</Trans>
        </Link>
      </p>
      <MandateList onOpen={open} />
    </>
  );
}
