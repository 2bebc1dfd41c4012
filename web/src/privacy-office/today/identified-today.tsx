import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { graphql } from '../generated/gql.ts';
import { Scrolled } from '../log/scrolled.tsx';

const document = graphql(`
  query IdentifiedBy($from: DateTime!, $until: DateTime!) @purpose(is: ACCESS_REVIEW) {
    identifications(from: $from, until: $until) {
      id
      employee {
        id
        givenName
        familyName
      }
      knownToMe
      photoCard
      answersMatched
    }
  }
`);

const thirtyDays = 30 * 86_400_000;

/** How the clerks knew whom they served: who often says that people are known to them should be asked. */
export function IdentifiedToday(): ReactNode {
  const [now] = useState(Date.now);
  const variables = { from: new Date(now - thirtyDays).toISOString(), until: new Date(now).toISOString() };
  return (
    <section>
      <h2 id="identified">
        <Trans>How clerks knew whom they served, in the last 30 days</Trans>
      </h2>
      <Answered query={document} variables={variables}>
        {({ identifications }) =>
          !identifications || identifications.length === 0 ? (
            <p className="quiet">
              <Trans>Nobody was served.</Trans>
            </p>
          ) : (
            <Scrolled labelledBy="identified">
              <table>
                <thead>
                  <tr>
                    <th scope="col">
                      <Trans>Clerk</Trans>
                    </th>
                    <th scope="col" className="number">
                      <Trans>Known to the clerk</Trans>
                    </th>
                    <th scope="col" className="number">
                      <Trans>Card with a photo</Trans>
                    </th>
                    <th scope="col" className="number">
                      <Trans>Answers matched</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {identifications.map(({ id, employee, knownToMe, photoCard, answersMatched }) => (
                    <tr key={id}>
                      <th scope="row">{personName(employee)}</th>
                      <td className="number">{knownToMe}</td>
                      <td className="number">{photoCard}</td>
                      <td className="number">{answersMatched}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          )
        }
      </Answered>
    </section>
  );
}
