import type { ClaimsReader } from '../../identity/authentication/tokens/claims.ts';
import type { ApplicationParts, Role } from '../../engine/register.ts';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GroupCommit } from '../../log/store/staging/group-commit.ts';
import type { TreeWatch } from '../../log/store/publication/watch-tree.ts';
import type { MakeReceipts } from '../../log/store/publication/make-receipts.ts';
import type { ReadBudgets } from '../../engine/budgets/read-budgets.ts';
import type { Verifier } from '../../log/keys/verifier.ts';
import type { Calendar } from '../../platform/time/calendar.ts';
import type { Deadlines, RequestLimits } from '../../platform/settings/config.ts';
import type { TimeShares } from '../fairness/time-shares.ts';
import type { FairQueue, Admission } from '../fairness/fair-queue.ts';
import type { GatewayReadiness } from '../observe/readiness/open-readiness.ts';
import type { InTurn } from '../../engine/own-pages.ts';
import type { IdentityServer } from '../../identity/server/provider.ts';
import type { KnownSessions } from '../../identity/authentication/browsers/known-sessions.ts';
import type { SessionCookie } from '../../identity/authentication/browsers/session-cookie.ts';
import type { Sessions } from '../../identity/sessions/sessions.ts';
import type { OwnIssuer } from '../start/parts/own-issuer.ts';
import type { OwnAuthentication } from '../../identity/authentication/own-authentication.ts';
import type { PartnerTokens } from '../../identity/authentication/tokens/partner-tokens.ts';
import type { Proofs } from '../../identity/authentication/proofs/proofs.ts';
import type { TokenProblem } from '../../identity/authentication/tokens/refused-token.ts';
import type { KnownTokens } from '../../identity/authentication/tokens/known-tokens.ts';
import type { Acknowledgements } from '../../engine/purpose/purpose-texts.ts';
import type { Trust } from '../../identity/authentication/tokens/trust.ts';
import type { ReadReplica } from './document/plain-reads.ts';
import type { LogKeyStore } from '../../log/store/publication/log-key-store.ts';
import type { Markings } from '../../engine/markings/markings.ts';
import type { Planner } from '../../engine/plan/plan.ts';
import type { TrustedDocuments } from '../../engine/document/trusted-documents.ts';
import type { DocumentCheck } from '../../engine/document/check-document.ts';
import type { Application } from '../../engine/application.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import type { Executor } from '../../engine/execution/executor.ts';
import type { Cursors } from '../../engine/rows/cursors.ts';
import type { Pseudonyms } from '../../engine/rows/pseudonyms.ts';
import type { Observability } from '../observe/create-observability.ts';
import type { RunStage } from '../observe/stage-runner.ts';
import type { Apollo } from './document/apollo.ts';
import type { EnforcedSchema } from './document/build-schema.ts';
import type { CompareCandidate } from '../../engine/review/candidate/compare-candidate.ts';
import type { RequestLog } from '../observe/metrics/observe-http.ts';
import type { Principal } from '../../engine/purpose/principal.ts';

