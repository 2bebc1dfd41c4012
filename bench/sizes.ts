import { issueToken } from '../test/helpers/tokens/issuer.ts';
import { personaNamed } from '../demo/personas.ts';
import type { Limits, Figure, Report } from './report.ts';
import { serve } from './numbered-gateway.ts';
import { openTown } from './town.ts';

/** Extensions of `me`, by the size of its data. */
export const limits: Limits = { 'me: extensions, by the data': { most: 1 } };

const operations = [
  {
    name: 'me',
    persona: 'resident',
    query: `{ me { id givenName familyName initials birthDate ageBand email emailHint phone mobilePhone
      address { street locality province postalCode } } }`,
    headers: {},
  },
  {
    name: 'the whole profile',
    persona: 'resident',
    query: `{ me { id givenName familyName initials birthDate ageBand email emailHint phone phoneHint mobilePhone
      address { street locality province postalCode } account { balance overdueAmount overdueSince creditCheckOpen }
      household { id members { givenName familyName } } guardianships { areas minor { id givenName birthDate } }
      purchases(first: 10) { totalCount edges { node { id quantity amount purchasedAt service { name } } } }
      tickets(first: 10) { totalCount edges { node { number subject status messages { body sentAt } } } } } }`,
    headers: {},
  },
  {
    name: 'a search of 50 rows',
    persona: 'customer-service',
    query: `{ residents(first: 50) { totalCount edges { node { id givenName familyName initials ageBand emailHint email birthDate
      address { street locality } } } } }`,
    headers: { 'privacy-purpose': 'SERVICE_PROVISION' },
  },
] as const;

/** The forms of report that a client can ask for. A gateway of an earlier version ignores them. */
const forms = {
  usual: {},
  'id of the receipt': { 'privacy-receipt': 'id' },
  'full report': { 'privacy-report': 'full' },
} as const;

/** Measures the bytes of answers over HTTP: their data, and their extensions in each form. */
export async function sizes(): Promise<Report> {
  const town = await openTown();
  let close = async (): Promise<void> => undefined;
  try {
    const served = await serve(town.config, await town.database('sizes', 200));
    close = () => served.close();
    const results: Figure[] = [];
    const ratios: Record<string, number> = {};
    for (const { name, persona, query, headers } of operations) {
      const { principal, role, purposes } = personaNamed(persona);
      const token = await issueToken(town.config, { subject: principal, role, purposes, now: new Date() });
      for (const [form, own] of Object.entries(forms)) {
        const response = await fetch(served.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers, ...own },
          body: JSON.stringify({ query }),
        });
        const { data, errors, extensions } = (await response.json()) as { data?: object; errors?: object; extensions?: object };
        if (!data || errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
        const bytes = { data: size(data), extensions: size(extensions) };
        if (form === 'usual') results.push({ case: name, contender: 'data', median: bytes.data, unit: 'B' });
        results.push({ case: name, contender: `extensions, ${form}`, median: bytes.extensions, unit: 'B' });
        if (form === 'usual') ratios[`${name}: extensions, by the data`] = bytes.extensions / bytes.data;
      }
    }
    return { bench: 'sizes', results, ratios };
  } finally {
    await close();
    await town.close();
  }
}

function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
