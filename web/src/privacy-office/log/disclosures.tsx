import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { Paged } from '../../elements/lists/paged.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { graphql } from '../generated/gql.ts';
import { ChoosePeriod, periods, type Period } from '../register/choose-period.tsx';
import { Register } from '../register/register.tsx';
import '../privacy-office.css';

const document = graphql(`
  query Disclosures($from: DateTime!, $after: String) @purpose(is: ACCESS_REVIEW) {
    disclosures(first: 100, after: $after, filter: { from: $from }) {
      totalCount
      notice
      edges {
        node {
          id
          number
          at
          purpose
          authority
          outcome
          partner {
            id
            name
          }
          subjects {
            id
            pseudonym
            released
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Disclosures outside the municipality: to whom, of which category, when and on what authority. */
export default function Disclosures(): ReactNode {
  const [now] = useState(gatewayNow);
  const [period, setPeriod] = useState<Period>('month');
  const from = new Date(now - periods[period] * 86_400_000).toISOString();
  return (
    <>
      <h1>
        <Trans>Register of disclosures</Trans>
      </h1>
      <p className="lead">
        <Trans>
          What partners were shown, from the access log itself. A person has the same pseudonym in all entries; another officer sees a
          different one.
        </Trans>
      </p>
      <ChoosePeriod value={period} onChoose={setPeriod} />
      <Paged query={document} variables={{ from }} connection={({ disclosures }) => disclosures}>
        {({ rows, total, data }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>Nothing was disclosed in this period.</Trans>
            </Empty>
          ) : (
            <Register entries={rows} total={total} notice={data.disclosures?.notice} />
          )
        }
      </Paged>
    </>
  );
}
