import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useOpened } from '../../elements/lists/use-opened.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { FileRequest } from './file-request.tsx';
import { OwnRequest } from './own-request.tsx';
import { OwnRequests } from './own-requests.tsx';

/** The resident's requests to the privacy office: one of them, or the list and a form for a new one. */
export default function Requests(): ReactNode {
  const { opened, open, close, heading } = useOpened();
  const [status, say] = useStatus();
  if (opened !== undefined) return <OwnRequest key={opened} id={opened} heading={heading} onClose={close} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans context="heading">Requests to the privacy office</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Ask to see what is held about you, to have it corrected or explained, or complain. You get an answer within 30 business days.
        </Trans>
      </p>
      {status}
      <FileRequest
        onFiled={({ number, dueOn }) =>
          say(
            <Trans>
              Your request {number} is filed. The answer is due by {dueOn}.
            </Trans>,
          )
        }
      />
      <OwnRequests onOpen={open} />
    </>
  );
}
