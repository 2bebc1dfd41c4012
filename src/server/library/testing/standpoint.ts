import type { Application } from '../../../engine/application.ts';
import type { Authenticated } from '../../../engine/purpose/principal.ts';
import type { Purpose } from '../../../engine/register.ts';
import { anonymousRole } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Reader } from '../../../engine/rows/reader.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Viewer } from '../subjects.ts';
import type { SeenAs } from './records/expected-view.ts';

/** From where requests come: a principal, with a purpose and a case or authority. */
export interface Standpoint {
  readonly name: string;
  /** Of each request, by their names in lower case: `authorization`, `privacy-purpose`, `privacy-case`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The principal of these headers; needed only where the application has no `authenticate` of its own. */
  readonly as?: Authenticated;
  /**
   * The ids of the data subjects for whom each relationship holds, of any kind; those of a relationship that is left out are not checked. The
   * gateway and its evidence read relationships with the same SQL, so a mistake in it is found only where this says what is right.
   */
  readonly related?: Readonly<Record<string, readonly string[]>>;
  /** The same for conditions. */
  readonly conditions?: Readonly<Record<string, readonly string[]>>;
}

/** A standpoint as predicates and policy lines know it. */
export interface Placed extends Standpoint, SeenAs {
  readonly viewer: Viewer;
}

/**
 * Finds the role, purpose, case and authority of a standpoint, as its headers and the application have them.
 * @throws PrivacyError SETTING_INVALID where no one can tell the principal
 */
export async function placeStandpoint(application: Application, reader: Reader, standpoint: Standpoint): Promise<Placed> {
  const { policy, authenticate, cases, authorities } = application;
  const { headers, name } = standpoint;
  if (!authenticate && !standpoint.as && headers['authorization'] !== undefined) {
    throw new PrivacyError('SETTING_INVALID', {
      problems: [`the standpoint “${name}” needs a member \`as\`, because the application has no \`authenticate\``],
    });
  }
  const found = standpoint.as ?? (await authenticate?.({ headers, method: 'POST' }));
  const role = found?.role ?? anonymousRole(policy.vocabulary);
  const authority = found?.authorityId === undefined ? undefined : await authorities.read(reader, found.authorityId, found.id);
  const { usualPurpose, heldBy } = policy.vocabulary.roles[role];
  // A purpose that does not exist is refused by the gateway, and no line has it.
  const declared = (headers['privacy-purpose'] as Purpose | undefined) ?? usualPurpose;
  const purpose = heldBy === 'ORGANISATION' ? authority?.purpose : declared;
  const caseId = headers['privacy-case'] ?? found?.caseId;
  const open =
    found && purpose !== undefined && caseId !== undefined ? await cases.find(reader, { id: found.id, role }, purpose, caseId) : undefined;
  const viewer: Viewer = {
    principalId: found?.id ?? null,
    role,
    purpose,
    caseId: typeof open === 'object' ? open.id : null,
    authorityId: authority?.inForce ? (found?.authorityId ?? null) : null,
    today: reader.today,
  };
  return { ...standpoint, role, purpose, named: new Set(authority?.inForce ? authority.categories : []), viewer };
}
