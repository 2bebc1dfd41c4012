import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Failed } from './states.tsx';

/** Shown where a case has ended: what was read for it is forgotten. */
export default function CaseEnded(): ReactNode {
  return (
    <Failed>
      <Trans>The case has ended, so nothing of it is shown any more. Open it again if you still need it.</Trans>
    </Failed>
  );
}
