import type { Person } from '../clinic/people.ts';
import type { Answered } from './system.ts';

/** Posts an operation as a client does. */
export async function post(url: string, person: Person, operation: string): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(person !== 'anonymous' && { authorization: `Bearer ${person}` }) },
    body: JSON.stringify({ query: operation }),
  });
  return { status: response.status, text: await response.text() };
}
