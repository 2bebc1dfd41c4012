import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { changeLanguage, languageNames, languages, type Sentences } from '../choose-language.ts';

/** Shows the pages in another language. @param parts what the pages of a role say */
export function LanguageButtons({ parts }: { readonly parts: readonly Sentences[] }): ReactNode {
  const { i18n } = useLingui();
  return languages
    .filter((language) => language !== i18n.locale)
    .map((language) => (
      <button key={language} className="plain" type="button" lang={language} onClick={() => void changeLanguage(language, parts)}>
        {languageNames[language]}
      </button>
    ));
}
