import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useOpened } from '../elements/lists/use-opened.ts';
import { useStatus } from '../elements/states/use-status.tsx';
import { allTickets, Queue, type QueueFilter } from './queue/queue.tsx';
import { TicketCase } from './ticket/ticket-case.tsx';
import './helpdesk.css';

/** The queue, and in place of it the ticket that is being read. */
export default function Helpdesk(): ReactNode {
  const { opened, open, close, heading } = useOpened();
  const [filter, setFilter] = useState<QueueFilter>(allTickets);
  const [status, say] = useStatus();
  /** Back to the queue, with a sentence about what was done. */
  const leave = (sentence: ReactNode): void => {
    close();
    say(sentence);
  };
  if (opened) return <TicketCase key={opened} id={opened} onBack={close} onDone={leave} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Tickets</Trans>
      </h1>
      <p className="lead">
        <Trans>Questions to the helpdesk. Only the employee who takes a ticket sees who asked, and what.</Trans>
      </p>
      {status}
      <Queue filter={filter} onFilter={(change) => setFilter((before) => ({ ...before, ...change }))} onRead={open} />
    </>
  );
}
