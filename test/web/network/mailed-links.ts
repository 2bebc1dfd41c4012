import { demoAccounts } from '../../../demo/accounts.ts';
import type { LinkKind } from '../../../src/identity/accounts/mails/links.ts';
import { digestOf } from '../../../src/identity/accounts/mails/secret-token.ts';
import { linkPaths } from '../../../src/identity/server/addresses.ts';
import type { TestDatabase } from '../../helpers/database/cluster.ts';

/** The path of the link of a mail; its token is known. */
export function linkPathOf(kind: LinkKind): string {
  return `/oidc/account/${linkPaths[kind]}/${tokenOf(kind)}`;
}

/** Stores a link of each kind, as if it had been asked for. No page uses it up by being opened. */
export async function storeMailedLinks(database: TestDatabase, now: Date): Promise<void> {
  const { id } = demoAccounts.find(({ persona }) => persona === 'neighbour')!;
  for (const kind of Object.keys(linkPaths) as LinkKind[])
    await database.asOwner(`insert into identity.link (hash, kind, email, account_id, valid_until) values ($1, $2, $3, $4, $5)`, [
      digestOf(tokenOf(kind)),
      kind,
      'ottoline.fairweather@mail.example',
      id,
      new Date(now.getTime() + 7_200_000),
    ]);
}

function tokenOf(kind: LinkKind): string {
  return `token-for-${kind.toLowerCase()}`;
}
