import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useOpened } from '../../elements/lists/use-opened.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { AskHelpdesk } from './ask-helpdesk.tsx';
import { OwnTicket } from './own-ticket.tsx';
import { OwnTickets } from './own-tickets.tsx';

/** The resident's questions to the helpdesk: one of them, or the list and a form for a new one. */
export default function Helpdesk(): ReactNode {
  const { opened, open, close, heading } = useOpened();
  const [status, say] = useStatus();
  if (opened !== undefined) return <OwnTicket key={opened} id={opened} heading={heading} onClose={close} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Helpdesk</Trans>
      </h1>
      <p className="lead">
        <Trans>Ask the helpdesk about signing in, payments or these pages. Only the person who works on your question reads it.</Trans>
      </p>
      {status}
      <AskHelpdesk onAsked={(number) => say(<Trans>Your question {number} is sent. The answer will stand below.</Trans>)} />
      <OwnTickets onOpen={open} />
    </>
  );
}
