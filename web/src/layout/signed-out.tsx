import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signInAddress } from '../session/signed.tsx';

/** The start page of somebody who has not signed in. The pages for everybody are the server's, and need no script. */
export function SignedOut(): ReactNode {
  const { i18n } = useLingui();
  const to = (path: string): string => `${path}?lang=${i18n.locale}`;
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
      <h2>
        <Trans>Without signing in</Trans>
      </h2>
      <ul className="links">
        <li>
          <a href={to('/statement')}>
            <Trans>Read the privacy statement</Trans>
          </a>
        </li>
        <li>
          <a href={to('/partners')}>
            <Trans>See what partners may ever see</Trans>
          </a>
        </li>
        <li>
          <a href={to('/services')}>
            <Trans>See services and prices</Trans>
          </a>
        </li>
        <li>
          <a href={to('/ask')}>
            <Trans>Ask a question, or complain</Trans>
          </a>
        </li>
        <li>
          <a href={to('/request-state')}>
            <Trans>See how far a request is</Trans>
          </a>
        </li>
      </ul>
    </main>
  );
}
