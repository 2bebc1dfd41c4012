import type { Reader } from '../../../engine/rows/reader.ts';
import { rootFieldLine, openLine } from '../../../engine/policy/decision/enter.ts';
import { decide } from '../../../engine/policy/decision/decide.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Application, Engagement } from '../../../engine/application.ts';
import type { Purpose, Role } from '../../../engine/register.ts';
import { logReader, subjectPseudonym, type Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { RelationshipFact } from '../../../engine/rows/row.ts';

/** The auditor's view of data subjects: whose history may be seen, and the pseudonyms. */
export interface Auditor {
  readonly id: string;
  readonly role: Role;
  readonly purpose: Purpose;
  /** Whether this person's history may be seen; false until `meet` has looked them up. */
  sees(subject: string): boolean;
  factOf(subject: string): RelationshipFact | undefined;
  pseudonymOf(subject: string): string;
  /** Looks up the auditor's relationships to these people. */
  meet(reader: Reader, subjects: readonly string[]): Promise<void>;
}

/**
 * The auditor of an engagement, treated as in the gateway: the same policy decides, the same look-up finds relationships,
 * and people have the same pseudonyms.
 * @throws {PrivacyError} AUTHORITY_NOT_IN_FORCE, FIELD_NOT_PERMITTED
 */
export function openAuditor(
  { policy, relationships }: Pick<Application, 'policy' | 'relationships'>,
  authorityId: string,
  { auditorId, role, purpose, inForce, categories }: Engagement,
  pseudonyms: Pseudonyms,
): Auditor {
  if (!inForce) throw new PrivacyError('AUTHORITY_NOT_IN_FORCE');
  const named = new Set(categories);
  if (!openLine(policy, 'Query.accessEntries', { role, purpose, named })) {
    const needed = rootFieldLine(policy, 'Query.accessEntries', role, purpose)?.needs;
    const isUnnamed = needed !== undefined && !named.has(needed);
    throw new PrivacyError('FIELD_NOT_PERMITTED', { problems: isUnnamed ? [`--engagement: its authority must name ${needed}`] : [] });
  }
  const principal = { id: auditorId, role, partner: true, tokenPurposes: [purpose], authorityId, caseId: undefined } as const;
  const declaration = { purpose, openCase: undefined, authority: { id: authorityId, inForce, categories: named } } as const;
  const facts = new Map<string, RelationshipFact>();
  return {
    id: auditorId,
    role,
    purpose,
    factOf: (subject) => facts.get(subject),
    sees: (subject) => {
      const fact = facts.get(subject);
      if (!fact) return false;
      const holding = new Set([...fact.conditions, ...(named.has('ACCESS_HISTORY') ? (['CATEGORY_NAMED'] as const) : [])]);
      const { relationship } = fact;
      return decide(policy, { role, purpose, relationship, category: 'ACCESS_HISTORY', holding }).effect === 'PERMIT';
    },
    pseudonymOf: (subject) => subjectPseudonym(pseudonyms, logReader(role, auditorId, purpose), subject),
    meet: async (reader, subjects) => {
      for (const [subject, fact] of await relationships.lookUp(reader, principal, declaration, subjects)) facts.set(subject, fact);
    },
  };
}
