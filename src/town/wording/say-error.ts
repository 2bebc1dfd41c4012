import { catalogue, type ErrorCode } from '../../platform/errors/errors.ts';
import type { Wording } from './wording.ts';

/** The sentence of an error code. A code that no answer should have is said in English. Pure. */
export function sayError({ errors }: Pick<Wording, 'errors'>, code: ErrorCode): string {
  return code in errors ? errors[code as keyof typeof errors] : catalogue[code][1];
}
