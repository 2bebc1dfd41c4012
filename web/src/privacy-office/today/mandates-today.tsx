import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { graphql } from '../generated/gql.ts';
import type { MandateFacts } from '../mandates/record/fields.ts';
import { MandateState } from '../mandates/mandate-state.tsx';
import { mandateKinds } from '../mandates/names.ts';
import { OpenMandate } from '../mandates/open-mandate.tsx';

const document = graphql(`
  query MandatesToday @purpose(is: MANDATE_ADMINISTRATION) {
    approvals: mandates(first: 20, awaitsMyApproval: true) {
      totalCount
      edges {
        node {
          ...MandateFacts
        }
      }
    }
    seals: mandates(first: 20, sealAwaitsMyApproval: true) {
      totalCount
      edges {
        node {
          ...MandateFacts
        }
      }
    }
    lapsing: mandates(first: 20, lapsesSoon: true) {
      totalCount
      edges {
        node {
          ...MandateFacts
        }
      }
    }
    sealsToReview {
      ...MandateFacts
    }
  }
`);

/** The mandates and seals that await the officer. */
export function MandatesToday(): ReactNode {
  const rowsOf = (list: { readonly edges: readonly { readonly node?: MandateFacts | null }[] } | null | undefined): MandateFacts[] =>
    (list?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  return (
    <Answered query={document} variables={{}}>
      {({ approvals, seals, lapsing, sealsToReview }) => (
        <>
          <Listed
            id="approvals"
            name={<Trans>Approvals that await you</Trans>}
            rows={[...rowsOf(approvals), ...rowsOf(seals)]}
            empty={<Trans>No mandate or seal awaits your approval.</Trans>}
          />
          <Listed
            id="seals"
            name={<Trans>Seals to review</Trans>}
            rows={sealsToReview ?? []}
            empty={<Trans>No seal ends within 30 days, and none has ended in the last 30.</Trans>}
          />
          {rowsOf(lapsing).length > 0 && <Listed id="lapsing" name={<Trans>Mandates that lapse soon</Trans>} rows={rowsOf(lapsing)} />}
        </>
      )}
    </Answered>
  );
}

interface ListedProps {
  readonly id: string;
  readonly name: ReactNode;
  readonly rows: readonly MandateFacts[];
  readonly empty?: ReactNode;
}

function Listed({ id, name, rows, empty }: ListedProps): ReactNode {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ol className="entries mandates">
          {rows.map((mandate) => (
            <li key={mandate.id}>
              <div>
                <h3 className="entry">
                  <OpenMandate id={mandate.id}>
                    <span className="text">{i18n._(mandateKinds[mandate.kind])}</span> <span className="number">{mandate.reference}</span>
                  </OpenMandate>
                </h3>
                <p>{mandate.partner.name}</p>
              </div>
              <div>
                <MandateState mandate={mandate} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {rows.length > 0 && (
        <p>
          <Link to="/mandates">
            <Trans>Go to the mandates</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
