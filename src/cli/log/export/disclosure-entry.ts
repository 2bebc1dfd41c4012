import type { Entry } from '../../../log/entry/entry.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { commandEntry } from '../change/command-entry.ts';
import type { MadeBundle } from './make-bundle.ts';

/** The schema coordinates that the bundle releases of each data subject. */
const coordinates = [
  'AccessEntrySubject',
  'AccessEntrySubject.pseudonym',
  'AccessEntrySubject.relationship',
  'AccessEntrySubject.released',
  'AccessEntrySubject.withheld',
];

/** Creates the entry that records a bundle as a disclosure: it names the auditor, the authority and all data subjects. */
export function disclosureEntry(policy: Policy, { auditor, content, touched }: MadeBundle, now: Date): Entry {
  return commandEntry(
    policy,
    {
      name: 'export-log',
      role: auditor.role,
      purpose: auditor.purpose,
      principal: auditor.id,
      authority: content.engagement.authority,
      covers: [`ALL ${content.population.first}-${content.population.last}`],
      subjects: touched.map((id) => {
        const [released, withheld] = auditor.sees(id) ? [coordinates, []] : [[], coordinates];
        return { kind: 'subject', id, relationship: auditor.factOf(id)?.relationship ?? 'NONE', released, withheld };
      }),
    },
    now,
  );
}
