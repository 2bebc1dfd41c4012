import { purposesOf } from '../../engine/policy/decision/enter.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import {
  anonymousPrincipal,
  type Authenticate,
  type Authenticated,
  type PresentedRequest,
  type Principal,
} from '../../engine/purpose/principal.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { asPrivacyError, PrivacyError } from '../../platform/errors/errors.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import { isInTime } from '../../platform/time/is-in-time.ts';
import { RefusedToken, type TokenProblem } from './tokens/refused-token.ts';

/** Authenticates a request. @throws PrivacyError TOKEN_INVALID, ISSUER_KEYS_UNAVAILABLE, or one that the application threw */
export type OwnAuthentication = (request: PresentedRequest) => Promise<Principal>;

/**
 * Makes the stage "authenticate" of an application with its own authentication. Its findings are checked: an unknown role, an id in another
 * form or a purpose that does not exist is refused.
 * @param within milliseconds after which a request is refused for now
 * @param reportRefused called with why each request was refused, for the operator
 */
export function createOwnAuthentication(
  authenticate: Authenticate,
  policy: Policy,
  within: number,
  reportRefused: (problem: TokenProblem) => void,
): OwnAuthentication {
  const anonymous = anonymousPrincipal(policy);
  return async (request) => {
    try {
      const found = await find(authenticate, request, within);
      if (found) return asPrincipal(found, policy);
      // An application that forgets to throw must not turn a bad token into no token.
      if (request.headers['authorization'] !== undefined) throw new RefusedToken('TOKEN_UNKNOWN');
      return anonymous;
    } catch (error) {
      if (error instanceof RefusedToken) reportRefused(error.problem);
      throw error;
    }
  };
}

async function find(authenticate: Authenticate, request: PresentedRequest, within: number): Promise<Authenticated | undefined> {
  let found: Authenticated | undefined;
  const finding = (async () => void (found = await authenticate(request)))();
  let isFound: boolean;
  try {
    isFound = await isInTime(finding, within);
  } catch (error) {
    throw asPrivacyError(error) ?? refusalFor(error);
  }
  if (!isFound) throw new PrivacyError('ISSUER_KEYS_UNAVAILABLE');
  return found;
}

// A service that verifies tokens cannot be reached: PostgreSQL's classes, the codes of Node, fetch and jose, and ends of an AbortSignal.
const outOfReach = /^(08|53|57|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR|ERR_JWKS_TIMEOUT|TimeoutError|AbortError)/;

/** A client that is told that its token is bad discards it, so an outage must not look like one. */
function refusalFor(error: unknown): PrivacyError {
  const cause = causeOf(error);
  return outOfReach.test(cause)
    ? Object.assign(new PrivacyError('ISSUER_KEYS_UNAVAILABLE'), { cause: error })
    : new RefusedToken('TOKEN_UNKNOWN', { cause });
}

/** @throws RefusedToken naming the member that is wrong */
function asPrincipal({ id, role, purposes, authorityId, caseId, assurance }: Authenticated, policy: Policy): Principal {
  const { roles, purposes: known } = policy.vocabulary;
  const heldBy = Object.hasOwn(roles, role) ? roles[role].heldBy : 'NOBODY';
  const wrong = (claim: string): RefusedToken => new RefusedToken('TOKEN_CLAIM', { claim });
  if (heldBy === 'NOBODY') throw wrong('role');
  if (!isId(id)) throw wrong('id');
  if (purposes && !purposes.every((one) => Object.hasOwn(known, one))) throw wrong('purposes');
  if (authorityId !== undefined && !isId(authorityId)) throw wrong('authorityId');
  if (caseId !== undefined && !isId(caseId)) throw wrong('caseId');
  return Object.freeze({
    id,
    role,
    partner: heldBy === 'ORGANISATION',
    tokenPurposes: purposes ?? purposesOf(policy, role),
    authorityId,
    caseId,
    assurance,
  });
}

/** @param value as given: the compiler has not seen what an application written in JavaScript returns */
function isId(value: unknown): boolean {
  return typeof value === 'string' && isUuid(value);
}
