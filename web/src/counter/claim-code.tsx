import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { Problem } from '../elements/problem.tsx';
import { useFirstFocus } from '../elements/use-first-focus.ts';
import { useFormats } from '../elements/use-formats.ts';
import { usePasskey } from '../elements/use-passkey.tsx';
import { graphql } from './generated/gql.ts';

const document = graphql(`
  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {
    issueClaimCode(input: { residentId: $residentId }) {
      claimCode {
        code
        validUntil
      }
    }
  }
`);

/** Hands out the code with which the customer connects an account with the record, or changes its address. It is shown once. */
export function ClaimCode({ residentId }: { readonly residentId: string }): ReactNode {
  const [{ data, error, fetching }, issue] = useMutation(document);
  const [passkey, withPasskey] = usePasskey();
  const issued = data?.issueClaimCode?.claimCode;
  const make = (): void => {
    if (!fetching) void withPasskey(() => issue({ residentId }));
  };
  return (
    <section className="claim" aria-labelledby="claim-code">
      <h2 id="claim-code">
        <Trans>Account on the website</Trans>
      </h2>
      {issued?.code ? (
        <Code code={issued.code} validUntil={issued.validUntil} />
      ) : (
        <>
          <p>
            <Trans>
              With a code, the customer can see their own record on the website, or change the email address of their account there. Hand it
              to the customer alone, never to somebody else for them.
            </Trans>
          </p>
          {passkey}
          {error && <Problem error={error} />}
          <p>
            <button type="button" onClick={make} aria-disabled={fetching}>
              <Trans>Hand out a code</Trans>
            </button>
          </p>
        </>
      )}
    </section>
  );
}

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
            Until {instant(validUntil)}, it can be used once. It is shown here now and nowhere again; an earlier code no longer works.
          </Trans>
        )}
      </p>
    </>
  );
}
