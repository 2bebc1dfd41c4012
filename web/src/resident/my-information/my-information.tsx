import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { useStatus } from '../../elements/states/use-status.tsx';
import { myInformation } from './document.ts';
import { Held } from './held.tsx';

/** Everything that is held about the resident, by category: the value, why it is held, on what authority and since when. */
export default function MyInformation(): ReactNode {
  const [status, say] = useStatus();
  return (
    <>
      <h1>
        <Trans>My information</Trans>
      </h1>
      <p className="lead">
        <Trans>Everything that the recreation department holds about you, and why. Correct it here, or ask for a correction.</Trans>
      </p>
      {status}
      <Answered query={myInformation} variables={{}}>
        {(data, askAgain) => data.me && <Held data={data} say={say} onChanged={askAgain} />}
      </Answered>
    </>
  );
}
