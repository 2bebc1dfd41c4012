import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Answered } from '../elements/answered.tsx';
import { Loading } from '../elements/states.tsx';
import { drafts } from '../session/drafts.ts';
import { useSignedIn } from '../session/signed.tsx';
import { CounterProblem } from './counter-problem.tsx';
import { encounterOf, endDocument, nextKey, openEncounterDocument, startDocument, type OpenEncounter } from './encounter.ts';
import { FindCustomer } from './find-customer.tsx';
import { GoOn } from './go-on.tsx';
import { Served } from './served.tsx';
import { useKeys } from './use-keys.ts';
import './counter.css';

/** One customer after another: found, served, and forgotten. */
export default function Counter(): ReactNode {
  return (
    <Answered query={openEncounterDocument} variables={{}}>
      {({ openEncounter }) => <Customers leftOpen={encounterOf(openEncounter)} />}
    </Answered>
  );
}

/** @param leftOpen of the first answer: the page knows of what it begins itself */
function Customers({ leftOpen: found }: { readonly leftOpen: OpenEncounter | undefined }): ReactNode {
  const { clients } = useSignedIn();
  const [leftOpen] = useState(found);
  const [encounter, setEncounter] = useState<OpenEncounter>();
  const [error, setError] = useState<{ readonly is: CombinedError; readonly again: () => void }>();
  const [isEnding, setIsEnding] = useState(false);

  const start = async (residentId: string): Promise<void> => {
    setError(undefined);
    const result = await clients.begin({ purpose: 'SERVICE_PROVISION' })?.mutation(startDocument, { residentId }).toPromise();
    if (result?.error) return setError({ is: result.error, again: () => void start(residentId) });
    setEncounter(encounterOf(result?.data?.startEncounter?.encounter));
  };
  /** Nothing of the customer stays, whether or not the gateway could be told. If it could not, the page finds the encounter open again. */
  const next = async (): Promise<void> => {
    const open = encounter ?? leftOpen;
    setIsEnding(true);
    drafts.wipe();
    if (open) await clients.client({ purpose: 'SERVICE_PROVISION' })?.mutation(endDocument, { encounterId: open.id }).toPromise();
    clients.forget();
  };
  const goOn = (one: OpenEncounter): void => {
    clients.resume(one.id);
    setEncounter(one);
  };
  useKeys({ [nextKey]: () => void next() });

  if (isEnding) return <Loading />;
  if (encounter) return <Served encounter={encounter} onChange={setEncounter} onNext={() => void next()} />;
  if (leftOpen) return <GoOn encounter={leftOpen} onGoOn={() => goOn(leftOpen)} onNext={() => void next()} />;
  return (
    <>
      <h1>
        <Trans>Counter</Trans>
      </h1>
      <FindCustomer onServe={start}>{error && <CounterProblem error={error.is} onRetry={error.again} />}</FindCustomer>
    </>
  );
}
