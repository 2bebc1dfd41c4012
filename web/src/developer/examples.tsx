import { Trans } from '@lingui/react/macro';
import { Kind, parse } from 'graphql';
import { useMemo, type ReactNode } from 'react';
import type { Example } from './reference.ts';

interface Props {
  readonly examples: readonly Example[];
  readonly onOpen: (example: Example) => void;
}

/** The operations of the client guide, under its headings, to open in the editor. */
export function Examples({ examples, onOpen }: Props): ReactNode {
  const groups = useMemo(() => [...Map.groupBy(examples, ({ title }) => title)], [examples]);
  return (
    <section id="examples">
      <h2>
        <Trans>Examples</Trans>
      </h2>
      <p>
        <Trans>They stand in the client guide, and are in English. Sign in as the persona before you run one.</Trans>
      </p>
      <div className="examples">
        {groups.map(([title, ones]) => (
          <section key={title}>
            <h3 lang="en">{title}</h3>
            {ones.map((example) => (
              <details key={example.document}>
                <summary lang="en">
                  <code>{rootFieldsOf(example.document).join(', ')}</code>
                  <span className="quiet">
                    {' '}
                    {example.persona}
                    {example.purpose && ` · ${example.purpose}`}
                  </span>
                </summary>
                <pre tabIndex={0} lang="en" aria-label={title}>
                  {example.document}
                </pre>
                <button type="button" onClick={() => onOpen(example)}>
                  <Trans>Open in the editor</Trans>
                </button>
              </details>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

/** The root fields of an operation of the guide, which is valid. */
function rootFieldsOf(document: string): readonly string[] {
  const operations = parse(document).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operations.flatMap(({ selectionSet }) =>
    selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : [])),
  );
}
