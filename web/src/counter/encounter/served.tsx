import { useEffect, useState, type ReactNode } from 'react';
import { Provider, type CombinedError } from 'urql';
import { Partitioned } from '../../../../client/src/react.ts';
import { Loading } from '../../elements/states/states.tsx';
import { useSignedIn } from '../../session/signed.tsx';
import { AgeCheck } from '../customer/age-check.tsx';
import { NotShown } from '../counter-problem.tsx';
import { EncounterBar } from './encounter-bar.tsx';
import { changeDocuments, encounterOf, purposeKeys, type CounterPurpose, type OpenEncounter } from './encounter.ts';
import { Payment } from '../sale/payment.tsx';
import { Service } from './service.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useIsIdle } from './use-is-idle.ts';

interface Props {
  readonly encounter: OpenEncounter;
  /** The encounter goes on for another purpose. */
  readonly onChange: (encounter: OpenEncounter) => void;
  readonly onNext: () => void;
  /** The encounter has ended by itself. */
  readonly onOver: () => void;
}

const views: Readonly<Record<CounterPurpose, () => ReactNode>> = {
  SERVICE_PROVISION: Service,
  PAYMENT: Payment,
  AGE_VERIFICATION: AgeCheck,
};

/** Whether the gateway refused because the encounter has ended. */
function isOver({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions['reason'] === 'ENCOUNTER_ENDED');
}

/** The customer, as the purpose needs. Each purpose is a partition of its own: nothing that was read for one is shown for another. */
export function Served({ encounter, onChange, onNext, onOver }: Props): ReactNode {
  const { clients } = useSignedIn();
  const [isChanging, setIsChanging] = useState(false);
  const isIdle = useIsIdle(clients);
  const [refused, setRefused] = useState<{ readonly error: CombinedError; readonly purpose: CounterPurpose }>();
  const change = async (purpose: CounterPurpose): Promise<void> => {
    if (isChanging) return;
    setRefused(undefined);
    // Where it ends soon, it goes on for what it is.
    if (purpose === encounter.purpose && !isIdle) return;
    setIsChanging(true);
    const result = await clients.begin({ purpose })?.mutation(changeDocuments[purpose], { encounterId: encounter.id }).toPromise();
    setIsChanging(false);
    if (result?.error && isOver(result.error)) return clients.endCase(encounter.id);
    if (result?.error) return setRefused({ error: result.error, purpose });
    const changed = encounterOf(result?.data?.changeEncounterPurpose?.encounter);
    if (changed) onChange(changed);
  };
  useKeys({
    [purposeKeys.SERVICE_PROVISION]: () => void change('SERVICE_PROVISION'),
    [purposeKeys.PAYMENT]: () => void change('PAYMENT'),
    [purposeKeys.AGE_VERIFICATION]: () => void change('AGE_VERIFICATION'),
  });
  const View = views[encounter.purpose];
  return (
    <>
      <EncounterBar encounter={encounter} isIdle={isIdle} onPurpose={(purpose) => void change(purpose)} onNext={onNext} />
      {isChanging ? (
        <Loading />
      ) : refused ? (
        <NotShown error={refused.error} onRetry={() => void change(refused.purpose)} />
      ) : (
        <Partitioned session={clients} partition={{ purpose: encounter.purpose, case: encounter.id }} ended={<Over onOver={onOver} />}>
          {(client) => (
            <Provider value={client}>
              <View />
            </Provider>
          )}
        </Partitioned>
      )}
    </>
  );
}

/** Stands where the customer was, and tells once that nothing of them may stay. */
function Over({ onOver }: Pick<Props, 'onOver'>): ReactNode {
  useEffect(onOver, [onOver]);
  return null;
}
