import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';
import { mandateKinds } from '../mandates/names.ts';
import { OpenMandate } from '../mandates/open-mandate.tsx';
import { Finding } from './finding.tsx';

const document = graphql(`
  query FindingsOfMandates @purpose(is: MANDATE_ADMINISTRATION) {
    revocationsToReview {
      id
      kind
      reference
      partner {
        id
        name
      }
      revokedAt
      revocationReason
    }
  }
`);

/** Why colleagues ended what a partner was allowed to see. */
export function FindingsOfMandates(): ReactNode {
  const { i18n } = useLingui();
  const { instant } = useFormats();
  return (
    <Answered query={document} variables={{}}>
      {({ revocationsToReview }) => (
        <Finding
          id="revocations"
          name={<Trans>What colleagues revoked</Trans>}
          meaning={<Trans>Read why, and find out whether the partner saw something that it should not have seen.</Trans>}
          none={<Trans>No colleague has revoked a mandate in the last 30 days.</Trans>}
          rows={(revocationsToReview ?? []).map(({ id, kind, reference, partner, revokedAt, revocationReason }) => ({
            key: id ?? reference,
            shown: (
              <>
                <h4 className="entry">
                  <OpenMandate id={id}>
                    <span className="text">{i18n._(mandateKinds[kind])}</span> <span className="number">{reference}</span>
                  </OpenMandate>
                </h4>
                <p className="beside">
                  <span>{partner.name}</span> <span className="quiet">{revokedAt && instant(revokedAt)}</span>
                </p>
                <p>{revocationReason}</p>
              </>
            ),
          }))}
        />
      )}
    </Answered>
  );
}
