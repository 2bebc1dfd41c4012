import type { Logger } from 'pino';
import type { Publication } from '../../../src/log/store/publication/publication.ts';
import type { LogKeyStore } from '../../../src/log/store/publication/log-key-store.ts';
import type { Dependencies } from '../../../src/server/spine/runtime.ts';
import type { AnonymousSenders } from '../../../src/town/requests/senders/anonymous-senders.ts';
import type { TestDatabase } from '../database/cluster.ts';

/** The dependencies that a suite replaces. */
export interface Overrides extends Partial<Dependencies> {
  readonly logKeys?: LogKeyStore;
  /** Default: real ones, with `smtpUrl`. */
  readonly anonymousSenders?: AnonymousSenders;
  /** The clock of gateway and tokens, where the log must be dated as PostgreSQL numbers it. */
  readonly clock?: () => Date;
  /** When the tree of the log is published, and how it is padded; default: at once, without padding. */
  readonly publication?: Publication;
  /** A mail server; default: people without an account cannot ask. */
  readonly smtpUrl?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** The address that proofs of partners name. */
  readonly gatewayUrl?: string;
  /** Whether it builds its own schema, and counts the failures of its resolvers; default: only under another policy. */
  readonly ownSchema?: boolean;
  /** Further parts over the database. They stop with the gateway. */
  readonly openParts?: (database: TestDatabase, log: Logger) => Promise<Partial<Dependencies> & { readonly stop: () => Promise<void> }>;
}
