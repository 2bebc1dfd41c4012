import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useDraft } from '../../session/drafts.ts';
import { AgeBandName } from '../customer/age-band-name.tsx';
import { ClaimCode } from '../customer/claim-code.tsx';
import { NotShown } from '../counter-problem.tsx';
import { graphql } from '../generated/gql.ts';
import type { ServedForServiceQuery } from '../generated/graphql.ts';
import { OneOf } from '../one-of.tsx';
import { Purchases } from '../sale/purchases.tsx';
import { Sale } from '../sale/sale.tsx';

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
  }
`);

/** Separate from the customer, so that a catalogue of several pages does not read people twice. */
const catalogue = graphql(`
  query ServicesToSell($after: String) @purpose(is: SERVICE_PROVISION) {
    services(first: 100, after: $after) {
      edges {
        node {
          id
          name
          price
          minimumAge
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The customer for a service: the family, a sale, what was bought, and a code for an account. */
export function Service(): ReactNode {
  return (
    <Answered query={document} variables={{}} failed={NotShown}>
      {({ currentCase }) => (currentCase?.__typename === 'Encounter' ? <Customer encounter={currentCase} /> : null)}
    </Answered>
  );
}

interface Props {
  readonly encounter: Extract<NonNullable<ServedForServiceQuery['currentCase']>, { __typename: 'Encounter' }>;
}

function Customer({ encounter: { resident, people } }: Props): ReactNode {
  // Kept with the chosen service, so that it is not sold to another person.
  const [buyerId, setBuyerId] = useDraft('sale buyer');
  if (!resident?.id) return null;
  const minors = (people ?? []).flatMap((one) =>
    one.__typename === 'HouseholdMember' && one.residentId ? [{ ...one, id: one.residentId }] : [],
  );
  const family = [{ ...resident, id: resident.id }, ...minors];
  const buyer = family.find(({ id }) => id === buyerId) ?? family[0]!;
  return (
    <>
      <h1>
        {resident.givenName} {resident.familyName}
      </h1>
      {family.length > 1 ? (
        <OneOf
          label={<Trans>For whom</Trans>}
          value={buyer.id}
          onChoose={setBuyerId}
          choices={family.map(({ id, givenName, familyName, ageBand }) => ({
            value: id,
            name: `${givenName} ${familyName}`,
            detail: <AgeBandName band={ageBand} />,
          }))}
        />
      ) : (
        <p className="quiet">
          <AgeBandName band={buyer.ageBand} />
        </p>
      )}
      <Paged query={catalogue} variables={{}} connection={({ services }) => services} until={() => false}>
        {({ rows }) => <SaleTo buyer={buyer} services={rows} />}
      </Paged>
      <Purchases purchases={(resident.purchases?.edges ?? []).map(({ node }) => node)} />
      <ClaimCode residentId={resident.id} />
    </>
  );
}

/** The field for the service has the focus at first, and stays without it while it is chosen for whom it is. */
function SaleTo({ buyer, services }: Pick<ComponentProps<typeof Sale>, 'buyer' | 'services'>): ReactNode {
  const field = useFirstFocus<HTMLInputElement>();
  return <Sale key={buyer.id} buyer={buyer} services={services} field={field} />;
}
