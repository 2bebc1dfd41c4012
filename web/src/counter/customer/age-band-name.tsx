import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AgeBand } from '../../generated/vocabulary.ts';

const names: Readonly<Record<AgeBand, ReactNode>> = {
  UNDER_6: <Trans>under 6 years</Trans>,
  FROM_6_TO_12: <Trans>6 to 12 years</Trans>,
  FROM_13_TO_17: <Trans>13 to 17 years</Trans>,
  FROM_18_TO_29: <Trans>18 to 29 years</Trans>,
  FROM_30_TO_44: <Trans>30 to 44 years</Trans>,
  FROM_45_TO_64: <Trans>45 to 64 years</Trans>,
  FROM_65: <Trans>65 years and over</Trans>,
};

/** A range of ages in words. @param band null where it is withheld */
export function AgeBandName({ band }: { readonly band: AgeBand | null | undefined }): ReactNode {
  return band ? names[band] : <Trans>age not shown</Trans>;
}
