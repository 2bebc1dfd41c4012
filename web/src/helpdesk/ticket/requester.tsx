import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { sayTelephone } from '../../elements/names/telephone.ts';
import type { TicketCaseQuery } from '../generated/graphql.ts';

type Case = Extract<NonNullable<TicketCaseQuery['currentCase']>, { __typename: 'Ticket' }>;

/** The person who asked, and how to reach them. */
export function Requester({ requester }: { readonly requester: Case['requester'] }): ReactNode {
  const numbers = [requester?.phone, requester?.mobilePhone].flatMap((one) => (one == null ? [] : [sayTelephone(one)]));
  return (
    <section aria-labelledby="requester">
      <h2 id="requester">
        <Trans>Who asked</Trans>
      </h2>
      <dl className="facts narrow">
        <div>
          <dt>
            <Trans>Name</Trans>
          </dt>
          <dd>
            {requester?.givenName} {requester?.familyName}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Email address</Trans>
          </dt>
          <dd>{requester?.email ?? <Trans>Not on record</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>Telephone</Trans>
          </dt>
          <dd>{numbers.length > 0 ? numbers.join(', ') : <Trans>Not on record, or not shown to the helpdesk</Trans>}</dd>
        </div>
      </dl>
    </section>
  );
}
