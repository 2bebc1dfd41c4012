import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useQuery, type CombinedError } from 'urql';
import type { IdentityEvidence } from '../generated/vocabulary.ts';
import { drafts, useDraft } from '../session/drafts.ts';
import { useSignedIn } from '../session/signed.tsx';
import { CaseOver } from './encounter/case-over.tsx';
import { CounterProblem } from './counter-problem.tsx';
import { counterPurposes, encounterOf, nextKey, openEncounterDocument, startDocument, type OpenEncounter } from './encounter/encounter.ts';
import { endEncounter } from './encounter/end-encounter.ts';
import { FindCustomer } from './customer/find-customer.tsx';
import { GoOn } from './encounter/go-on.tsx';
import { Served } from './encounter/served.tsx';
import { useKeys } from './keys/use-keys.ts';
import './counter.css';

/** Kept with the drafts, because the pages are mounted again once everything is forgotten. */
const overNote = 'an encounter that has ended by itself';
/** Kept there too: the next customer was called before it was known whether an encounter is open, or while one was beginning. */
const calledNote = 'the next customer, called early';

/**
 * One customer after another: found, served, and forgotten. The field is there before it is known whether an encounter is open, so that
 * nothing that is typed is lost.
 */
export default function Counter(): ReactNode {
  const [{ data, error: unread }, ask] = useQuery({ query: openEncounterDocument });
  const { clients } = useSignedIn();
  const [encounter, setEncounter] = useState<OpenEncounter>();
  const found = encounterOf(data?.openEncounter);
  const [isCalled, setIsCalled] = useDraft(calledNote);
  // One that has just ended here can be open at the gateway for a moment.
  const leftOpen = found && clients.client({ purpose: found.purpose, case: found.id }) && !isCalled && found;
  const [isOver] = useDraft(overNote);
  const [error, setError] = useState<{ readonly is: CombinedError; readonly again: () => void }>();

  /** Tells which start the clerk waits for; undefined: none, or none any more. */
  const starting = useRef<object>(undefined);

  /** Ends one that is not shown. */
  const drop = ({ id }: OpenEncounter): void => {
    clients.endCase(id);
    endEncounter(clients, id);
  };
  const isKnown = data !== undefined;
  useEffect(() => {
    if (!isCalled || !isKnown) return;
    if (found) drop(found);
    setIsCalled('');
  });
  const start = async (residentId: string, identifiedBy: IdentityEvidence): Promise<void> => {
    setError(undefined);
    // It ends the one before.
    setIsCalled('');
    const own = (starting.current = {});
    const result = await clients.begin({ purpose: 'SERVICE_PROVISION' })?.mutation(startDocument, { residentId, identifiedBy }).toPromise();
    const begun = encounterOf(result?.data?.startEncounter?.encounter);
    // The clerk has looked for another person meanwhile.
    if (starting.current !== own) {
      if (begun) drop(begun);
      return;
    }
    starting.current = undefined;
    if (result?.error) return setError({ is: result.error, again: () => void start(residentId, identifiedBy) });
    setEncounter(begun);
  };
  const look = (): void => {
    starting.current = undefined;
    setError(undefined);
  };
  /** Nothing of the customer stays, whether or not the gateway can be told: an encounter that it keeps ends with the next, or when idle. */
  const next = (): void => {
    const open = encounter ?? leftOpen;
    drafts.wipe();
    // It ends here for each purpose: the answer to a change of the purpose can be on its way.
    if (open) for (const purpose of counterPurposes) clients.client({ purpose, case: open.id });
    // From here on the pages are mounted again.
    clients.forget();
    if (open) endEncounter(clients, open.id);
    else if (!isKnown || starting.current) setIsCalled('yes');
  };
  /** The encounter has ended by itself. The customer's name is also in what was found and typed before it began. */
  const over = (): void => {
    // If the session itself has ended, typed text waits for the same person.
    if (clients.endedBy !== undefined) return;
    drafts.wipe();
    drafts.write(overNote, 'yes');
    clients.forget();
  };
  const goOn = (one: OpenEncounter): void => {
    clients.resume(one.id);
    setEncounter(one);
  };
  useKeys({ [nextKey]: next });

  if (isOver) return <CaseOver onNext={next} />;
  if (encounter) return <Served encounter={encounter} onChange={setEncounter} onNext={next} onOver={over} />;
  if (leftOpen) return <GoOn encounter={leftOpen} onGoOn={() => goOn(leftOpen)} onNext={next} />;
  return (
    <>
      <h1>
        <Trans>Counter</Trans>
      </h1>
      <FindCustomer onServe={start} onLook={look}>
        {unread && <CounterProblem error={unread} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
        {error && <CounterProblem error={error.is} onRetry={error.again} />}
      </FindCustomer>
    </>
  );
}
