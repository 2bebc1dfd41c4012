import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { purposeNames, relationshipNames } from '../../generated/names.ts';
import { categoryNames } from '../../elements/names/category-names.ts';
import type { PolicyCondition, Role } from '../../generated/vocabulary.ts';
import { isAt, type Cell, type Chosen, type Prohibition } from './cell.ts';
import { conditionNames } from './conditions.ts';

interface Props {
  readonly role: Role;
  readonly chosen: Chosen | undefined;
  readonly cells: readonly Cell[];
  readonly prohibitions: readonly Prohibition[];
  readonly clauses: readonly { readonly name: string; readonly text: string }[];
}

/** Why a cell is as it is: its lines and clauses, what has to hold, what prohibits it, and where else it is shown. */
export function CellExplained({ role, chosen, cells, prohibitions, clauses }: Props): ReactNode {
  const { i18n } = useLingui();
  if (!chosen)
    return (
      <output className="cell-explained">
        <Trans>Choose a cell.</Trans>
      </output>
    );
  const { purpose, relationship, category } = chosen;
  const [purposeName, relationshipName] = [i18n._(purposeNames[purpose]), i18n._(relationshipNames[relationship])];
  const own = cells.filter((cell) => isAt(cell, chosen));
  const elsewhere = cells.filter((cell) => cell.category === category && !isAt(cell, chosen));
  const forbidding = prohibitions.filter((one) => binds(one, role, chosen));
  const clauseText = (name: string): string => clauses.find((clause) => clause.name === name)?.text ?? name;
  return (
    <output className="cell-explained">
      <h2>{i18n._(categoryNames[category])}</h2>
      <p className="quiet">
        <Trans>
          For: {purposeName}. About: {relationshipName}.
        </Trans>
      </p>
      {own.map(({ line, clause, when, exceptions }) => (
        <div key={line} className="reason">
          <p>
            <Trans>
              Permitted by the line <code>{line}</code>.
            </Trans>
          </p>
          <While conditions={when} />
          {exceptions.map((exception) => (
            <Unless key={exception.line} exception={exception} />
          ))}
          <Clause name={clause} text={clauseText(clause)} />
        </div>
      ))}
      {own.length === 0 && forbidding.length === 0 && (
        <p>
          <Trans>No line permits it, and what no line permits is withheld.</Trans>
        </p>
      )}
      {own.length === 0 &&
        forbidding.map(({ line, clause, when }) => (
          <div key={line} className="reason">
            <p>
              <Trans>
                Prohibited by the line <code>{line}</code>, whatever permits it.
              </Trans>
            </p>
            <While conditions={when} />
            <Clause name={clause} text={clauseText(clause)} />
          </div>
        ))}
      {own.length === 0 && elsewhere.length > 0 && (
        <>
          <p>
            <Trans>This role may see it here:</Trans>
          </p>
          <ul>
            {elsewhere.map((cell) => (
              <li key={`${cell.purpose} ${cell.relationship} ${cell.line}`}>
                {i18n._(purposeNames[cell.purpose])}, {i18n._(relationshipNames[cell.relationship])}
                <While conditions={cell.when} />
              </li>
            ))}
          </ul>
        </>
      )}
    </output>
  );
}

/** The words of the statement from which a line follows. */
function Clause({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  return (
    <>
      <blockquote>{text}</blockquote>
      <p>
        <a href={`/statement#${name}`}>
          <Trans>Read this clause in the privacy statement</Trans>
        </a>
      </p>
    </>
  );
}

function While({ conditions }: { readonly conditions: readonly PolicyCondition[] }): ReactNode {
  const { i18n } = useLingui();
  if (conditions.length === 0) return null;
  const list = new Intl.ListFormat(i18n.locale).format(conditions.map((condition) => i18n._(conditionNames[condition])));
  return (
    <p>
      <Trans>Only while {list}.</Trans>
    </p>
  );
}

function Unless({ exception: { line, when, unless } }: { readonly exception: Cell['exceptions'][number] }): ReactNode {
  const { i18n } = useLingui();
  const names = (conditions: readonly PolicyCondition[], type: 'conjunction' | 'disjunction'): string =>
    new Intl.ListFormat(i18n.locale, { type }).format(conditions.map((condition) => i18n._(conditionNames[condition])));
  const [holding, lifting] = [names(when, 'conjunction'), names(unless, 'disjunction')];
  return (
    <p>
      {unless.length === 0 ? (
        <Trans>
          Not while {holding} (line <code>{line}</code>).
        </Trans>
      ) : (
        <Trans>
          Not while {holding}, unless {lifting} (line <code>{line}</code>).
        </Trans>
      )}
    </p>
  );
}

/** Whether a prohibition covers a place of the map. */
function binds(one: Prohibition, role: Role, { purpose, relationship, category }: Chosen): boolean {
  return (
    one.categories.includes(category) &&
    (one.roles?.includes(role) ?? true) &&
    (one.purposes?.includes(purpose) ?? true) &&
    !one.unlessPurposes.includes(purpose) &&
    !one.unlessRelationships.includes(relationship)
  );
}
