import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { Select } from '../elements/forms/select.tsx';
import { Loading } from '../elements/states/states.tsx';
import type { Role } from '../session/read-session.ts';
import { readSchema, rolesWithSchema } from './reference.ts';

/** The schema as each role sees it. @param first the role whose schema is shown before one is chosen */
export function Schemas({ first }: { readonly first: Role }): ReactNode {
  const { t } = useLingui();
  const [role, setRole] = useState(first);
  const [shown, setShown] = useState<{ readonly role: Role; readonly text: string }>();
  useEffect(() => {
    let isCurrent = true;
    void readSchema(role).then((text) => isCurrent && setShown({ role, text }));
    return () => {
      isCurrent = false;
    };
  }, [role]);
  return (
    <section id="schemas">
      <h2>
        <Trans>Schemas</Trans>
      </h2>
      <p>
        <Trans>What a role could use for some purpose. No role sees the whole schema.</Trans>
      </p>
      <Select
        label={<Trans>Role</Trans>}
        value={role}
        onChoose={setRole}
        choices={rolesWithSchema.map((one) => ({ value: one, name: one }))}
      />
      {shown?.role === role ? (
        <pre className="schema" tabIndex={0} lang="en" aria-label={t`The schema of this role`}>
          {shown.text}
        </pre>
      ) : (
        <Loading />
      )}
    </section>
  );
}
