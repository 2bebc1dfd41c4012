import { X509Certificate, createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { PrivacyError } from '../errors/errors.ts';

/** How to reach a PostgreSQL database as one of its roles. Every pool and client is made from these. */
export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** False: without TLS. It is never undefined: the driver would read PGSSLMODE. */
  readonly ssl: false | ConnectionOptions;
  /** Milliseconds until an attempt to connect fails. */
  readonly connectionTimeoutMillis: number;
}

/** The TLS modes of a URL, as in libpq. `allow` and `prefer` are refused: they fall back to no TLS. */
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
const parameters: ReadonlySet<string> = new Set(['sslmode', 'sslrootcert', 'sslcert', 'sslkey']);
/** Milliseconds. A start that cannot connect is refused within ten seconds. */
const connectTimeout = 5_000;

/**
 * Makes the options of a connection from its URL: `postgres://role:password@host:port/database?sslmode=verify-full`.
 * The TLS parameters mean what they mean in libpq: `require` encrypts; `verify-ca` checks who signed the server's
 * certificate, and so does `require` with `sslrootcert`; `verify-full` checks the host name too. Without
 * `sslrootcert`, `verify-full` trusts the authorities that Node knows. Without `sslmode`, there is no TLS.
 * @param setting the setting that holds the URL, for the error
 * @throws PrivacyError SETTING_INVALID, naming the setting and what is wrong; never the URL
 */
export function connectionOptions(url: string, setting = 'DATABASE_URL'): DatabaseConnection {
  try {
    return parse(url);
  } catch (error) {
    throw error instanceof UrlProblem ? new PrivacyError('SETTING_INVALID', { problems: [`${setting}: ${error.message}`] }) : error;
  }
}

/** The problem of a connection's URL; undefined: it is valid. */
export function databaseUrlProblem(url: string): string | undefined {
  try {
    parse(url);
    return undefined;
  } catch (error) {
    if (error instanceof UrlProblem) return error.message;
    throw error;
  }
}

class UrlProblem extends Error {}

function parse(url: string): DatabaseConnection {
  if (!URL.canParse(url)) throw new UrlProblem('must be a URL such as postgres://host/database');
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  if (!/^postgres(ql)?:$/.test(protocol)) throw new UrlProblem('must begin with postgres://');
  const unknown = [...searchParams.keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) throw new UrlProblem(`knows no parameters but ${[...parameters].join(', ')}`);
  const database = decodeUrlPart(pathname.slice(1));
  const [user, secret, host] = [username, password, hostname.replace(/^\[(.*)\]$/, '$1')].map(decodeUrlPart);
  if (!database || user === undefined || secret === undefined || !host) throw new UrlProblem('must name a host and a database');
  return {
    host,
    port: Number(port || 5_432),
    user,
    password: secret,
    database,
    ssl: tlsOf(searchParams, host),
    connectionTimeoutMillis: connectTimeout,
  };
}

/** Whether the host of a valid URL is this machine, so that no network is between. */
export function isLocal(url: string): boolean {
  const { host } = connectionOptions(url);
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.')) || host.startsWith('/');
}

function tlsOf(given: URLSearchParams, host: string): false | ConnectionOptions {
  const mode = given.get('sslmode') ?? 'disable';
  if (!(sslModes as readonly string[]).includes(mode)) throw new UrlProblem(`sslmode must be one of ${sslModes.join(', ')}`);
  const [ca, cert, key] = (['sslrootcert', 'sslcert', 'sslkey'] as const).map((name) => readPem(name, given.get(name)));
  if (mode === 'disable') {
    if (ca ?? cert ?? key) throw new UrlProblem('has a certificate but no TLS: add sslmode=verify-full');
    return false;
  }
  if ((cert === undefined) !== (key === undefined)) throw new UrlProblem('sslcert and sslkey go together');
  if (cert !== undefined && key !== undefined && !new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) {
    throw new UrlProblem('sslkey is not the key of sslcert');
  }
  if (mode === 'verify-ca' && ca === undefined) throw new UrlProblem('verify-ca needs sslrootcert, the certificate of your authority');
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert, key }),
    // The driver passes a name to TLS itself, but not an address.
    ...(isIP(host) !== 0 && { host }),
    rejectUnauthorized: mode !== 'require' || ca !== undefined,
    ...(mode !== 'verify-full' && { checkServerIdentity: () => undefined }),
  };
}

/** Reads a certificate or key now, so that a wrong file is refused at start. */
function readPem(name: string, path: string | null): string | undefined {
  if (path === null) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UrlProblem(`the file of ${name} cannot be read`);
  }
  try {
    return parsePem(name, text) && text;
  } catch {
    throw new UrlProblem(`the file of ${name} holds no ${name === 'sslkey' ? 'private key without a passphrase' : 'certificate'} (PEM)`);
  }
}

/** @throws Error if the text is not what the parameter names */
function parsePem(name: string, text: string): KeyObject | X509Certificate {
  return name === 'sslkey' ? createPrivateKey(text) : new X509Certificate(text);
}

/** The text of a part of a URL; undefined if it is wrongly encoded. */
export function decodeUrlPart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
