import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';

interface Props {
  readonly person: {
    readonly givenName?: string | null;
    readonly familyName?: string | null;
    readonly birthDate?: string | null;
    readonly address?: { readonly locality?: string | null } | null;
  };
  readonly action: ReactNode;
  readonly onAct: () => void;
}

/** A person with what tells people of one name apart, and a button. */
export function PersonLine({ person, action, onAct }: Props): ReactNode {
  const { day } = useFormats();
  const { birthDate, address } = person;
  const name = personName(person);
  const born = birthDate && day(birthDate);
  return (
    <>
      <span>
        <strong>{name}</strong>
        <br />
        <span className="quiet">
          {born && <Trans>Born on {born}.</Trans>} {address?.locality}
        </span>
      </span>
      <button type="button" onClick={onAct}>
        {action} <span className="hidden">{name}</span>
      </button>
    </>
  );
}
