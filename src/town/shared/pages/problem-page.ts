import { html } from 'hono/html';
import { identityWordings } from '../../../identity/wording/wordings.ts';
import type { PrivacyError } from '../../../platform/errors/errors.ts';
import { sayProblem } from './form-parts.ts';
import { publicPage } from './frame.ts';
import { linkTo, wordsOf, type Visit } from './visit.ts';

/** The page of a request that was refused. It repeats nothing of the request. */
export function problemPage(visit: Visit, error: PrivacyError): Promise<string> {
  const { problems } = wordsOf(visit);
  return publicPage(
    visit,
    { title: identityWordings[visit.language].problem },
    html`<p role="alert">${sayProblem(visit.language, error)}</p>
      <p><a href="${linkTo(visit, visit.path)}">${problems.again}</a></p>`,
  );
}
