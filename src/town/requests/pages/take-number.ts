import { PrivacyError } from '../../../platform/errors/errors.ts';
import { sayProblem } from '../../shared/pages/form-parts.ts';
import { requestsPage, requestStatePage, type ShownAnswer, type ShownState, type TypedNumber } from './requests-pages.ts';
import type { PageAsked } from '../../shared/pages/page-asked.ts';
import { wordsOf } from '../../shared/pages/visit.ts';

const state = 'number kind status filedAt dueOn answeredAt withdrawnAt reopenedAt';
const readState = `query State($number: String!, $code: String!) {
  requestState(number: $number, code: $code) { ${state} }
}`;
const written = 'body answer reopenableUntil messages { body sentAt fromStaff }';
const readAnswer = `query Answer($number: String!, $code: String!) @purpose(is: SELF_SERVICE) {
  requestByCode(number: $number, code: $code) { ${written} }
}`;
const reopen = `mutation Reopen($input: ReopenRequestByCodeInput!) @purpose(is: SELF_SERVICE) {
  reopenRequestByCode(input: $input) { request { ${state} ${written} } }
}`;

/**
 * Takes a form of `/request-state`: it shows a request, or opens an answered one again.
 * @throws PrivacyError that the form is shown with
 */
export async function takeNumber(asked: PageAsked, form: URLSearchParams): Promise<string> {
  const { visit, request } = asked;
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
  const shown = await read(asked, typed);
  if (form.get('step') === 'reopen' && shown.answered?.answer) return openAgain(asked, typed, shown, form.get('body') ?? '');
  return requestStatePage(visit, shown.state, shown.answered, { ...typed, body: '' });
}

interface Shown {
  readonly state: ShownState;
  readonly answered: ShownAnswer | undefined;
}

/** Texts are read only if the request was answered at least once: each read is logged. */
async function read({ pages, request, reply }: PageAsked, typed: TypedNumber): Promise<Shown> {
  const variables = { ...typed };
  const { requestState } = await pages.askGateway<{ requestState: (ShownState & { readonly reopenedAt: string | null }) | null }>(
    request,
    reply,
    { query: readState, variables },
  );
  if (!requestState) throw new PrivacyError('NOT_FOUND');
  if (requestState.answeredAt === null && requestState.reopenedAt === null) return { state: requestState, answered: undefined };
  const { requestByCode } = await pages.askGateway<{ requestByCode: ShownAnswer | null }>(request, reply, { query: readAnswer, variables });
  return { state: requestState, answered: requestByCode ?? undefined };
}

async function openAgain(
  { visit, pages, request, reply }: PageAsked,
  typed: TypedNumber,
  { state, answered }: Shown,
  given: string,
): Promise<string> {
  // Browsers send line breaks as CRLF.
  const body = given.replaceAll('\r\n', '\n').trim();
  const { problems, requests } = wordsOf(visit);
  const isOfText = (code: string): boolean => code === 'INPUT_INVALID';
  request.errorPage = (error) => {
    const whole = error.code === 'CONFLICT' ? requests.reopenLate : sayProblem(visit.language, error);
    const problem = isOfText(error.code) ? { fields: { body: problems.body } } : { whole };
    return requestStatePage(visit, state, answered, { ...typed, body }, problem);
  };
  if (body === '') throw new PrivacyError('INPUT_INVALID');
  const { reopenRequestByCode } = await pages.askGateway<{ reopenRequestByCode: { request: ShownState & ShownAnswer } }>(request, reply, {
    query: reopen,
    variables: { input: { ...typed, body } },
  });
  const opened = reopenRequestByCode.request;
  return requestStatePage(visit, opened, opened);
}
