import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Select } from '../../elements/forms/select.tsx';

/** Days. */
export const periods = { week: 7, month: 30, quarter: 91, year: 365 } as const;
export type Period = keyof typeof periods;

interface Props {
  readonly value: Period;
  readonly onChoose: (period: Period) => void;
}

/** How far back the register goes. */
export function ChoosePeriod({ value, onChoose }: Props): ReactNode {
  const { t } = useLingui();
  return (
    <div className="filter">
      <Select
        label={<Trans>Period</Trans>}
        value={value}
        onChoose={onChoose}
        choices={[
          { value: 'week', name: t`The last 7 days` },
          { value: 'month', name: t`The last 30 days` },
          { value: 'quarter', name: t`The last 3 months` },
          { value: 'year', name: t`The last 12 months` },
        ]}
      />
    </div>
  );
}
