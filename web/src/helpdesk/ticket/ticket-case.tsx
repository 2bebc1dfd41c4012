import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../../client/src/react.ts';
import { useEndWhenLeft } from '../../elements/states/use-end-when-left.ts';
import { useSignedIn } from '../../session/signed.tsx';
import { Ticket } from './ticket.tsx';
import { TicketOver } from './ticket-over.tsx';

interface Props {
  /** The `Ticket.id`, which is the case. */
  readonly id: string;
  readonly onBack: () => void;
  /** Goes back with a sentence about what was done. */
  readonly onDone: (sentence: ReactNode) => void;
}

/** A ticket that the reader has taken: a case of its own. When the reader leaves it, nothing of it stays but what was typed. */
export function TicketCase({ id, onBack, onDone }: Props): ReactNode {
  const { clients } = useSignedIn();
  useEndWhenLeft(id);
  return (
    <>
      <p className="back">
        <button type="button" onClick={onBack}>
          <Trans>Back to the tickets</Trans>
        </button>
      </p>
      <Partitioned
        session={clients}
        partition={{ purpose: 'CUSTOMER_SUPPORT', case: id }}
        ended={<TicketOver onAgain={() => clients.resume(id)} />}
      >
        {(client) => (
          <Provider value={client}>
            <Ticket id={id} onDone={onDone} />
          </Provider>
        )}
      </Partitioned>
    </>
  );
}
