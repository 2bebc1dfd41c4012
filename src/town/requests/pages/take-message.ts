import { PrivacyError } from '../../../platform/errors/errors.ts';
import { askPage, confirmPage, filedPage, type FormProblem, type KeptReceipt, type SentMessage, type TypedMessage } from './ask-pages.ts';
import { sayProblem } from '../../shared/pages/form-parts.ts';
import type { PageAsked } from '../../shared/pages/page-asked.ts';
import { wordsOf, type Visit } from '../../shared/pages/visit.ts';

const sendCode = `mutation SendCode($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }`;
const fileMessage = `mutation FileMessage($input: FileRequestInput!) {
  fileRequest(input: $input) { receipt { number dueOn stateCode } }
}`;

/** The fields of the inputs of both operations, by the field of the form. */
const fieldOf: Readonly<Record<string, string>> = {
  'SendContactCodeInput.body': 'body',
  'SendContactCodeInput.contactEmail': 'email',
  'FileRequestInput.body': 'body',
  'FileRequestInput.contactEmail': 'email',
  'FileRequestInput.contactCode': 'code',
};

/**
 * Takes a form of `/ask`: it has a code mailed, changes the message, or files it.
 * @throws PrivacyError that the form is shown with
 */
export async function takeMessage(asked: PageAsked, form: URLSearchParams): Promise<string> {
  const { visit, pages } = asked;
  // Browsers send line breaks as CRLF, also those of hidden fields. The code is for the text, so it must not change in between.
  const text = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const typed: TypedMessage = { kind: text('kind'), body: text('body'), email: text('email') };
  const step = text('step');
  if (step === 'change') return askPage(visit, typed);
  if (!Object.hasOwn(wordsOf(visit).ask.kinds, typed.kind)) return refuse(asked, typed);
  if (step !== 'file') return mailCode(asked, typed, pages.newId());
  const [key, until] = [text('key'), text('until')];
  if (!isKey.test(key) || Number.isNaN(Date.parse(until))) return refuse(asked, typed);
  return file(asked, { ...typed, key, until }, text('code'));
}

/** A UUID, as idempotency keys are. */
const isKey = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Refuses a form that our pages did not make, or a message without a kind. The page also names everything else that is missing. */
function refuse({ visit, request }: PageAsked, typed: TypedMessage): never {
  const { ask, problems } = wordsOf(visit);
  const fields = {
    ...(!Object.hasOwn(ask.kinds, typed.kind) && { kind: problems.kind }),
    ...(typed.body === '' && { body: problems.body }),
    ...(typed.email === '' && { email: problems.email }),
  };
  request.errorPage = () => askPage(visit, typed, Object.keys(fields).length === 0 ? { whole: problems.other } : { fields });
  throw new PrivacyError('INPUT_INVALID');
}

async function mailCode({ visit, pages, request, reply }: PageAsked, typed: TypedMessage, key: string): Promise<string> {
  request.errorPage = (error) => askPage(visit, typed, problemIn(visit, error));
  const { kind, body, email: contactEmail } = typed;
  const operation = { query: sendCode, variables: { input: { kind, body, contactEmail } } };
  const { sendContactCode } = await pages.askGateway<{ sendContactCode: { validUntil: string } }>(request, reply, operation);
  return confirmPage(visit, { ...typed, key, until: sendContactCode.validUntil });
}

async function file({ visit, pages, request, reply }: PageAsked, sent: SentMessage, contactCode: string): Promise<string> {
  request.errorPage = (error) => {
    const problem = problemIn(visit, error);
    // The message itself is wrong only if our pages did not make the form.
    const isOfMessage = problem.fields !== undefined && problem.fields['code'] === undefined;
    return isOfMessage ? askPage(visit, sent, problem) : confirmPage(visit, sent, problem);
  };
  const { kind, body, email: contactEmail, key: idempotencyKey } = sent;
  const operation = { query: fileMessage, variables: { input: { kind, body, contactEmail, contactCode, idempotencyKey } } };
  const { fileRequest } = await pages.askGateway<{ fileRequest: { receipt: KeptReceipt } }>(request, reply, operation);
  return filedPage(visit, fileRequest.receipt);
}

/** The problem of the form that an error describes. */
function problemIn(visit: Visit, error: PrivacyError): FormProblem {
  const { problems } = wordsOf(visit);
  if (error.code === 'CONTACT_NOT_PROVEN') return { fields: { code: problems.notProven } };
  const coordinates = (error.extensions['coordinates'] ?? []) as readonly string[];
  const names = coordinates.flatMap((coordinate) => fieldOf[coordinate] ?? []);
  const fields = Object.fromEntries(names.map((name) => [name, problems[name as 'body' | 'email' | 'code']]));
  return names.length === 0 ? { whole: sayProblem(visit.language, error) } : { fields };
}
