import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { Problem } from '../elements/states/problem.tsx';
import { graphql } from './generated/gql.ts';

const acknowledge = graphql(`
  mutation AcknowledgeStatement($version: String!) @purpose(is: SELF_SERVICE) {
    acknowledgeStatement(input: { version: $version }) {
      statement {
        version
      }
    }
  }
`);

/** Asks once for each version of the privacy statement whether the resident has read it. Nothing else of the page waits for it. */
export default function StatementAsked({ version }: { readonly version: string }): ReactNode {
  const [{ error }, make] = useMutation(acknowledge);
  // The gateway asks no longer, so this goes. The focus stays on the page.
  const send = async (): Promise<void> => {
    if (!(await make({ version })).error) document.querySelector('main')?.focus();
  };
  return (
    <section className="notice no-print" aria-labelledby="statement-to-read">
      <h2 id="statement-to-read">
        <Trans>There is a new version of our privacy statement</Trans>
      </h2>
      <p>
        <Trans>
          It says what we do with your information. Please <a href="/statement">read version {version}</a>. You see your information all the
          same.
        </Trans>
      </p>
      {error && <Problem error={error} />}
      <p>
        <button type="button" onClick={() => void send()}>
          <Trans>I have read it</Trans>
        </button>
      </p>
    </section>
  );
}
