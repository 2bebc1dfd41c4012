import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Select } from '../../elements/forms/select.tsx';
import { Failed } from '../../elements/states/states.tsx';
import { RoleName } from '../../layout/role-name.tsx';
import { endSession, type BrowserSession } from '../../session/read-session.ts';
import { signInAs, type Persona as Known } from './personas.ts';

interface Props {
  readonly personas: readonly Known[];
  /** Undefined: no one has signed in. */
  readonly session: BrowserSession | undefined;
  readonly onChange: () => void;
}

/** Chooses as whom the page asks. */
export function Persona({ personas, session, onChange }: Props): ReactNode {
  const { t } = useLingui();
  const [chosen, setChosen] = useState('');
  const [hasFailed, setHasFailed] = useState(false);
  const change = async (act: () => Promise<void>): Promise<void> => {
    setHasFailed(false);
    try {
      await act();
      onChange();
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <section className="persona">
      <p>
        {session?.role ? (
          <Trans>
            You ask as: <strong>{<RoleName role={session.role} />}</strong>
          </Trans>
        ) : (
          <Trans>You ask without an account.</Trans>
        )}
      </p>
      <Select
        label={<Trans>Persona</Trans>}
        value={chosen}
        onChoose={setChosen}
        placeholder={t`Choose a persona`}
        choices={personas.map(({ persona }) => ({ value: persona, name: persona }))}
      />
      <button type="button" disabled={chosen === ''} onClick={() => void change(() => signInAs(chosen))}>
        <Trans>Sign in</Trans>
      </button>
      {session && (
        <button type="button" onClick={() => void change(() => endSession(session))}>
          <Trans>Sign out</Trans>
        </button>
      )}
      {hasFailed && (
        <Failed>
          <Trans>This persona cannot sign in now.</Trans>
        </Failed>
      )}
    </section>
  );
}
