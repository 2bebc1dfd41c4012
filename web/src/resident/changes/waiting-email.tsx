import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface Props {
  readonly address: string;
}

/** An address that waits for its link. */
export function WaitingEmail({ address }: Props): ReactNode {
  return (
    <p>
      <Trans>
        <strong>{address}</strong> waits for the link in your mailbox. It becomes your email address once you open the link.
      </Trans>
    </p>
  );
}
