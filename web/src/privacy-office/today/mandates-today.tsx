import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/answered.tsx';
import { Empty } from '../../elements/states.tsx';
import { graphql } from '../generated/gql.ts';
import type { MandateFacts } from '../mandates/fields.ts';
import { MandateState } from '../mandates/mandate-state.tsx';
import { mandateKinds } from '../mandates/names.ts';

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
    revocationsToReview {
      ...MandateFacts
      revokedAt
      revocationReason
    }
  }
`);

/** The mandates and seals that await the officer. */
export function MandatesToday(): ReactNode {
  const rowsOf = (list: { readonly edges: readonly { readonly node?: MandateFacts | null }[] } | null | undefined): MandateFacts[] =>
    (list?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  return (
    <Answered query={document} variables={{}}>
      {({ approvals, seals, lapsing, sealsToReview, revocationsToReview }) => (
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
          <Listed
            id="revocations"
            name={<Trans>Findings: what colleagues revoked</Trans>}
            rows={revocationsToReview ?? []}
            empty={<Trans>No colleague has revoked a mandate in the last 30 days.</Trans>}
          />
        </>
      )}
    </Answered>
  );
}

interface ListedProps {
  readonly id: string;
  readonly name: ReactNode;
  readonly rows: readonly (MandateFacts & { readonly revocationReason?: string | null })[];
  readonly empty?: ReactNode;
}

function Listed({ id, name, rows, empty }: ListedProps): ReactNode {
  const { i18n } = useLingui();
  const router = useRouter();
  const open = (mandate: string): void => void router.navigate({ to: '/mandates', state: { opened: mandate } });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ol className="entries">
          {rows.map((mandate) => (
            <li key={mandate.id}>
              <h3 className="entry">
                <button type="button" className="open" onClick={() => mandate.id && open(mandate.id)}>
                  {i18n._(mandateKinds[mandate.kind])} <span className="number">{mandate.reference}</span>
                </button>
              </h3>
              <p>{mandate.partner.name}</p>
              <MandateState mandate={mandate} />
              {mandate.revocationReason && <p>{mandate.revocationReason}</p>}
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
