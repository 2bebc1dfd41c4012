import type { Purpose } from '../../../engine/register.ts';
import { z } from 'zod';
import { rolesOf, wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Enrichment } from './enrich-details.ts';
import { mandateType, type MandateDetails } from './mandate-details.ts';

/** The details of a request, or why they are refused (RFC 9396, `invalid_authorization_details`). */
export type ParsedDetails =
  | { readonly kind: 'details'; readonly details: MandateDetails }
  /** `problem`: one sentence in ASCII, for `error_description`. It repeats nothing that was sent. */
  | { readonly kind: 'refused'; readonly problem: string };

/** The most entries of the lists. Of categories, there can be each one once. */
export const mostEntries = { fields: 200, subjects: 100 } as const;

const uuid = z.guid().transform((id) => id.toLowerCase());
const coordinate = z
  .string()
  .max(200)
  .regex(/^[A-Z]\w*\.[a-z]\w*$/);

function formOf({ roles, categories }: Pick<Vocabulary, 'roles' | 'categories'>) {
  const purposes = new Set(rolesOf({ roles }, 'ORGANISATION').map((role) => roles[role].organisation!.purpose));
  const all = wordsOf(categories);
  return z.strictObject({
    type: z.literal(mandateType),
    mandate: uuid,
    actions: z.tuple([z.literal('read')]),
    purpose: z.custom<Purpose>((value) => purposes.has(value as Purpose)),
    categories: distinct(z.enum(all), all.length).optional(),
    fields: distinct(coordinate, mostEntries.fields).optional(),
    subjects: distinct(uuid, mostEntries.subjects).optional(),
  });
}

const enrichment: readonly string[] = [
  'authority',
  'reference',
  'not_before',
  'not_after',
  'read_limit',
  'policy_version',
  'onward_use',
] satisfies (keyof Enrichment)[];

function distinct<Entry extends z.ZodType>(entry: Entry, most: number) {
  return z
    .array(entry)
    .min(1)
    .max(most)
    .refine((entries) => new Set(entries).size === entries.length);
}

/** Reads authorization details. */
export interface DetailsForm {
  /**
   * Reads the authorization details of a partner's request. Exactly one, of the one type, and only with members that are known: unknown
   * members must not be granted. Whether the mandate allows it, `checkGrant` decides. Pure.
   * @param given the parameter `authorization_details` as JSON value
   */
  parse(given: unknown): ParsedDetails;
  /**
   * Reads details as they were granted: what `enrichDetails` added is left out.
   * @throws Error if they are not what the authorization server grants
   */
  parseGranted(granted: unknown): MandateDetails;
}

/** Makes the form of a vocabulary's details, once. */
export function createDetailsForm(vocabulary: Pick<Vocabulary, 'roles' | 'categories'>): DetailsForm {
  const form = formOf(vocabulary);
  const known = Object.keys(form.shape);
  const most = { ...mostEntries, categories: wordsOf(vocabulary.categories).length };
  const parse = (given: unknown): ParsedDetails => {
    if (!Array.isArray(given)) return refused('authorization_details must be an array');
    if (given.length !== 1) return refused('exactly one authorization detail is needed');
    const detail: unknown = given[0];
    if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return refused('an authorization detail must be an object');
    // `Object.keys` also lists a member `__proto__`, which JSON can have.
    if (Object.keys(detail).some((name) => !known.includes(name))) return refused('the authorization detail has an unknown member');
    for (const list of ['categories', 'fields', 'subjects'] as const) {
      const entries: unknown = (detail as Record<string, unknown>)[list];
      if (Array.isArray(entries) && entries.length > most[list]) return refused(`too many entries: ${list}`);
    }
    const { success, data, error } = form.safeParse(detail);
    if (success) return { kind: 'details', details: data };
    const wrong = known.filter((name) => error.issues.some(({ path }) => path[0] === name));
    return refused(`missing, malformed or doubled: ${wrong.join(', ')}`);
  };
  return {
    parse,
    parseGranted(granted) {
      const parsed = parse(Array.isArray(granted) ? granted.map(withoutEnrichment) : granted);
      if (parsed.kind === 'refused') throw new Error(parsed.problem);
      return parsed.details;
    },
  };
}

function withoutEnrichment(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null) return detail;
  return Object.fromEntries(Object.entries(detail).filter(([name]) => !enrichment.includes(name)));
}

function refused(problem: string): ParsedDetails {
  return { kind: 'refused', problem };
}
