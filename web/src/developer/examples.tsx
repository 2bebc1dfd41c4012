import { Trans } from '@lingui/react/macro';
import { Kind, parse, type SelectionSetNode } from 'graphql';
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
                  <code>{fieldsOf(example.document)}</code>
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

/** The fields of an operation of the guide, and below a single field its own fields. The guide's operations are valid. */
function fieldsOf(document: string): string {
  const operations = parse(document).definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operations.map(({ selectionSet }) => namesIn(selectionSet)).join(', ');
}

/** Of a connection, which says nothing about what is asked for. */
const wrappers: ReadonlySet<string> = new Set(['edges', 'node']);

function namesIn({ selections }: SelectionSetNode, path: readonly string[] = []): string {
  const fields = selections.filter((one) => one.kind === Kind.FIELD);
  const [only, another] = fields;
  if (only?.selectionSet && !another) return namesIn(only.selectionSet, wrappers.has(only.name.value) ? path : [...path, only.name.value]);
  const names = [...new Set(fields.map(({ name }) => name.value))];
  return path.length === 0 ? names.join(', ') : `${path.join(' › ')} { ${names.join(' ')} }`;
}
