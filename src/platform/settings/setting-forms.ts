import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { fewestBits, isTooWide, trustProxies } from '../network/network-address.ts';
import { isTimeZone } from '../time/calendar.ts';
import { databaseUrlProblem, decodeUrlPart } from './connection-options.ts';
import { parseSecretSource } from './secret-source.ts';

// The forms of settings. A problem is a fixed sentence that quotes nothing of the value: a setting can hold a password.

export const text = z.string();

/** A whole number between two others, each included. */
export function whole(least: number, most: number) {
  const problem = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
}

export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return z.enum(values, `must be one of ${values.join(', ')}`);
}

/** Whether a value is this one. */
export const is = (wanted: string) => (given: string) => given === wanted;

export const absolute = (path: string): string => resolve(path);

export const address = z.url('must be an address (URL)');

export const issuerAddress = address.refine((url) => /^https?:.*\/oidc$/.test(url), 'must be an address that ends with /oidc');

const split = (list: string, between: RegExp): string[] => list.split(between).filter((word) => word !== '');

/** Words with spaces between. They may hold commas. */
export const words = text
  .default('')
  .transform((list) => split(list, /\s+/))
  .readonly();

/** Absolute paths. */
export const files = words.transform((list) => list.map(absolute)).readonly();

const commaOrSpace = /[\s,]+/;
const listed = text
  .default('')
  .transform((list) => split(list, commaOrSpace))
  .readonly();

/** An origin is what browsers send (RFC 6454): scheme, host and port, and nothing else. */
export const origins = listed.refine(
  (list) => list.every((origin) => /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin),
  'must be origins such as https://staff.example, separated by commas, without a wildcard',
);

export const domains = text
  .transform((list) => split(list, commaOrSpace).map(domainToASCII))
  .refine((list) => list.every((domain) => domain.includes('.')), 'must be domains, with spaces or commas between')
  .readonly();

export const proxies = listed
  .refine(canBeTrusted, { abort: true, message: 'must be IP addresses or ranges, separated by commas' })
  .refine(
    (list) => !list.some(isTooWide),
    `a range is too wide: IPv4 ranges begin at /${fewestBits.ipv4} and IPv6 ranges at /${fewestBits.ipv6}. Name the proxies themselves: every address of a range can choose its clients’ addresses`,
  );

// Refuses here everything that the server would refuse later. The server would also accept short forms such as `1` or `loopback`.
function canBeTrusted(list: readonly string[]): boolean {
  if (!z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).safeParse(list).success) return false;
  try {
    trustProxies(list.filter((one) => !isTooWide(one)));
    return true;
  } catch {
    return false;
  }
}

export const mailAddress = text.regex(z.regexes.email, 'must be a mail address');

export const timeZone = text.refine(isTimeZone, 'must be the name of a time zone, such as America/Edmonton');

export const logOrigin = text.regex(/^[^\s+]+$/, 'must have no space and no plus sign');

export const rolePrefix = text.regex(
  /^[a-z][a-z0-9_]{0,30}_$/,
  'must be small letters, digits and underscores, with an underscore at the end',
);

export const secretSource = text.refine(
  (source) => parseSecretSource(source, {}) !== undefined,
  'must be folder:PATH, environment, or command:PROGRAM with an argument that holds {name}',
);

const mostWorkers = 99;
export const workers = text.regex(/^(?:auto|[1-9]\d?)$/, `must be auto or a whole number from 1 to ${mostWorkers}`);
export const countWorkers = (given: string): number => (given === 'auto' ? Math.min(availableParallelism(), mostWorkers) : Number(given));

/** A JSON array. */
export function jsonArray<Item extends z.ZodType>(item: Item) {
  const parsed = text.default('[]').transform((json, context): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  });
  return parsed.pipe(z.array(item).readonly());
}

export const issuer = z
  .strictObject({
    issuer: address,
    /** Where the issuer's keys are: an http or https address, or a file's path. */
    jwks: text.min(1),
  })
  .readonly();

export const app = z.strictObject({
  id: text.regex(/^[\w.-]{1,100}$/, 'must be ids of letters, digits, dots and dashes'),
  name: text.min(1).max(100),
  redirectUris: z
    .array(text.refine(isRedirectUri, 'must be redirect URIs: https, http at a loopback address, or a private scheme with a dot'))
    .min(1)
    .readonly(),
});

/** RFC 8252: a claimed https address, a loopback address, or a private-use scheme in reverse domain notation. */
function isRedirectUri(uri: string): boolean {
  if (!URL.canParse(uri) || uri.includes('#')) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return ['127.0.0.1', '[::1]'].includes(hostname);
  return protocol.includes('.');
}

/** A text in which a function finds no problem. */
function checked(problemOf: (given: string) => string | undefined) {
  return text.superRefine((given, context) => {
    const message = problemOf(given);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
}

/** Files of certificates that it names are read. */
export const databaseUrl = checked(databaseUrlProblem).optional();

export const mailServer = checked(mailServerProblem).transform((url) => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return Object.freeze({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    /** Whether TLS begins with the connection. Otherwise STARTTLS. */
    secure,
    /** Whether a connection without TLS is refused. */
    needsTls: !secure && !['localhost', '127.0.0.1', '[::1]'].includes(hostname),
    account: username === '' ? undefined : Object.freeze({ user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
  });
});

function mailServerProblem(url: string): string | undefined {
  if (!URL.canParse(url)) return 'must be a URL such as smtps://name:password@mail.example';
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(url);
  if (!/^smtps?:$/.test(protocol)) return 'must begin with smtps:// or smtp://';
  if (hostname === '') return 'must name a host';
  // A library that reads such a URL takes options from it, also those that leave out the check of certificates.
  if (!['', '/'].includes(pathname) || search !== '' || hash !== '') return 'must end after host and port';
  if ((username === '') !== (password === '')) return 'must have both name and password, or neither';
  const isDecoded = [username, password].every((part) => decodeUrlPart(part) !== undefined);
  return isDecoded ? undefined : 'has a name or password with a wrong percent sign: write it as %25';
}
