import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { counterPurposes, nextKey, purposeKeys, type CounterPurpose, type OpenEncounter } from './encounter.ts';
import { KeyButton } from '../keys/key-button.tsx';
import { useBarHeight } from './use-bar-height.ts';

interface Props {
  readonly encounter: OpenEncounter;
  /** Whether it ends soon, because nothing is done. */
  readonly isIdle: boolean;
  readonly onPurpose: (purpose: CounterPurpose) => void;
  readonly onNext: () => void;
}

/** The encounter: how long it has lasted, for what it is, and the keys that change that or end it. */
export function EncounterBar({ encounter: { purpose, startedAt }, isIdle, onPurpose, onNext }: Props): ReactNode {
  const { t } = useLingui();
  const bar = useBarHeight();
  return (
    <section ref={bar} className="encounter" aria-label={t`Encounter`}>
      <p>
        <Trans>
          Serving for <Timer since={startedAt} />
        </Trans>
      </p>
      <fieldset aria-label={t`Purpose`}>
        {counterPurposes.map((one) => (
          <KeyButton key={one} name={purposeKeys[one]} isChosen={one === purpose} onPress={() => onPurpose(one)}>
            <PurposeName purpose={one} />
          </KeyButton>
        ))}
      </fieldset>
      <KeyButton name={nextKey} onPress={onNext}>
        <Trans>Next customer</Trans>
      </KeyButton>
      <output className="idle">
        {isIdle && (
          <Trans>
            Nothing has been done for a while, so this encounter ends soon. Press {purposeKeys[purpose]} to go on with this customer.
          </Trans>
        )}
      </output>
    </section>
  );
}

/** Minutes and seconds. It is not read out as it changes. */
function Timer({ since }: { readonly since: string }): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const interval = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(interval);
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
  return (
    <span role="timer">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}
