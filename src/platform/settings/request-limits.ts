import { z } from 'zod';
import { fewestBits, isTooWide, trustProxies } from '../network/trust-proxies.ts';

const count = (usual: number) => z.coerce.number().int().min(1).max(1_000_000).default(usual);

const proxy = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

// What the server would refuse later is refused here. It would take more than addresses in full, such as `1` or `loopback`.
function canBeTrusted(proxies: readonly string[]): boolean {
  if (!z.array(proxy).safeParse(proxies).success) return false;
  try {
    trustProxies(proxies.filter((one) => !isTooWide(one)));
    return true;
  } catch {
    return false;
  }
}

/** The settings that bound what one principal or one address may ask for. They are part of the settings in config.ts. */
export const requestLimitSettings = {
  REQUESTS_PER_PRINCIPAL: count(4).describe(
    'Requests of one principal that are served at once; of one network address where no principal signed in. More wait for their turn.',
  ),
  WAITING_PER_PRINCIPAL: count(32).describe(
    'Requests of one principal or address that wait for their turn. More get 429 with `Retry-After`.',
  ),
  REFUSED_DOCUMENTS_PER_MINUTE: count(30).describe(
    'Documents of one principal or address that are refused in a minute before the next ones get 429 unread.',
  ),
  ANONYMOUS_CODES_PER_ADDRESS: count(5).describe(
    'Codes that one network address may have mailed in an hour without an account, requests that it may try to file, and wrong codes of states that it may try.',
  ),
  ANONYMOUS_CODES_IN_TOTAL: count(200).describe(
    'Codes that may be mailed in an hour without an account, over all addresses and instances; each lets one request be filed.',
  ),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((address) => address !== ''))
    .refine(canBeTrusted, { abort: true, message: 'must be IP addresses or ranges, separated by commas' })
    .refine(
      (proxies) => !proxies.some(isTooWide),
      `a range is too wide: IPv4 ranges begin at /${fewestBits.ipv4} and IPv6 ranges at /${fewestBits.ipv6}. Name the proxies themselves: every address of a range can choose its clients’ addresses`,
    )
    .describe(
      'IP addresses or ranges of the reverse proxies before the gateway, separated by commas. Only their `X-Forwarded-For` tells the address of a client.',
    ),
} as const;

const shape = z.object(requestLimitSettings);

/** How much one principal, or one network address without a principal, may ask for. */
export interface RequestLimits {
  /** Requests that are served at once. */
  readonly requests: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** Refused documents in a minute. */
  readonly refusedDocuments: number;
  /** Codes and tries to file without an account, in an hour. */
  readonly anonymousSenders: { readonly perAddress: number; readonly inTotal: number };
  /** IP addresses or ranges. */
  readonly trustedProxies: readonly string[];
}

/** The limits of parsed settings. */
export function requestLimitsOf(given: z.infer<typeof shape>): RequestLimits {
  return Object.freeze({
    requests: given.REQUESTS_PER_PRINCIPAL,
    waiting: given.WAITING_PER_PRINCIPAL,
    refusedDocuments: given.REFUSED_DOCUMENTS_PER_MINUTE,
    anonymousSenders: Object.freeze({ perAddress: given.ANONYMOUS_CODES_PER_ADDRESS, inTotal: given.ANONYMOUS_CODES_IN_TOTAL }),
    trustedProxies: Object.freeze(given.TRUSTED_PROXIES),
  });
}

/** The limits without any setting, for tests and benchmarks. */
export const usualRequestLimits: RequestLimits = requestLimitsOf(shape.parse({}));
