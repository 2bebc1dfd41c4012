import type { Authenticated, PresentedRequest } from 'need-to-know';

const [physician, clerk, researcher, insurer] = ['01', '02', '03', '04'].map((end) => `b0000000-0000-4000-8000-0000000000${end}`) as [
  string,
  string,
  string,
  string,
];

/** Who asks, by the tokens of this example. An application in use verifies a token of its identity provider here. */
const people: Readonly<Record<string, Authenticated>> = {
  ann: { id: 'a0000000-0000-4000-8000-000000000001', role: 'PATIENT' },
  ben: { id: 'a0000000-0000-4000-8000-000000000002', role: 'PATIENT' },
  physician: { id: physician, role: 'PHYSICIAN' },
  clerk: { id: clerk, role: 'BILLING_CLERK' },
  researcher: { id: researcher, role: 'RESEARCHER' },
  insurer: { id: insurer, role: 'INSURER', authorityId: 'd0000000-0000-4000-8000-000000000001' },
  'insurer-of-another': { id: insurer, role: 'INSURER', authorityId: 'd0000000-0000-4000-8000-000000000002' },
};

/** @throws Error for a token that is not one of these */
export async function readPeople({ headers }: PresentedRequest): Promise<Authenticated | undefined> {
  if (headers.authorization === undefined) return undefined;
  const [, name = ''] = /^Bearer ([\w-]+)$/.exec(String(headers.authorization)) ?? [];
  const found = Object.hasOwn(people, name) ? people[name] : undefined;
  if (!found) throw new Error('an unknown token');
  return found;
}
