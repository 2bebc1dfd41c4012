import type { Role } from '../../../engine/register.ts';
import type { PageWording } from '../../wording/page-wording.ts';

/** The name of a capacity that people read. */
export function capacityName(names: PageWording['roles'], role: Role): string {
  return role in names ? names[role as keyof typeof names] : role;
}
