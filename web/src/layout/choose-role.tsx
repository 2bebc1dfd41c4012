import { Trans } from '@lingui/react/macro';
import { useCallback, useState, type ReactNode } from 'react';
import { withShared } from '../choose-language.ts';
import { Failed } from '../elements/states/states.tsx';
import { pagesOfRoles } from '../pages.ts';
import { changeRole } from '../session/change-role.ts';
import { endSession, type BrowserSession, type Role } from '../session/read-session.ts';
import { LanguageButtons } from './language-buttons.tsx';
import { Masthead } from './masthead.tsx';
import { Leaving } from '../session/leaving.tsx';
import { RoleName } from './role-name.tsx';

/** Shown where the session acts in no capacity yet, or in one that has no pages. */
export function ChooseRole({ session }: { readonly session: BrowserSession }): ReactNode {
  const [hasFailed, setHasFailed] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const end = useCallback(() => endSession(session), [session]);
  const others = session.roles.filter((role) => role !== session.role && pagesOfRoles[role]);
  const change = async (role: Role): Promise<void> => {
    try {
      await changeRole(session, role);
      location.replace('/');
    } catch {
      setHasFailed(true);
    }
  };
  if (isLeaving) return <Leaving end={end} />;
  return (
    <>
      <Masthead>
        <LanguageButtons parts={[withShared()]} />
      </Masthead>
      <main className="narrow">
        <h1>{others.length > 0 ? <Trans>In what capacity do you act?</Trans> : <Trans>There are no pages for your role yet</Trans>}</h1>
        {hasFailed && (
          <Failed>
            <Trans>The capacity could not be changed. Sign in again with a passkey, and try once more.</Trans>
          </Failed>
        )}
        {others.map((role) => (
          <p key={role}>
            <button type="button" onClick={() => void change(role)}>
              <RoleName role={role} />
            </button>
          </p>
        ))}
        <p>
          <button type="button" onClick={() => setIsLeaving(true)}>
            <Trans>Sign out</Trans>
          </button>
        </p>
      </main>
    </>
  );
}
