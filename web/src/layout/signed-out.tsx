import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signInAddress } from '../session/signed.tsx';

/** The start page of somebody who has not signed in. */
export function SignedOut(): ReactNode {
  return (
    <main className="narrow">
      <h1>
        <Trans>Your information at the recreation department</Trans>
      </h1>
      <p>
        <Trans>Sign in to see what is held about you, why, and who looked at it.</Trans>
      </p>
      <p>
        <a className="button" href={signInAddress}>
          <Trans>Sign in</Trans>
        </a>
      </p>
    </main>
  );
}