/** The dependencies of the gateway. Tests pass their own clock and ids. */
export interface Dependencies {
  readonly application: Application;
  /** The application's parts, for its resolvers. */
  readonly parts: ApplicationParts;
  /** Default: that of the application. */
  readonly policy?: Policy | undefined;
  /** A candidate policy: every decision is compared with it, and it is not enforced. */
  readonly candidate?: Policy | undefined;
  readonly orm: MikroORM;
  /** A streaming replica for plain reads; undefined: the primary serves all. */
  readonly replica?: ReadReplica | undefined;
  readonly trust: Trust;
  readonly audience: string;
  /** The embedded authorization server; undefined: there is none. */
  readonly ownIssuer?: OwnIssuer | undefined;
  /** The authorization server that this process serves; undefined: another process does, or none. */
  readonly identity?: IdentityServer | undefined;
  /** The cookie of browsers' sessions; undefined: none is accepted. */
  readonly sessionCookie?: SessionCookie | undefined;
  /** The sessions that this process makes and ends; undefined: another process does, or none. */
  readonly sessions?: Sessions | undefined;
  /** Serves the routes that exist only in development; undefined: none. */
  readonly serveDevelopment?: ((app: FastifyInstance, inTurn: InTurn) => Promise<void>) | undefined;
  /** Overdue background work while ready; default: nothing. */
  readonly delayed?: (() => readonly string[]) | undefined;
  /** The most seconds from `iat` to `exp` of a token. */
  readonly tokenMaxLifetime: number;
  readonly cursors: Cursors;
  readonly pseudonyms: Pseudonyms;
  /** The keys that sign the access log, and the witnesses whose cosignatures it accepts. */
  readonly logKeys: LogKeyStore;
  readonly witnesses: readonly Verifier[];
  readonly appends: GroupCommit;
  /** For entries that are committed with a change. */
  readonly makeReceipts: MakeReceipts;
  /** Default: the deadlines without any setting. */
  readonly deadlines?: Deadlines | undefined;
  /** Default: made from the deadlines. */
  readonly admission?: Admission | undefined;
  /** Default: the limits without any setting. */
  readonly requestLimits?: RequestLimits | undefined;
  /** Default: counted by the clock of the process. */
  readonly timeShares?: TimeShares | undefined;
  /** Without it, the gateway counts as ready. */
  readonly readiness?: GatewayReadiness | undefined;
  /** Checks that promised entries reach the tree; undefined: it is not checked. */
  readonly tree?: Pick<TreeWatch, 'remember' | 'remind'> | undefined;
  readonly log: Logger;
  /** Metrics and traces; default: metrics that are not served. */
  readonly observability?: Observability | undefined;
  /** Documents that applications registered; undefined: none. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
  /** The folder of the built pages; undefined: none are served. */
  readonly pages?: string | undefined;
  /** Origins whose pages may send requests; default: only the gateway's own. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Logs requests; default: they are not logged. */
  readonly requestLog?: RequestLog | undefined;
  readonly now: () => Date;
  /** The days of the municipality; default: those of the usual time zone. */
  readonly calendar?: Calendar | undefined;
  readonly newId: () => string;
  /** Makes the ids of HTTP requests, which every answer shows; default: random ones. */
  readonly newRequestId?: (() => string) | undefined;
  /** The schema with `policy` enforced on it. */
  readonly enforced: EnforcedSchema;
  /** The executor of operations; default: the compiled executor. */
  readonly executor?: Executor | undefined;
}

/** Everything that the stages use, made once at start. */
export interface Runtime extends Omit<Dependencies, 'enforced' | 'application'> {
  /** Without its policy: `policy` is the one that is enforced. */
  readonly application: Omit<Application, 'policy'>;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly observability: Observability;
  /** Runs a stage and measures it. */
  readonly stage: RunStage;
  readonly apollo: Apollo;
  readonly schema: GraphQLSchema;
  readonly markings: Markings;
  readonly documentCheck: DocumentCheck;
  readonly planner: Planner;
  readonly executor: Executor;
  readonly claims: ClaimsReader;
  /** That of an application with its own; undefined: sessions and tokens. */
  readonly ownAuthentication?: OwnAuthentication | undefined;
  /** A caller without a token. */
  readonly anonymous: Principal;
  readonly knownTokens: KnownTokens;
  readonly knownSessions: KnownSessions;
  readonly proofs?: Proofs | undefined;
  readonly partnerTokens?: PartnerTokens | undefined;
  readonly reportRefused: (problem: TokenProblem) => void;
  readonly acknowledgements: Acknowledgements;
  readonly readBudgets: ReadBudgets;
  readonly admission: Admission;
  readonly fairQueue: FairQueue;
  /** The part of the schema that introspection shows to a role. */
  readonly views: (role: Role) => GraphQLSchema;
  /** Undefined without a candidate. */
  readonly compareCandidate?: CompareCandidate | undefined;
}
