import { Trans } from '@lingui/react/macro';
import { useEffect, type ReactNode, type RefObject } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../client/src/react.ts';
import { useSignedIn } from '../session/signed.tsx';
import { Ticket } from './ticket.tsx';

interface Props {
  /** The `Ticket.id`, which is the case. */
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onBack: () => void;
  /** Goes back with a sentence about what was done. */
  readonly onDone: (sentence: ReactNode) => void;
}

/** A ticket that the reader has taken: a case of its own. When the reader leaves it, nothing of it stays but what was typed. */
export function TicketCase({ id, heading, onBack, onDone }: Props): ReactNode {
  const { clients } = useSignedIn();
  useEffect(
    () => () => {
      clients.endCase(id);
      // It can be taken up again.
      clients.resume(id);
    },
    [clients, id],
  );
  return (
    <>
      <p>
        <button type="button" onClick={onBack}>
          <Trans>Back to the tickets</Trans>
        </button>
      </p>
      <Partitioned
        session={clients}
        partition={{ purpose: 'CUSTOMER_SUPPORT', case: id }}
        ended={
          <div role="alert" className="state">
            <h1 tabIndex={-1} ref={heading}>
              <Trans>Nothing of this ticket is shown any more</Trans>
            </h1>
            <p>
              <Trans>It was closed, a colleague has it now, or nothing was done for 20 minutes. What you typed is kept.</Trans>
            </p>
            <p>
              <button type="button" onClick={() => clients.resume(id)}>
                <Trans>Read it again</Trans>
              </button>
            </p>
          </div>
        }
      >
        {(client) => (
          <Provider value={client}>
            <Ticket id={id} heading={heading} onDone={onDone} />
          </Provider>
        )}
      </Partitioned>
    </>
  );
}
