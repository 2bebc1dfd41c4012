import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { purposeNames, roleNames } from '../../generated/names.ts';
import { Select } from '../../elements/forms/select.tsx';
import type { Purpose, Role } from '../../generated/vocabulary.ts';

/** Which reads are shown. */
export interface Chosen {
  /** Empty: all. */
  readonly role: Role | '';
  readonly purpose: Purpose | '';
  readonly time: 'all' | 'month' | 'year';
  /** Also what the resident read. */
  readonly includeOwn: boolean;
}

/** Every read but one's own. */
export const allReads: Chosen = { role: '', purpose: '', time: 'all', includeOwn: false };

/** Those who read about others. A resident can be a guardian. */
const roles = (Object.keys(roleNames) as Role[]).filter((role) => !['ANONYMOUS', 'SECURITY', 'STAFF_ADMINISTRATOR'].includes(role));
const purposes = (Object.keys(purposeNames) as Purpose[]).filter(
  (purpose) => !['WEBSITE_SECURITY', 'STAFF_ADMINISTRATION', 'ACCESS_REVIEW', 'CONTROL_AUDIT'].includes(purpose),
);

interface Props {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The filters of the list. */
export function Filters({ chosen, onChoose }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const id = useId();
  return (
    <fieldset className="filters">
      <legend>
        <Trans>Show</Trans>
      </legend>
      <Select
        label={<Trans>Who</Trans>}
        value={chosen.role}
        onChoose={(role) => onChoose({ ...chosen, role })}
        choices={[{ value: '', name: t`Everybody` }, ...roles.map((role) => ({ value: role, name: i18n._(roleNames[role]) }))]}
      />
      <Select
        label={<Trans>What for</Trans>}
        value={chosen.purpose}
        onChoose={(purpose) => onChoose({ ...chosen, purpose })}
        choices={[
          { value: '', name: t`Everything` },
          ...purposes.map((purpose) => ({ value: purpose, name: i18n._(purposeNames[purpose]) })),
        ]}
      />
      <Select
        label={<Trans>When</Trans>}
        value={chosen.time}
        onChoose={(time) => onChoose({ ...chosen, time })}
        choices={[
          { value: 'all', name: t`At any time` },
          { value: 'month', name: t`In the last 30 days` },
          { value: 'year', name: t`In the last 12 months` },
        ]}
      />
      <div className="check">
        <input
          id={id}
          type="checkbox"
          checked={chosen.includeOwn}
          onChange={({ target }) => onChoose({ ...chosen, includeOwn: target.checked })}
        />
        <label htmlFor={id}>
          <Trans>Also what I looked at myself</Trans>
        </label>
      </div>
    </fieldset>
  );
}
