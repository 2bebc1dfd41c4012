import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Payments } from '../../elements/records/payments.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { NotShown } from '../counter-problem.tsx';
import { graphql } from '../generated/gql.ts';
import type { ServedForPaymentQuery } from '../generated/graphql.ts';
import { Purchases } from './purchases.tsx';
import { TakePayment } from './take-payment.tsx';

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
          payments(first: 5) {
            edges {
              node {
                id
                amount
                method
                paidAt
                purchaseId
              }
            }
          }
          purchases(first: 10) {
            edges {
              node {
                id
                quantity
                amount
                purchasedAt
                validFrom
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

/** The customer for a payment: what is owed, since when and for what, and a form that takes it. */
export function Payment(): ReactNode {
  return (
    <Answered query={document} variables={{}} failed={NotShown}>
      {({ currentCase }) =>
        currentCase?.__typename === 'Encounter' && currentCase.resident ? <Owed resident={currentCase.resident} /> : null
      }
    </Answered>
  );
}

type Case = Extract<NonNullable<ServedForPaymentQuery['currentCase']>, { __typename: 'Encounter' }>;

function Owed({
  resident: { id, givenName, familyName, account, purchases, payments },
}: {
  readonly resident: NonNullable<Case['resident']>;
}): ReactNode {
  const { t } = useLingui();
  const { money, day } = useFormats();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const [status, say] = useStatus();
  const balance = Number(account?.balance ?? 0);
  const bought = (purchases?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  return (
    <>
      <h1 tabIndex={-1} ref={balance < 0 ? null : heading}>
        {givenName} {familyName}
      </h1>
      {status}
      <p className="large">
        <span>{balance < 0 ? <Trans>To pay</Trans> : balance > 0 ? <Trans>Paid ahead</Trans> : <Trans>Nothing to pay</Trans>}</span>{' '}
        {balance !== 0 && <strong>{money(`${Math.abs(balance)}`)}</strong>}
      </p>
      {account?.overdueSince && account.overdueAmount && (
        <p className="error">
          <Trans>
            {money(account.overdueAmount)} of it was due on {day(account.overdueSince)}.
          </Trans>
        </p>
      )}
      {id && balance < 0 && <TakePayment payer={{ id, givenName }} owed={-balance} purchases={bought} onTaken={say} />}
      <Payments name={t`Paid lately`} payments={(payments?.edges ?? []).map(({ node }) => node)} purchases={bought} />
      <Purchases purchases={bought} />
    </>
  );
}
