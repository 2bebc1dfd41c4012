import { join } from 'node:path';
import type { Config } from '../../src/platform/settings/config.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';

/** The authorization server that the gateway believes, and the address of the gateway that proofs name. */
export const benchIssuer = 'https://need-to-know.bench.example/oidc';
export const benchGatewayUrl = 'https://need-to-know.bench.example/graphql';

/**
 * The environment variables of a gateway in production, over a benchmark's town.
 * @param trusted the value of TRUSTED_ISSUERS
 * @param numbered whether the gateway numbers its log
 */
export function gatewayEnvironment(
  { dataDirectory }: Pick<Config, 'dataDirectory'>,
  { gateway, sequencer }: Pick<DatabaseRoles, 'gateway' | 'sequencer'>,
  trusted: string,
  numbered: boolean,
): Readonly<Record<string, string>> {
  return {
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: gateway,
    DATABASE_SEQUENCER_URL: sequencer,
    DATA_DIR: dataDirectory,
    // In production, a gateway may not read the secrets of the other roles.
    SECRETS: `folder:${join(dataDirectory, 'serving')}`,
    TRUSTED_ISSUERS: trusted,
    // The credentials of the benchmark are stored by hand.
    IDENTITY: 'off',
    IDENTITY_ISSUER: benchIssuer,
    TOKEN_MAX_LIFETIME: '86400',
    // One clerk stands for all of the load.
    REQUESTS_PER_PRINCIPAL: '1000',
    LOG_LEVEL: 'error',
    SEQUENCER: numbered ? 'on' : 'off',
  };
}
