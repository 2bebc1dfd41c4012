import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, currentLanguage } from '../choose-language.ts';
import { PageFailed } from '../elements/states/page-failed.tsx';
import { ErrorBoundary } from '../elements/states/error-boundary.tsx';
import '../style/page.css';
import { Developer } from './developer.tsx';
import { readPersonas } from './personas/personas.ts';
import { sentences } from './sentences.ts';

await chooseLanguage(currentLanguage(), [sentences]);
const personas = await readPersonas();
createRoot(document.querySelector('#app')!).render(
  <I18nProvider i18n={i18n}>
    <ErrorBoundary fallback={<PageFailed />}>
      <Developer personas={personas} />
    </ErrorBoundary>
  </I18nProvider>,
);
