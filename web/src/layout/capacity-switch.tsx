import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Failed } from '../elements/states/states.tsx';
import { pagesOfRoles } from '../pages.ts';
import { drafts } from '../session/drafts.ts';
import { changeRole } from '../session/change-role.ts';
import type { Role } from '../session/read-session.ts';
import { useSignedIn } from '../session/signed.tsx';
import { RoleName } from './role-name.tsx';

/** Lets a person with several roles act in another one. Everything that was read or typed in the former role is forgotten. */
export default function CapacitySwitch(): ReactNode {
  const { session, clients } = useSignedIn();
  const [hasFailed, setHasFailed] = useState(false);
  const change = async (role: Role): Promise<void> => {
    try {
      await changeRole(session, role);
    } catch {
      return setHasFailed(true);
    }
    clients.end();
    drafts.wipe();
    location.replace('/');
  };
  const others = session.roles.filter((role) => role !== session.role && pagesOfRoles[role]);
  if (others.length === 0 || !session.role) return null;
  return (
    <details className="capacity">
      <summary>
        <Trans>
          You act as: <RoleName role={session.role} />
        </Trans>
      </summary>
      <ul>
        {others.map((role) => (
          <li key={role}>
            <button type="button" onClick={() => void change(role)}>
              <Trans>
                Act as: <RoleName role={role} />
              </Trans>
            </button>
          </li>
        ))}
      </ul>
      {hasFailed && (
        <Failed>
          <Trans>The capacity could not be changed. Sign in again with a passkey, and try once more.</Trans>
        </Failed>
      )}
    </details>
  );
}
