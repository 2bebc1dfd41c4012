import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useStatus } from '../../elements/states/use-status.tsx';
import { AccountEvents } from './account-events.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** Where the resident is signed in, how one signs in, and what happened with the account. */
export default function SignIns(): ReactNode {
  const [status, say] = useStatus();
  return (
    <>
      <h1>
        <Trans>Sign-ins, devices and choices</Trans>
      </h1>
      <p className="lead">
        <Trans>Where you are signed in, how you sign in, and what happened with your account. End any session you do not recognize.</Trans>
      </p>
      {status}
      <OwnSessions say={say} />
      <section aria-labelledby="ways" className="no-print">
        <h2 id="ways">
          <Trans>How you sign in</Trans>
        </h2>
        <ul className="links">
          <li>
            <a href="/oidc/account/passkeys">
              <Trans>Passkeys</Trans>
            </a>
          </li>
          <li>
            <a href="/oidc/account/recovery-codes">
              <Trans>Recovery codes</Trans>
            </a>
          </li>
          <li>
            <a href="/oidc/account/change-password">
              <Trans>Change the password</Trans>
            </a>
          </li>
          <li>
            <a href="/oidc/account">
              <Trans>Everything about your account</Trans>
            </a>
          </li>
        </ul>
      </section>
      <AccountEvents />
    </>
  );
}
