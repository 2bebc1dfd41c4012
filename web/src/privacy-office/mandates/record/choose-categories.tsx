import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../../elements/states/answered.tsx';
import { categoryNames } from '../../../elements/names/category-names.ts';
import type { DataCategory, Role } from '../../../generated/vocabulary.ts';
import { useDraft } from '../../../session/drafts.ts';
import { graphql } from '../../generated/gql.ts';
import { splitDraft } from './split-draft.ts';

const document = graphql(`
  query CategoriesToName($role: Role!) @purpose(is: MANDATE_ADMINISTRATION) {
    policy {
      cells(role: $role) {
        category
        when
      }
    }
  }
`);

interface Props {
  readonly draft: string;
  /** The partner's role. */
  readonly role: Role;
}

/**
 * The categories that the document lets the partner see: at least one of the categories that the policy lets a mandate name for the
 * partner's role.
 */
export function ChooseCategories({ draft, role }: Props): ReactNode {
  return (
    <Answered query={document} variables={{ role }}>
      {({ policy }) => {
        const named = (policy?.cells ?? []).filter(({ when }) => when.includes('CATEGORY_NAMED'));
        return <Choices draft={draft} categories={[...new Set(named.map(({ category }) => category))]} />;
      }}
    </Answered>
  );
}

function Choices({ draft, categories }: { readonly draft: string; readonly categories: readonly DataCategory[] }): ReactNode {
  const { i18n } = useLingui();
  const [text, setText] = useDraft(draft);
  const [isWrong, setIsWrong] = useState(false);
  const chosen = new Set(splitDraft(text));
  const toggle = (category: DataCategory): void => {
    const next = chosen.has(category) ? [...chosen].filter((one) => one !== category) : [...chosen, category];
    setIsWrong(false);
    setText(next.join(' '));
  };
  return (
    <fieldset className="choices" aria-describedby={isWrong ? 'categories-error' : undefined}>
      <legend>
        <Trans>What the document lets the partner see</Trans>
      </legend>
      {isWrong && (
        <p id="categories-error" className="error">
          <Trans>Choose at least one.</Trans>
        </p>
      )}
      {categories.map((category, index) => (
        <label key={category} className="check">
          <input
            type="checkbox"
            checked={chosen.has(category)}
            required={index === 0 && chosen.size === 0}
            aria-invalid={isWrong || undefined}
            onChange={() => toggle(category)}
            onInvalid={(event) => {
              event.preventDefault();
              setIsWrong(true);
              if (event.currentTarget.form?.querySelector(':is(input, textarea, select):invalid') === event.currentTarget)
                event.currentTarget.focus();
            }}
          />
          {i18n._(categoryNames[category])}
        </label>
      ))}
    </fieldset>
  );
}
