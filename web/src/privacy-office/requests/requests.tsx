import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Partitioned } from '../../../../client/src/react.ts';
import { Provider } from 'urql';
import { useEndWhenLeft } from '../../elements/states/use-end-when-left.ts';
import { useOpened } from '../../elements/lists/use-opened.ts';
import { useSignedIn } from '../../session/signed.tsx';
import '../privacy-office.css';
import { Queue } from './queue.tsx';
import { RequestCase } from './request-case.tsx';

/** The requests to the privacy office: the queue, or one request with what its case opens. */
export default function Requests(): ReactNode {
  const { clients } = useSignedIn();
  const { opened, open, close, heading } = useOpened();
  useEndWhenLeft(opened);
  // An answer ends the case at once, and with it all that was read.
  const [closed, setClosed] = useState<ReactNode>();
  if (opened !== undefined) {
    const back = (
      <p className="back">
        <button type="button" className="quiet" onClick={close}>
          <Trans>All requests</Trans>
        </button>
      </p>
    );
    const ended = (
      <>
        <h1 ref={heading} tabIndex={-1}>
          <Trans>The case has ended</Trans>
        </h1>
        <p>{closed ?? <Trans>Nothing of it is shown any more. Open the request again from the list if you still need it.</Trans>}</p>
      </>
    );
    return (
      <>
        {back}
        <Partitioned session={clients} partition={{ purpose: 'RIGHTS_FULFILMENT', case: opened }} ended={ended}>
          {(client) => (
            <Provider value={client}>
              <RequestCase id={opened} heading={heading} onClosed={setClosed} />
            </Provider>
          )}
        </Partitioned>
      </>
    );
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Requests</Trans>
      </h1>
      <p className="lead">
        <Trans>
          People ask what is held about them, ask to have it corrected, or complain. Take a request to see who asks and what it is about; it
          opens that person’s record to you until it is answered.
        </Trans>
      </p>
      <Queue
        onOpen={(id) => {
          setClosed(undefined);
          clients.resume(id);
          open(id);
        }}
      />
    </>
  );
}
