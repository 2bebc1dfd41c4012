import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { roleNames } from '../../generated/names.ts';
import { Answered } from '../../elements/states/answered.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { graphql } from '../generated/gql.ts';
import type { ErasuresToApproveQuery } from '../generated/graphql.ts';
import { PasskeyAction } from '../mandates/passkey-action.tsx';
import { erasureRules } from '../requests/erasure/erasure-rules.ts';

const document = graphql(`
  query ErasuresToApprove @purpose(is: RIGHTS_FULFILMENT) {
    erasuresToApprove {
      id
      rule
      reason
      requestNumber
      proposedAt
      proposedBy {
        id
        givenName
        familyName
      }
      entries {
        at
        role
        purpose
      }
    }
  }
`);

const approve = graphql(`
  mutation ApproveErasure($id: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    approveErasure(input: { erasureId: $id }) {
      erasure {
        id
      }
    }
  }
`);

/** Erasures from the access log that colleagues proposed and the officer can approve. Left out if there are none. */
export function ErasuresToday(): ReactNode {
  const [approved, setApproved] = useState<readonly string[]>([]);
  const [status, say] = useStatus();
  return (
    <>
      {status}
      <Answered query={document} variables={{}}>
        {({ erasuresToApprove }) => {
          const awaited = (erasuresToApprove ?? []).filter(({ id }) => !approved.includes(id));
          if (awaited.length === 0) return null;
          return (
            <section aria-labelledby="erasures">
              <h2 id="erasures">
                <Trans>Erasures that await your approval</Trans>
              </h2>
              <ol className="entries">
                {awaited.map((erasure) => (
                  <li key={erasure.id}>
                    <ToApprove
                      erasure={erasure}
                      onApproved={() => {
                        setApproved([...approved, erasure.id]);
                        say(<Trans>The erasure is approved. The operator carries it out.</Trans>);
                      }}
                    />
                  </li>
                ))}
              </ol>
            </section>
          );
        }}
      </Answered>
    </>
  );
}

interface Props {
  readonly erasure: NonNullable<ErasuresToApproveQuery['erasuresToApprove']>[number];
  readonly onApproved: () => void;
}

function ToApprove({ erasure: { id, rule, reason, requestNumber, proposedAt, proposedBy, entries }, onApproved }: Props): ReactNode {
  const { i18n, t } = useLingui();
  const { instant } = useFormats();
  const count = entries.length;
  const name = personName(proposedBy);
  const when = instant(proposedAt);
  return (
    <>
      <h3 className="entry">
        <span className="text">{i18n._(erasureRules[rule])}</span> <span className="number">{requestNumber}</span>
      </h3>
      <p>{reason}</p>
      <p className="quiet">
        <Trans>
          Proposed by {name} on {when}.
        </Trans>
      </p>
      <details>
        <summary>
          <Plural value={count} one="# read would be erased" other="# reads would be erased" />
        </summary>
        <ul>
          {entries.map(({ at, role, purpose }) => (
            <li key={`${at} ${role}`}>
              <time dateTime={at}>{instant(at)}</time> {role ? i18n._(roleNames[role]) : t`Account`}{' '}
              {purpose && <PurposeName purpose={purpose} />}
            </li>
          ))}
        </ul>
      </details>
      <PasskeyAction mutation={approve} variables={{ id }} action={<Trans>Approve the erasure</Trans>} onDone={onApproved}>
        <Trans>The person’s part of these reads is erased for good. The person is told so, and under which rule.</Trans>
      </PasskeyAction>
    </>
  );
}
