import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { Problem } from '../../elements/states/problem.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { usePasskey } from '../../elements/forms/use-passkey.tsx';
import { graphql } from '../generated/gql.ts';
import type { HandOutCodeMutation } from '../generated/graphql.ts';

const handOut = graphql(`
  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {
    issueClaimCode(input: { residentId: $residentId }) {
      claimCode {
        code
        validUntil
      }
    }
  }
`);

const confirm = graphql(`
  mutation ConfirmCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {
    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {
      isMailed
    }
  }
`);

const contest = graphql(`
  mutation ContestClaim($residentId: ID!) @purpose(is: SERVICE_PROVISION) {
    contestClaim(input: { residentId: $residentId }) {
      isHeld
    }
  }
`);

/**
 * One of the two codes with which the customer connects an account with the record, or changes its address; the confirmation of a
 * colleague's; and the end of a claim by another person.
 */
export function ClaimCode({ residentId }: { readonly residentId: string }): ReactNode {
  const [passkey, withPasskey] = usePasskey();
  const [, issue] = useMutation(handOut);
  const [, confirmCode] = useMutation(confirm);
  const [, contestClaim] = useMutation(contest);
  const [issued, setIssued] = useState<NonNullable<HandOutCodeMutation['issueClaimCode']>['claimCode']>();
  const [done, setDone] = useState<'confirmed' | 'contested'>();
  const [error, setError] = useState<CombinedError>();
  const [sawIdentity, setSawIdentity] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const run = async (work: () => Promise<CombinedError | undefined>): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setDone(undefined);
    setError(await work());
    setIsSending(false);
  };
  const make = async (): Promise<CombinedError | undefined> => {
    const { data, error: failed } = await withPasskey(() => issue({ residentId }));
    setIssued(data?.issueClaimCode?.claimCode);
    return failed;
  };
  const confirmOne = async (): Promise<CombinedError | undefined> => {
    const { error: failed } = await withPasskey(() => confirmCode({ residentId }));
    if (!failed) setDone('confirmed');
    return failed;
  };
  const contestOne = async (): Promise<CombinedError | undefined> => {
    const { error: failed } = await contestClaim({ residentId });
    if (!failed) setDone('contested');
    return failed;
  };
  return (
    <section className="claim" aria-labelledby="claim-code">
      <h2 id="claim-code">
        <Trans>Account on the website</Trans>
      </h2>
      {passkey}
      {error && <Problem error={error} reasons={reasons} />}
      {issued?.code ? (
        <Code code={issued.code} validUntil={issued.validUntil} />
      ) : (
        <>
          <p>
            <Trans>
              With two codes, the customer can see their own record on the website, or change the email address of their account there. You
              hand out the first, to the customer alone. The second goes by mail to the address on record, or a colleague confirms it.
            </Trans>
          </p>
          <p>
            <button type="button" onClick={() => void run(make)} aria-disabled={isSending}>
              <Trans>Hand out a code</Trans>
            </button>
          </p>
        </>
      )}
      <h3>
        <Trans>A colleague has handed out a code</Trans>
      </h3>
      {done === 'confirmed' ? (
        <output>
          <Trans>The second code is on its way to your mailbox. Give it to the customer alone.</Trans>
        </output>
      ) : (
        <>
          <p>
            <label>
              <input type="checkbox" checked={sawIdentity} onChange={({ currentTarget }) => setSawIdentity(currentTarget.checked)} />{' '}
              <Trans>I have seen a document that shows who the customer is.</Trans>
            </label>
          </p>
          <p>
            <button type="button" onClick={() => void (sawIdentity && run(confirmOne))} aria-disabled={isSending || !sawIdentity}>
              <Trans>Confirm the code</Trans>
            </button>
          </p>
        </>
      )}
      <h3>
        <Trans>Somebody else has connected an account</Trans>
      </h3>
      {done === 'contested' ? (
        <output>
          <Trans>The account no longer acts for the customer. The privacy office has a request about it.</Trans>
        </output>
      ) : (
        <p>
          <button type="button" onClick={() => void run(contestOne)} aria-disabled={isSending}>
            <Trans>It was not the customer</Trans>
          </button>
        </p>
      )}
    </section>
  );
}

const reasons = {
  CLAIM_CODE_MISSING: <Trans>No colleague has handed out a code for this customer that can still be used.</Trans>,
  OWN_CODE: <Trans>You handed out the code, so a colleague must confirm it.</Trans>,
  CONFIRMER_CONNECTED: <Trans>You are connected with the colleague who handed out the code. Another colleague must confirm it.</Trans>,
  CONFIRMER_WITHOUT_ACCOUNT: (
    <Trans>You have no account here to which the second code could be mailed. Another colleague must confirm it.</Trans>
  ),
  CLAIM_CONTESTED: <Trans>The privacy office has the request already.</Trans>,
  CLAIM_MISSING: <Trans>No account was connected by codes, and no code can still be used.</Trans>,
};

function Code({ code, validUntil }: { readonly code: string; readonly validUntil: string | null | undefined }): ReactNode {
  const { instant } = useFormats();
  const shown = useFirstFocus<HTMLParagraphElement>();
  return (
    <>
      <p className="code" tabIndex={-1} ref={shown}>
        {code}
      </p>
      <p>
        {validUntil && (
          <Trans>
            Until {instant(validUntil)}, it can be used once, together with the second code. It is shown here now and nowhere again; an
            earlier code no longer works.
          </Trans>
        )}
      </p>
      <p>
        <Trans>
          The second code is in the mail to the address on record, if it has been there for 30 days. Otherwise a colleague who has seen the
          customer confirms this code; for some people only the privacy office can.
        </Trans>
      </p>
    </>
  );
}
