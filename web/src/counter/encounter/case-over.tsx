import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { nextKey } from './encounter.ts';
import { KeyButton } from '../keys/key-button.tsx';

/** Shown once the encounter has ended by itself. */
export function CaseOver({ onNext }: { readonly onNext: () => void }): ReactNode {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <div role="alert" className="state">
      <h1 tabIndex={-1} ref={heading}>
        <Trans>This encounter has ended</Trans>
      </h1>
      <p>
        <Trans>
          An encounter ends after 20 minutes in which nothing is done, or when you begin another one. Nothing about the customer is kept. If
          the customer is still with you, find them again.
        </Trans>
      </p>
      <p>
        <KeyButton name={nextKey} isMain onPress={onNext}>
          <Trans>Next customer</Trans>
        </KeyButton>
      </p>
    </div>
  );
}
