import type { Answered, Asked, TestGateway } from './gateway.ts';

/** Ten years, in seconds. */
const lifetime = 315_360_000;

/** Asks as a persona with a token that lasts for years: for tests in which the clock is moved on. */
export async function askLater(gateway: TestGateway, persona: string, query: string, asked: Asked = {}): Promise<Answered> {
  const { mandate, purpose, variables } = asked;
  const token = await gateway.token(persona, { lifetime, ...(mandate !== undefined && { mandate }) });
  return gateway.send({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(purpose !== undefined && { 'privacy-purpose': purpose }),
      ...(asked.case !== undefined && { 'privacy-case': asked.case }),
    },
    body: JSON.stringify({ query, variables }),
  });
}
