import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { Answered } from '../../elements/states/answered.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { RoleName } from '../../layout/role-name.tsx';
import { graphql } from '../generated/gql.ts';
import { lastDays } from '../log/last-days.ts';
import { Numbering } from '../log/numbering.tsx';
import { Finding } from './finding.tsx';
import { refusedByWhom, type Refused } from './refused-by-whom.ts';

const document = graphql(`
  query FindingsOfLog($week: DateTime!) @purpose(is: ACCESS_REVIEW) {
    refused: accessEntries(first: 100, filter: { from: $week, outcome: REFUSED }) {
      totalCount
      edges {
        node {
          id
          at
          role
          partner {
            id
            name
          }
          employee {
            id
            givenName
            familyName
          }
        }
      }
    }
    failed: accessEntries(first: 1, filter: { from: $week, outcome: FAILED }) {
      totalCount
    }
  }
`);

const mostShown = 5;

/** Refusals by principal, failures, and whether the log keeps up. */
export function FindingsOfLog(): ReactNode {
  const [days] = useState(() => lastDays(gatewayNow()));
  const [week = ''] = days.begins;
  return (
    <>
      <Answered query={document} variables={{ week }}>
        {({ refused, failed }) => (
          <>
            <Finding
              id="refused"
              name={<Trans>Who was refused</Trans>}
              meaning={
                <>
                  <Trans>In the last seven days. Many refusals can mean that a person tries to see too much, or needs another duty.</Trans>{' '}
                  <Counted counted={refused?.edges.length ?? 0} total={refused?.totalCount ?? 0} />
                </>
              }
              none={<Trans>Nobody was refused in the last seven days.</Trans>}
              rows={refusedByWhom((refused?.edges ?? []).flatMap(({ node }) => node ?? []))
                .slice(0, mostShown)
                .map((one) => ({ key: one.key, shown: <Often refused={one} /> }))}
            />
            <Finding
              id="failed"
              name={<Trans>What broke</Trans>}
              meaning={<Trans>Nothing was shown. Tell the operators if it goes on.</Trans>}
              none={<Trans>No read broke in the last seven days.</Trans>}
              rows={
                failed?.totalCount
                  ? [
                      {
                        key: 'failed',
                        shown: (
                          <p>
                            <Plural
                              value={failed.totalCount}
                              one="# read broke in the last seven days."
                              other="# reads broke in the last seven days."
                            />
                          </p>
                        ),
                      },
                    ]
                  : []
              }
            />
          </>
        )}
      </Answered>
      <Numbering level={3} />
    </>
  );
}

/** Said where there are more refusals than are counted. */
function Counted({ counted, total }: { readonly counted: number; readonly total: number }): ReactNode {
  return (
    counted < total && (
      <Trans>
        Only the newest {counted} of {total} refusals are counted.
      </Trans>
    )
  );
}

function Often({ refused: { name, role, times, newest } }: { readonly refused: Refused }): ReactNode {
  const { instant } = useFormats();
  const at = instant(newest);
  return (
    <>
      <p>
        <strong>{name ?? (role ? <RoleName role={role} /> : <Trans>Signing in</Trans>)}</strong>
        {name && role && (
          <>
            {' '}
            <span className="quiet">
              <RoleName role={role} />
            </span>
          </>
        )}
      </p>
      <p className="quiet">
        <Plural value={times} one={`# refusal: ${at}`} other={`# refusals, the last one on ${at}`} />
      </p>
    </>
  );
}
