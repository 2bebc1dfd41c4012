import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Example } from './reference.ts';

interface Props {
  readonly examples: readonly Example[];
  readonly onOpen: (example: Example) => void;
}

/** The operations of the client guide, to open in the editor. */
export function Examples({ examples, onOpen }: Props): ReactNode {
  return (
    <section id="examples">
      <h2>
        <Trans>Examples</Trans>
      </h2>
      <p>
        <Trans>They stand in the client guide, and are in English. Sign in as the persona before you run one.</Trans>
      </p>
      {examples.map((example) => (
        <details key={example.document}>
          <summary lang="en">
            {example.title} · {example.persona}
          </summary>
          <pre tabIndex={0} aria-label={example.title}>
            {example.document}
          </pre>
          <button type="button" onClick={() => onOpen(example)}>
            <Trans>Open in the editor</Trans>
          </button>
        </details>
      ))}
    </section>
  );
}
