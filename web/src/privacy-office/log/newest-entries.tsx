import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Paged } from '../../elements/paged.tsx';
import { PurposeName } from '../../elements/purpose-name.tsx';
import { Empty } from '../../elements/states.tsx';
import { useFormats } from '../../elements/use-formats.ts';
import type { AccessOutcome } from '../../generated/vocabulary.ts';
import { RoleName } from '../../layout/role-name.tsx';
import { graphql } from '../generated/gql.ts';
import { Scrolled } from '../scrolled.tsx';

const document = graphql(`
  query NewestEntries($after: String) @purpose(is: ACCESS_REVIEW) {
    accessEntries(first: 20, after: $after) {
      totalCount
      notice
      edges {
        node {
          id
          number
          at
          role
          purpose
          outcome
          command
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The newest entries. Who they are about stands in the register, under pseudonyms. */
export function NewestEntries(): ReactNode {
  const { instant } = useFormats();
  return (
    <section>
      <h2 id="newest">
        <Trans>The newest entries</Trans>
      </h2>
      <Paged query={document} variables={{}} connection={({ accessEntries }) => accessEntries}>
        {({ rows, data }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>The log has no entries yet.</Trans>
            </Empty>
          ) : (
            <>
              <p className="quiet">{data.accessEntries?.notice}</p>
              <Scrolled labelledBy="newest">
                <table className="plain">
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        <Trans>Number</Trans>
                      </th>
                      <th scope="col">
                        <Trans>When</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Who</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Why</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Outcome</Trans>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ id, number, at, role, purpose, outcome, command }) => (
                      <tr key={id}>
                        <th scope="row" className="number">
                          {number}
                        </th>
                        <td>{instant(at)}</td>
                        <td>{role ? <RoleName role={role} /> : <code>{command}</code>}</td>
                        <td>{purpose ? <PurposeName purpose={purpose} /> : '–'}</td>
                        <td>
                          <Outcome outcome={outcome} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scrolled>
            </>
          )
        }
      </Paged>
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: AccessOutcome }): ReactNode {
  if (outcome === 'ANSWERED') return <Trans>answered</Trans>;
  return outcome === 'REFUSED' ? <Trans>refused</Trans> : <Trans>failed</Trans>;
}
