import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/forms/form.tsx';
import { TextArea, TextField } from '../../elements/forms/text-field.tsx';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import type { MandateFacts } from './record/fields.ts';
import { PasskeyAction } from './passkey-action.tsx';
import { startOfDay } from '../../elements/time/local-time.ts';
import { usePasskey } from '../../elements/forms/use-passkey.tsx';

const approve = graphql(`
  mutation ApproveMandate($id: ID!) @purpose(is: MANDATE_ADMINISTRATION) {
    approveMandate(input: { mandateId: $id }) {
      mandate {
        ...MandateFacts
      }
    }
  }
`);

const reconfirm = graphql(`
  mutation ReconfirmMandate($id: ID!) @purpose(is: MANDATE_ADMINISTRATION) {
    reconfirmMandate(input: { mandateId: $id }) {
      mandate {
        ...MandateFacts
      }
    }
  }
`);

const approveSeal = graphql(`
  mutation ApproveSeal($id: ID!) @purpose(is: MANDATE_ADMINISTRATION) {
    approveSeal(input: { mandateId: $id }) {
      mandate {
        ...MandateFacts
      }
    }
  }
`);

const extendSeal = graphql(`
  mutation ExtendSeal($id: ID!, $sealedUntil: DateTime!) @purpose(is: MANDATE_ADMINISTRATION) {
    extendSeal(input: { mandateId: $id, sealedUntil: $sealedUntil }) {
      mandate {
        ...MandateFacts
      }
    }
  }
`);

const revoke = graphql(`
  mutation RevokeMandate($id: ID!, $reason: String!) @purpose(is: MANDATE_ADMINISTRATION) {
    revokeMandate(input: { mandateId: $id, reason: $reason }) {
      mandate {
        ...MandateFacts
        revokedAt
        revocationReason
      }
    }
  }
`);

interface Props {
  readonly mandate: MandateFacts;
  readonly say: (sentence: ReactNode) => void;
}

/** The actions that the officer can take on a mandate now. Actions that need another officer are named. */
export function MandateActions({ mandate, say }: Props): ReactNode {
  const { id, status, awaitsMyApproval, openEnded, sealAwaitsMyApproval, sealedUntil, sealProposedUntil } = mandate;
  if (!id) return null;
  const isOver = status === 'REVOKED' || status === 'EXPIRED';
  return (
    <section aria-labelledby="actions" className="actions">
      <h2 id="actions">
        <Trans>What you can do</Trans>
      </h2>
      {awaitsMyApproval && (
        <PasskeyAction
          mutation={approve}
          variables={{ id }}
          action={<Trans>Approve the mandate</Trans>}
          onDone={() => say(<Trans>You have approved the mandate.</Trans>)}
        >
          <Trans>Compare it with the document first: number, issuer, partner, people and dates.</Trans>
        </PasskeyAction>
      )}
      {status === 'AWAITING_APPROVAL' && !awaitsMyApproval && (
        <p>
          <Trans>Another officer must approve it: you have recorded or approved it yourself.</Trans>
        </p>
      )}
      {status === 'IN_FORCE' && openEnded && (
        <PasskeyAction
          mutation={reconfirm}
          variables={{ id }}
          action={<Trans>Reconfirm for 90 days</Trans>}
          onDone={() => say(<Trans>The mandate holds for 90 days from now.</Trans>)}
        >
          <Trans>Ask the issuer whether the document still holds. Who recorded the mandate cannot reconfirm it.</Trans>
        </PasskeyAction>
      )}
      {sealAwaitsMyApproval && (
        <PasskeyAction
          mutation={approveSeal}
          variables={{ id }}
          action={<Trans>Approve the later seal</Trans>}
          onDone={() => say(<Trans>You have approved the later seal.</Trans>)}
        >
          <Trans>Until then the people whom the order names do not see the reads under it.</Trans>
        </PasskeyAction>
      )}
      {sealedUntil && !sealProposedUntil && !isOver && <ExtendSeal id={id} say={say} />}
      {status === 'REVOKED' || <Revoke id={id} say={say} />}
    </section>
  );
}

interface OneProps {
  readonly id: string;
  readonly say: (sentence: ReactNode) => void;
}

function ExtendSeal({ id, say }: OneProps): ReactNode {
  const draft = `later seal of mandate ${id}`;
  const [day, setDay] = useDraft(draft);
  const [passkey, withPasskey] = usePasskey();
  const [, execute] = useMutation(extendSeal);
  return (
    <Folded name={<Trans>Propose a later end of the seal</Trans>} isOpen={day !== ''}>
      {passkey}
      <Form
        action={<Trans>Propose it</Trans>}
        onSend={() => withPasskey(() => execute({ id, sealedUntil: startOfDay(day, 1) }))}
        onDone={() => {
          setDay('');
          say(<Trans>The later end is proposed. Two other officers must approve it.</Trans>);
        }}
        reasons={{ NOT_LATER: <Trans>The new end must be later than the present one.</Trans> }}
      >
        <TextField type="date" label={<Trans>Sealed up to and including</Trans>} draft={draft} maxLength={10} required />
      </Form>
    </Folded>
  );
}

function Revoke({ id, say }: OneProps): ReactNode {
  const draft = `reason to revoke mandate ${id}`;
  const [reason, setReason] = useDraft(draft);
  const [, execute] = useMutation(revoke);
  return (
    <Folded name={<Trans>Revoke the mandate</Trans>} isOpen={reason !== ''}>
      <Form
        action={<Trans>Revoke it at once</Trans>}
        onSend={() => execute({ id, reason: reason.replaceAll('\n', ' ').trim() })}
        onDone={() => {
          setReason('');
          say(<Trans>The mandate is revoked: from now on nothing is shown under it.</Trans>);
        }}
        reasons={{ MANDATE_OVER: <Trans>The mandate is revoked already.</Trans> }}
      >
        <TextArea
          label={<Trans>Reason</Trans>}
          hint={<Trans>Without a name: the other officers read it. It cannot be undone.</Trans>}
          draft={draft}
          maxLength={500}
          rows={2}
          required
        />
      </Form>
    </Folded>
  );
}

interface FoldedProps {
  readonly name: ReactNode;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Folded({ name, isOpen: isOpenAtFirst, children }: FoldedProps): ReactNode {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details className="ask" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
