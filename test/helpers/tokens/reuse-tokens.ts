import { personaNamed } from '../../../demo/personas.ts';
import { partnerOf } from '../../../src/town/policy/partners/partners.ts';
import type { Asked, TestGateway } from '../gateway/gateway.ts';

type Issue = (persona: string, asked: Asked) => ReturnType<TestGateway['token']>;

/**
 * Issues a token where none with the same claims was issued at the same instant: a client asks many times with one token. A partner gets a
 * new one each time, because its token is a row that suites remove.
 */
export function reuseTokens(issue: Issue, clock: () => Date): Issue {
  const issued = new Map<string, Promise<string>>();
  return (persona, asked) => {
    if (partnerOf(personaNamed(persona).role)) return issue(persona, asked);
    const key = JSON.stringify([persona, asked.assurance, clock()]);
    const token = issued.get(key) ?? issue(persona, asked);
    issued.set(key, token);
    return token;
  };
}
