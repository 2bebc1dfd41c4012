import type { RequestContext } from '../../../engine/request-context.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { takeKey } from '../../shared/rows/idempotency-keys.ts';
import { uuidFrom } from '../../shared/graphql/viewer.ts';

/** An input whose change is made once for each key. */
interface KeyedInput {
  readonly idempotencyKey?: string | null | undefined;
}

/** A change, and whether it was made before under the same key. */
interface Claim {
  /** The id of the row that the change makes, or made before. */
  readonly id: string;
  /** If true, the caller reads the result like any other read and changes nothing. */
  readonly isRepeated: boolean;
}

/** A sender without an account. The contact tells senders apart. */
export interface Sender {
  readonly contact: string;
  /** Admits or refuses the sender before the answer reveals anything about the key. */
  admit(isRepeated: boolean): Promise<void>;
}

/**
 * Claims the idempotency key of an input. A key belongs to one principal and to one change: the field, its input and the case. Only the id
 * of the result is stored. The caller reads the answer again, so access that has ended since shows nothing.
 * @param type the type of the input
 * @param sender a sender without an account
 * @throws PrivacyError INPUT_INVALID if the key is not a UUID; CONFLICT with the reason IDEMPOTENCY_KEY_REUSED if the key was used for
 *   another change; TOO_MANY_REQUESTS; otherwise as `admit` says
 */
export async function claimKey(request: RequestContext, type: string, input: KeyedInput, sender?: Sender): Promise<Claim> {
  const { idempotencyKey, ...rest } = input;
  const made = request.newId();
  if (typeof idempotencyKey !== 'string') {
    await sender?.admit(false);
    return { id: made, isRepeated: false };
  }
  const { principal, pseudonyms, declaration, reader } = request;
  const key = uuidFrom(idempotencyKey, `${type}.idempotencyKey`);
  const owner = pseudonyms.name('idempotency owner', `${principal.role} ${principal.id ?? sender?.contact ?? ''}`);
  // GraphQL coerces an input's fields in the schema's order, so equal inputs have equal texts.
  const asked = pseudonyms.name('idempotency input', JSON.stringify([type, declaration?.openCase?.id ?? null, rest]));
  const earlier = await takeKey(reader, { owner, key, input: asked, made });
  const isRepeated = earlier?.input === asked;
  await sender?.admit(isRepeated);
  if (earlier && !isRepeated) throw new PrivacyError('CONFLICT', { reason: 'IDEMPOTENCY_KEY_REUSED' });
  return { id: earlier?.made ?? made, isRepeated };
}
