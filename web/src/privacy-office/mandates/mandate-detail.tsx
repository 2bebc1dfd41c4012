import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { categoryNames } from '../../elements/names/category-names.ts';
import { personName } from '../../elements/names/person-name.ts';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { RoleName } from '../../layout/role-name.tsx';
import { graphql } from '../generated/gql.ts';
import type { MandateDetailQuery } from '../generated/graphql.ts';
import { Scrolled } from '../log/scrolled.tsx';
import { MandateActions } from './mandate-actions.tsx';
import { MandateState } from './mandate-state.tsx';
import { mandateKinds } from './names.ts';

const document = graphql(`
  query MandateDetail($id: ID!) @purpose(is: MANDATE_ADMINISTRATION) {
    mandate(id: $id) {
      ...MandateFacts
      purpose
      categories
      reconfirmedAt
      revokedAt
      revocationReason
      subjects {
        id
        givenName
        familyName
        birthDate
        address {
          locality
        }
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** One mandate: the document, what it opens, who is named, and what an officer can do. */
export function MandateDetail({ id, heading, onClose }: Props): ReactNode {
  const { i18n } = useLingui();
  const [status, say] = useStatus();
  return (
    <>
      <p className="back">
        <button type="button" className="quiet" onClick={onClose}>
          <Trans>All mandates</Trans>
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Mandate</Trans>
      </h1>
      {status}
      <Answered query={document} variables={{ id }}>
        {({ mandate }) =>
          mandate ? (
            <>
              <p className="lead">
                <span className="text">{i18n._(mandateKinds[mandate.kind])}</span> <span className="number">{mandate.reference}</span>
              </p>
              <MandateState mandate={mandate} />
              <MandateActions mandate={mandate} say={say} />
              <Facts mandate={mandate} />
              <Named mandate={mandate} />
            </>
          ) : (
            <Empty>
              <Trans>There is no such mandate: it is not on record, or it is not shown to you.</Trans>
            </Empty>
          )
        }
      </Answered>
    </>
  );
}

type Mandate = NonNullable<MandateDetailQuery['mandate']>;

function Facts({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { i18n } = useLingui();
  const { instant } = useFormats();
  const { partner, issuer, purpose, categories, approvals, approvalsRequired, reconfirmedAt, revokedAt, revocationReason } = mandate;
  return (
    <section aria-labelledby="document">
      <h2 id="document">
        <Trans>The document, and what it opens</Trans>
      </h2>
      <dl className="facts">
        <div>
          <dt>
            <Trans>Partner</Trans>
          </dt>
          <dd>
            {partner.name} (<RoleName role={partner.role} />)
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Issued by</Trans>
          </dt>
          <dd>{issuer}</dd>
        </div>
        <div>
          <dt>
            <Trans>Only for</Trans>
          </dt>
          <dd>
            <PurposeName purpose={purpose} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>What the partner may see</Trans>
          </dt>
          <dd>{categories.map((category) => i18n._(categoryNames[category]).toLocaleLowerCase(i18n.locale)).join(', ')}</dd>
        </div>
        <div>
          <dt>
            <Trans>Approvals</Trans>
          </dt>
          <dd>
            <Trans>
              {approvals} of {approvalsRequired}
            </Trans>
          </dd>
        </div>
        {reconfirmedAt && (
          <div>
            <dt>
              <Trans>Reconfirmed</Trans>
            </dt>
            <dd>{instant(reconfirmedAt)}</dd>
          </div>
        )}
        {revokedAt && (
          <div>
            <dt>
              <Trans>Revoked</Trans>
            </dt>
            <dd>
              {instant(revokedAt)}: {revocationReason}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Named({ mandate: { subjects } }: { readonly mandate: Mandate }): ReactNode {
  const { day } = useFormats();
  return (
    <section>
      <h2 id="named">
        <Trans>Who is named</Trans>
      </h2>
      {subjects?.length ? (
        <Scrolled labelledBy="named">
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Name</Trans>
                </th>
                <th scope="col">
                  <Trans>Birth date</Trans>
                </th>
                <th scope="col">
                  <Trans>Town</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {subjects.map(({ id, birthDate, address, ...named }) => (
                <tr key={id}>
                  <th scope="row">{personName(named)}</th>
                  <td>{birthDate && day(birthDate)}</td>
                  <td>{address?.locality ?? <Trans>Withheld: the address may be protected</Trans>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      ) : (
        <p>
          <Trans>The document names nobody.</Trans>
        </p>
      )}
    </section>
  );
}
