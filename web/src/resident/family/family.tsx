import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useMissing } from '../../elements/forms/use-missing.ts';
import { Minor } from './minor.tsx';
import { graphql } from '../generated/gql.ts';
import { Absent } from '../my-information/absent.tsx';
import '../../elements/elements.css';

const document = graphql(`
  query Family @purpose(is: SELF_SERVICE) {
    me {
      id
      guardianships {
        id
        areas
        since
        minor {
          id
          givenName
          familyName
          birthDate
          identitySince
          email
          phone
          mobilePhone
          contactSince
          address {
            street
            locality
            province
            postalCode
          }
          household {
            id
            members {
              id
              residentId
              givenName
              familyName
            }
          }
          account {
            balance
            overdueAmount
            overdueSince
          }
          purchases(first: 5) {
            totalCount
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

/** The minors in the resident's care: what a guardian may see of each, and what not, with the reason. */
export default function Family(): ReactNode {
  const missing = useMissing(document, {});
  return (
    <>
      <h1>
        <Trans>Family</Trans>
      </h1>
      <p className="lead">
        <Trans>
          The minors in your care. You act as yourself: the access log keeps that it was you who looked. When a minor comes of age, your
          care ends by itself.
        </Trans>
      </p>
      <Answered query={document} variables={{}}>
        {({ me }) => {
          const of = ['me', 'guardianships'] as const;
          if (!me?.guardianships?.length)
            return (
              <Empty>
                <Absent
                  missing={missing(of)}
                  empty={<Trans>No minor is in your care on record. If that is wrong, ask the privacy office to have it corrected.</Trans>}
                />
              </Empty>
            );
          return me.guardianships.map((guardianship, index) => (
            <Minor
              key={guardianship.id ?? index}
              guardianship={guardianship}
              missing={(path) => missing([...of, index, 'minor', ...path])}
            />
          ));
        }}
      </Answered>
    </>
  );
}
