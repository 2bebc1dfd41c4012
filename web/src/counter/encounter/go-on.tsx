import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { nextKey, type OpenEncounter } from './encounter.ts';
import { KeyButton } from '../keys/key-button.tsx';

interface Props {
  readonly encounter: OpenEncounter;
  readonly onGoOn: () => void;
  readonly onNext: () => void;
}

/** Shown where an encounter is open that began before the page was loaded. Nothing of the customer is shown before the clerk goes on. */
export function GoOn({ encounter: { purpose, startedAt }, onGoOn, onNext }: Props): ReactNode {
  const { time } = useFormats();
  const first = useFirstFocus<HTMLButtonElement>();
  return (
    <>
      <h1>
        <Trans>An encounter is open</Trans>
      </h1>
      <p>
        <Trans>
          You began serving somebody at {time(startedAt)} (<PurposeName purpose={purpose} />
          ). Is the customer still with you?
        </Trans>
      </p>
      <p className="buttons">
        <button ref={first} type="button" className="main" onClick={onGoOn}>
          <Trans>Go on with this customer</Trans>
        </button>
        <KeyButton name={nextKey} onPress={onNext}>
          <Trans>Next customer</Trans>
        </KeyButton>
      </p>
    </>
  );
}
