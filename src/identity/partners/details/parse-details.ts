import type { Purpose } from '../../../engine/register.ts';
import { z } from 'zod';
import { DataCategory } from '../../../town/graphql/generated/schema.ts';
import { partnerRoles, partners, type PartnerPurpose } from '../../../town/policy/partners.ts';
import type { Enrichment } from './enrich-details.ts';
import { mandateType, type MandateDetails } from './mandate-details.ts';

/** The details of a request, or why they are refused (RFC 9396, `invalid_authorization_details`). */
export type ParsedDetails =
  | { readonly kind: 'details'; readonly details: MandateDetails }
  /** `problem`: one sentence in ASCII, for `error_description`. It repeats nothing that was sent. */
  | { readonly kind: 'refused'; readonly problem: string };

/** The most entries of each list. */
export const mostEntries = { categories: Object.keys(DataCategory).length, fields: 200, subjects: 100 } as const;

const purposes: readonly Purpose[] = partnerRoles.map((role) => partners[role].purpose);
const uuid = z.guid().transform((id) => id.toLowerCase());
const coordinate = z
  .string()
  .max(200)
  .regex(/^[A-Z]\w*\.[a-z]\w*$/);

const members = {
  type: z.literal(mandateType),
  mandate: uuid,
  actions: z.tuple([z.literal('read')]),
  purpose: z.custom<PartnerPurpose>((value) => purposes.some((purpose) => purpose === value)),
  categories: distinct(z.enum(DataCategory), mostEntries.categories).optional(),
  fields: distinct(coordinate, mostEntries.fields).optional(),
  subjects: distinct(uuid, mostEntries.subjects).optional(),
};

const form = z.strictObject(members);
const enrichment: readonly string[] = [
  'authority',
  'reference',
  'not_before',
  'not_after',
  'read_limit',
  'policy_version',
  'onward_use',
] satisfies (keyof Enrichment)[];
const known: readonly string[] = Object.keys(members);

function distinct<Entry extends z.ZodType>(entry: Entry, most: number) {
  return z
    .array(entry)
    .min(1)
    .max(most)
    .refine((entries) => new Set(entries).size === entries.length);
}

/**
 * Reads the authorization details of a partner's request. Exactly one, of the one type, and only with members that are known: what
 * is not understood must not be granted. Whether the mandate allows it, `checkGrant` decides. Pure.
 * @param given the parameter `authorization_details` as JSON value
 */
export function parseDetails(given: unknown): ParsedDetails {
  if (!Array.isArray(given)) return refused('authorization_details must be an array');
  if (given.length !== 1) return refused('exactly one authorization detail is needed');
  const detail: unknown = given[0];
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return refused('an authorization detail must be an object');
  // `Object.keys` also lists a member `__proto__`, which JSON can have.
  if (Object.keys(detail).some((name) => !known.includes(name))) return refused('the authorization detail has an unknown member');
  for (const list of ['categories', 'fields', 'subjects'] as const) {
    const entries: unknown = (detail as Record<string, unknown>)[list];
    if (Array.isArray(entries) && entries.length > mostEntries[list]) return refused(`too many entries: ${list}`);
  }
  const { success, data, error } = form.safeParse(detail);
  if (success) return { kind: 'details', details: data };
  const wrong = known.filter((name) => error.issues.some(({ path }) => path[0] === name));
  return refused(`missing, malformed or doubled: ${wrong.join(', ')}`);
}

/**
 * Reads details as they were granted: what `enrichDetails` added is left out.
 * @throws Error if they are not what the authorization server grants
 */
export function parseGranted(granted: unknown): MandateDetails {
  const asked = Array.isArray(granted) ? granted.map(withoutEnrichment) : granted;
  const parsed = parseDetails(asked);
  if (parsed.kind === 'refused') throw new Error(parsed.problem);
  return parsed.details;
}

function withoutEnrichment(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !enrichment.includes(name)));
}

function refused(problem: string): ParsedDetails {
  return { kind: 'refused', problem };
}
