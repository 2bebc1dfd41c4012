/**
 * Tells principals apart: who acts (`sub` of an issuer), in which capacity (`roles`) and under which mandate (RFC 9068 and the
 * gateway's claims). It decides nothing but when to forget, so the signature is not checked.
 * @returns the same text for every token of one principal; a token that cannot be read is a principal of its own
 */
export function principalOf(token: string | undefined): string {
  if (token === undefined) return 'nobody';
  try {
    const { iss, sub, roles, mandate } = JSON.parse(claimsOf(token)) as Readonly<Record<string, unknown>>;
    return JSON.stringify([iss, sub, roles, mandate]);
  } catch {
    return token;
  }
}

function claimsOf(token: string): string {
  const [, claims = ''] = token.split('.');
  const bytes = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.codePointAt(0)!));
}
