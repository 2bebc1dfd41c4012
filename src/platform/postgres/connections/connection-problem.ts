import { causeOf } from '../../errors/error-cause.ts';

/** The problem of a failed connection and its remedy: by SQLSTATE, Node's error code or OpenSSL's, in this order. */
const problems: readonly (readonly [RegExp, string])[] = [
  [/^28/, 'the server refuses the role, its password, or a connection without TLS: check the URL, or add sslmode=verify-full'],
  [/^3D/, 'there is no such database: an administrator makes it with `privacy database prepare`'],
  [/^42501$/, 'the role may not do this: an administrator grants it with `privacy database prepare`'],
  [/^08P01$/, 'a pooler refuses the connection: check that it knows the role and its password, and that it reaches the server'],
  [/^53300$/, 'the server has no connection left: raise max_connections'],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'the server’s certificate is for another host: correct the host, or give the server a certificate for it',
  ],
  [/^CERT_HAS_EXPIRED$/, 'the server’s certificate has expired: renew it'],
  [
    /CERT|SIGNATURE|ISSUER/,
    'the server’s certificate is not signed by a trusted authority: set sslrootcert to the certificate of its authority',
  ],
  [/^NO_PASSWORD$/, 'the server asks for a password: put it into the URL, percent-encoded, or into PGPASSWORD'],
  [/^NO_TLS$/, 'the server has no TLS: turn it on, or choose sslmode=disable'],
  [/^(55P03|57014|STATEMENT_OVERDUE)$/, 'the server does not answer a statement in time: check its load, its locks and DEADLINE_STATEMENT'],
  [/^(ECONN|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_|EHOST|ENET|57P03)/, 'no server answers there: check host and port, and that it runs'],
];

/** The driver has a sentence and no code for these. */
function driverCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/does not support SSL|establishing an SSL/.test(error.message)) return 'NO_TLS';
  if (/client password must be/.test(error.message)) return 'NO_PASSWORD';
  if (error.message === 'Query read timeout') return 'STATEMENT_OVERDUE';
  return error.message === 'timeout expired' ? 'ETIMEDOUT' : undefined;
}

/** The problem of a failed connection as a sentence with its code; undefined if the error is not one of a connection. */
export function connectionProblem(error: unknown): string | undefined {
  const code = driverCode(error) ?? causeOf(error);
  const [, problem] = problems.find(([pattern]) => pattern.test(code)) ?? [];
  return problem && `${problem} (${code})`;
}
