import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../elements/answered.tsx';
import { useFirstFocus } from '../elements/use-first-focus.ts';
import { useFormats } from '../elements/use-formats.ts';
import { graphql } from './generated/gql.ts';
import type { ServedForPaymentQuery } from './generated/graphql.ts';
import { Purchases } from './purchases.tsx';

const document = graphql(`
  query ServedForPayment @purpose(is: PAYMENT) {
    currentCase {
      ... on Encounter {
        id
        resident {
          id
          givenName
          familyName
          account {
            id
            balance
            overdueAmount
            overdueSince
          }
          purchases(first: 10) {
            edges {
              node {
                id
                quantity
                amount
                purchasedAt
                validUntil
                service {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** The customer for a payment: what is owed, since when, and for what. */
export function Payment(): ReactNode {
  return (
    <Answered query={document} variables={{}}>
      {({ currentCase }) =>
        currentCase?.__typename === 'Encounter' && currentCase.resident ? <Owed resident={currentCase.resident} /> : null
      }
    </Answered>
  );
}

type Case = Extract<NonNullable<ServedForPaymentQuery['currentCase']>, { __typename: 'Encounter' }>;

function Owed({
  resident: { givenName, familyName, account, purchases },
}: {
  readonly resident: NonNullable<Case['resident']>;
}): ReactNode {
  const { money, day } = useFormats();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const balance = Number(account?.balance ?? 0);
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {givenName} {familyName}
      </h1>
      <p className="large">
        <span>{balance < 0 ? <Trans>To pay</Trans> : balance > 0 ? <Trans>Paid ahead</Trans> : <Trans>Nothing to pay</Trans>}</span>{' '}
        <strong>{money(`${Math.abs(balance)}`)}</strong>
      </p>
      {account?.overdueSince && account.overdueAmount && (
        <p className="error">
          <Trans>
            {money(account.overdueAmount)} of it was due on {day(account.overdueSince)}.
          </Trans>
        </p>
      )}
      <p className="hint">
        <Trans>Take the payment at the cash register, and name the customer there. The account shows it once it is booked.</Trans>
      </p>
      <Purchases purchases={(purchases?.edges ?? []).map(({ node }) => node)} />
    </>
  );
}
