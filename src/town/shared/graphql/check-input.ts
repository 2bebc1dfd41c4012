import type { z } from 'zod';
import { notFormed } from '../../../platform/errors/not-formed.ts';
import { expectedBy } from './expected-by.ts';
import type { RequestContext } from '../../../engine/request-context.ts';

/** The types of input fields that hold further fields. */
const nestedTypes: Readonly<Record<string, string>> = { address: 'AddressInput' };

/**
 * Checks an input object beyond its GraphQL type.
 * @param type the input object's type
 * @returns the input in the form in which it is stored, without the fields that the client left out
 * @throws PrivacyError INPUT_INVALID with the coordinates of the invalid fields, without any value
 */
export function checkInput<Output>(type: string, form: z.ZodType<Output>, input: unknown): Output {
  const checked = form.safeParse(input);
  if (checked.success) return checked.data;
  const expected = checked.error.issues.map((issue): [string, string] => {
    const [field, nested] = issue.path;
    const coordinate = nested === undefined ? `${type}.${String(field)}` : `${nestedTypes[String(field)] ?? type}.${String(nested)}`;
    return [coordinate, expectedBy(issue)];
  });
  throw notFormed(Object.fromEntries(expected.toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

/**
 * Notes the data subject of a mutation. The access entry then names the person even if the payload selects nothing about them or
 * the mutation is refused. An unknown id is not noted: the log contains no ids that a client invented.
 * @param coordinate the root field's schema coordinate
 */
export async function touch(request: RequestContext, residentId: string, coordinate: string): Promise<void> {
  await request.relationships?.ensure([residentId]);
  const subject = request.relationships?.get(residentId);
  if (subject) request.seenSubjects.mark(subject, coordinate);
}
