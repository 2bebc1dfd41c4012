import type { Purpose } from '../generated/schema.ts';

export const counter: readonly Purpose[] = ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'];
export const people = ['Query.resident', 'Query.residents'] as const;
/** A card finds the person who shows it; its number is shown to nobody at the counter. */
export const counterSearch = [...people, 'Query.residentByCard'] as const;
export const entries = ['Query.accessEntries', 'Query.disclosures'] as const;
/** The entries with their proofs, which reveal their places in the log. */
export const log = [...entries, 'Query.accessLog'] as const;
export const tickets = ['Query.ticket', 'Query.tickets'] as const;
export const withoutAccount = ['Mutation.sendContactCode', 'Mutation.fileRequest', 'Query.requestState'] as const;
export const requests = ['Query.request', 'Query.requests'] as const;
