import type { ResidentRow } from './tables.ts';

/** The person gave the address, and opened the link that was mailed to it. */
export function provenSince(email: string | null, at: string): Pick<ResidentRow, 'email_set_by' | 'email_set_at' | 'email_proven_at'> {
  const isThere = email !== null;
  return { email_set_by: isThere ? 'SELF' : null, email_set_at: isThere ? at : null, email_proven_at: isThere ? at : null };
}

/** Nothing waits to be proven. */
export const nothingWaits = { waiting_email: null, waiting_set_by: null, waiting_asked_by: null, waiting_until: null } as const;
