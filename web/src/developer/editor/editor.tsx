import { Trans, useLingui } from '@lingui/react/macro';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { useMemo, useState, type ReactNode } from 'react';
import { purposeNames } from '../../generated/names.ts';
import { Field } from '../../elements/forms/field.tsx';
import { Select } from '../../elements/forms/select.tsx';
import type { BrowserSession } from '../../session/read-session.ts';
import { askFor, memoryStorage } from '../ask.ts';
import type { Persona } from '../personas/personas.ts';
import { labelEditors } from './label-editors.ts';
import type { Reads } from '../reads.ts';
import type { Example } from '../reference.ts';

interface Props {
  readonly session: BrowserSession | undefined;
  readonly reads: Reads;
  readonly personas: readonly Persona[] | undefined;
  /** The chosen example. */
  readonly example: Example | undefined;
}

const first = `# The schema is the one that your role sees.
{
  privacyStatement {
    version
    effectiveFrom
  }
}
`;

/** GraphiQL with the purpose and the case for which it asks. */
export function Editor({ session, reads, personas, example }: Props): ReactNode {
  const { t } = useLingui();
  const own = useMemo(
    () => [...new Set(personas?.filter(({ role }) => role === session?.role).flatMap((one) => one.purposes) ?? Object.keys(purposeNames))],
    [personas, session],
  );
  // Several personas have the same role: the case says whose it is, and the gateway decides.
  const cases = personas?.filter(({ role }) => role === session?.role).flatMap((one) => one.cases) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [storage] = useState(memoryStorage);
  const [caseId, setCaseId] = useState('');
  const purpose = chosen ?? example?.purpose ?? '';
  const ask = useMemo(() => askFor({ purpose, case: caseId.trim() }, session, reads), [purpose, caseId, session, reads]);
  return (
    <section id="try" className="try">
      <h2>
        <Trans>Try</Trans>
      </h2>
      <div className="need">
        <Select
          label={<Trans>Purpose</Trans>}
          value={purpose}
          onChoose={setChosen}
          placeholder={t`None`}
          choices={own.map((one) => ({ value: one, name: one }))}
        />
        <Field label={<Trans>Case</Trans>}>
          {(attributes) => (
            <>
              <input
                {...attributes}
                list="cases"
                value={caseId}
                onChange={({ target }) => setCaseId(target.value)}
                autoComplete="off"
                spellCheck={false}
              />
              <datalist id="cases" lang="en">
                {cases.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
      <div className="graphiql" ref={labelEditors}>
        <GraphiQL
          key={example?.document ?? ''}
          fetcher={ask}
          storage={storage}
          query={example?.document ?? first}
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
        />
      </div>
    </section>
  );
}
