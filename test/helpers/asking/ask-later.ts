import { askWithToken } from '../tokens/ask-with-token.ts';
import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';

/** Ten years, in seconds: the lifetime of a token in tests that move the clock. Their gateways must accept it. */
export const lifetime = 315_360_000;

/** Asks as a persona with a token that is valid for years. */
export async function askLater(gateway: TestGateway, persona: string, query: string, asked: Asked = {}): Promise<Answered> {
  const { mandate } = asked;
  const token = await gateway.token(persona, { lifetime, ...(mandate !== undefined && { mandate }) });
  return askWithToken(gateway.send, token, gateway.known(persona, query), gateway.known(persona, asked));
}
