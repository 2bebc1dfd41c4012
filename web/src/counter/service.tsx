import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../elements/answered.tsx';
import { useDraft } from '../session/drafts.ts';
import { AgeBandName } from './age-band-name.tsx';
import { ClaimCode } from './claim-code.tsx';
import { NotShown } from './counter-problem.tsx';
import { graphql } from './generated/gql.ts';
import { Purchases } from './purchases.tsx';
import { Sale } from './sale.tsx';

const document = graphql(`
  query ServedForService @purpose(is: SERVICE_PROVISION) {
    currentCase {
      ... on Encounter {
        id
        resident {
          id
          givenName
          familyName
          ageBand
          purchases(first: 5) {
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
        people {
          givenName
          familyName
          ageBand
          ... on HouseholdMember {
            id
            residentId
          }
        }
      }
    }
    services(first: 100) {
      edges {
        node {
          id
          name
          price
          minimumAge
        }
      }
    }
  }
`);

/** The customer for a service: the family, a sale, what was bought, and a code for an account. */
export function Service(): ReactNode {
  // Kept with what is to be sold, so that it is sold to nobody else.
  const [buyerId, setBuyerId] = useDraft('sale buyer');
  return (
    <Answered query={document} variables={{}} failed={NotShown}>
      {({ currentCase, services }) => {
        const encounter = currentCase?.__typename === 'Encounter' ? currentCase : undefined;
        const resident = encounter?.resident;
        if (!resident?.id) return null;
        const minors = (encounter?.people ?? []).flatMap((one) =>
          one.__typename === 'HouseholdMember' && one.residentId ? [{ ...one, id: one.residentId }] : [],
        );
        const family = [{ ...resident, id: resident.id }, ...minors];
        const buyer = family.find(({ id }) => id === buyerId) ?? family[0]!;
        return (
          <>
            <h1>
              {resident.givenName} {resident.familyName}
            </h1>
            <fieldset className="family">
              <legend>
                <Trans>For whom</Trans>
              </legend>
              {family.map(({ id, givenName, familyName, ageBand }) => (
                <label key={id}>
                  <input type="radio" name="buyer" value={id} checked={id === buyer.id} onChange={() => setBuyerId(id)} />
                  <span>
                    {givenName} {familyName}
                    <small>
                      <AgeBandName band={ageBand} />
                    </small>
                  </span>
                </label>
              ))}
            </fieldset>
            <Sale key={buyer.id} buyer={buyer} services={(services?.edges ?? []).map(({ node }) => node)} />
            <Purchases purchases={(resident.purchases?.edges ?? []).map(({ node }) => node)} />
            <ClaimCode residentId={resident.id} />
          </>
        );
      }}
    </Answered>
  );
}
