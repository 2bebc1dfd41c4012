import { PrivacyError } from '../../errors.ts';
import { sayProblem } from './form-parts.ts';
import { requestsPage, requestStatePage, type ShownState, type TypedNumber } from './requests-pages.ts';
import type { PageAsked } from './page-asked.ts';
import { wordsOf } from './visit.ts';

const readState = `query State($number: String!, $code: String!) {
  requestState(number: $number, code: $code) { number kind status filedAt dueOn answeredAt withdrawnAt }
}`;

/**
 * Takes the form of `/request-state`.
 * @throws PrivacyError that the form is shown with
 */
export async function takeNumber({ visit, pages, request, reply }: PageAsked, form: URLSearchParams): Promise<string> {
  const typed: TypedNumber = { number: (form.get('number') ?? '').trim(), code: (form.get('code') ?? '').trim() };
  const { problems, requests } = wordsOf(visit);
  const fields = {
    ...(typed.number === '' && { number: problems.number }),
    ...(typed.code === '' && { code: problems.stateCode }),
  };
  request.errorPage = (error) =>
    requestsPage(
      visit,
      typed,
      error.code === 'INPUT_INVALID'
        ? { fields }
        : { whole: error.code === 'NOT_FOUND' ? requests.unknown : sayProblem(visit.language, error) },
    );
  if (Object.keys(fields).length > 0) throw new PrivacyError('INPUT_INVALID');
  const { requestState } = await pages.askGateway<{ requestState: ShownState | null }>(request, reply, {
    query: readState,
    variables: { ...typed },
  });
  if (!requestState) throw new PrivacyError('NOT_FOUND');
  return requestStatePage(visit, requestState);
}
