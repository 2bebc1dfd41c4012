import { usualTimeZone } from '../time/calendar.ts';
import { namesOf, setting, type Values } from './read-settings.ts';
import {
  absolute,
  address,
  app,
  countWorkers,
  databaseUrl,
  domains,
  files,
  is,
  issuer,
  issuerAddress,
  jsonArray,
  logOrigin,
  mailAddress,
  mailServer,
  oneOf,
  origins,
  proxies,
  rolePrefix,
  secretSource,
  text,
  timeZone,
  whole,
  words,
  workers,
} from './setting-forms.ts';

/** The least value of `MOST_CONNECTIONS`. */
export const leastConnections = 10;
/** The least value of `MOST_BODY_BYTES`: the largest body counts five megabytes once it is parsed. */
export const leastBodyBytes = 8_388_608;
/** The most seconds between two publications: one of three within what a receipt promises, so that a failed one can be repeated. */
export const longestPublication = 20;
/** Milliseconds within which a receipt promises a number: `maximumMergeDelay` of the log. */
const promisedNumber = 60_000;

const port = whole(0, 65_535);
const milliseconds = whole(100, 600_000);
const count = whole(1, 1_000_000);

/**
 * The settings: for each value of the configuration, the environment variable that gives it, its form, its default and what it means.
 * The type `Config`, the errors and docs/configuration.md derive from this table. Rules between settings are in setting-rules.ts.
 */
export const settings = {
  port: setting('PORT', port.default(4_000)).describe('The port of the gateway; 0 picks a free one.'),
  host: setting('HOST', text.default('127.0.0.1')).describe('The address to listen at.'),
  databaseUrls: {
    gateway: setting(
      'DATABASE_URL',
      databaseUrl,
      'postgres://db.example/need_to_know?sslmode=verify-full&sslrootcert=/etc/need-to-know/ca.pem',
    ).describe(
      'Server and database of the gateway, and its TLS (`sslmode`, `sslrootcert`, `sslcert`, `sslkey` as in libpq). Role and password may be left out: the role’s name comes from `DATABASE_ROLE_PREFIX`, its password from the secret `database-gateway`. Without this setting, an embedded PostgreSQL starts under `DATA_DIR`; production needs it.',
    ),
    sequencer: setting('DATABASE_SEQUENCER_URL', databaseUrl).describe(
      'The same for the role that numbers the access log. Without it: the server of `DATABASE_URL`, with the secret `database-sequencer`.',
    ),
    eraser: setting('DATABASE_ERASER_URL', databaseUrl).describe(
      'The same for the role of `erase-approved` and `prune-log`. A production gateway refuses it.',
    ),
    identity: setting('DATABASE_IDENTITY_URL', databaseUrl).describe(
      'The same for the role of the authorization server. Without it: the server of `DATABASE_URL`, with the secret `database-identity`.',
    ),
    owner: setting('DATABASE_OWNER_URL', databaseUrl).describe(
      'The same for the role of `database migrate`. A production gateway refuses it.',
    ),
    administrator: setting('DATABASE_ADMINISTRATOR_URL', databaseUrl).describe(
      'An account that may create roles, for `database prepare` only. A production gateway refuses it.',
    ),
    replica: setting('DATABASE_READ_URL', databaseUrl).describe(
      'The URL of the same database at a streaming replica of the server of `DATABASE_URL`, for plain reads: rows of the tables that the application names, and nothing that decides who may see them; role and password are those of the gateway. It is used only while it has everything that was committed before a request. Without it, the server of `DATABASE_URL` serves all.',
    ),
  },
  databaseRolePrefix: setting('DATABASE_ROLE_PREFIX', rolePrefix.default('ntk_')).describe(
    'The beginning of the names of the database roles. Environments that share a server need different ones.',
  ),
  secrets: setting('SECRETS', secretSource.optional(), 'command:vault kv get -field={name} secret/need-to-know').describe(
    'Where the secrets come from: `folder:PATH`, `environment` (variables such as `SECRET_LOG_KEYS`), or `command:PROGRAM ARGUMENT…`, which is run without a shell and prints the secret that replaces `{name}`. Without it: the folder `secrets` of `DATA_DIR`.',
  ),
  dataDirectory: setting('DATA_DIR', text.default('.data').transform(absolute)).describe(
    'Folder of the secrets, the last signed checkpoint and the embedded database. Instances that share a database share it.',
  ),
  production: setting('NODE_ENV', oneOf('development', 'test', 'production').default('development').transform(is('production'))).describe(
    '`production` loads no demo and refuses the demo population. It needs `npm ci --omit=dev` only. A process that serves needs `production` if the database is on another machine, and needs this setting with any `DATABASE_URL`.',
  ),
  audience: setting('AUDIENCE', text.default('urn:need-to-know:gateway')).describe('The `aud` that access tokens must have.'),
  trustedIssuers: setting(
    'TRUSTED_ISSUERS',
    jsonArray(issuer),
    '[{"issuer": "https://id.example", "jwks": "https://id.example/jwks"}]',
  ).describe(
    'JSON: the issuers whose access tokens of people are accepted, with the address or file of their keys. Production needs at least one.',
  ),
  timeZone: setting('TIME_ZONE', timeZone.default(usualTimeZone)).describe(
    'The time zone of the municipality, by its name in the IANA database. Days begin and end in it, and times are given in it. All processes need the same.',
  ),
  tokenMaxLifetime: setting('TOKEN_MAX_LIFETIME', whole(1, 86_400).default(3_600)).describe(
    'The most seconds from `iat` to `exp` of an access token. Tokens that are valid for longer are refused, whichever issuer signed them.',
  ),
  demoPopulation: setting('POPULATION', oneOf('demo', 'none').optional()).describe(
    'The population of an empty database. Without it: `demo` for the embedded database, else `none`. Production refuses `demo`.',
  ),
  logLevel: setting('LOG_LEVEL', oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug').default('info')).describe(
    'The least severe log lines that are written.',
  ),
  policyDryRun: setting('POLICY_DRY_RUN', text.transform(absolute).optional()).describe(
    'A policy file (JSON). The gateway logs where this policy would decide differently, and does not enforce it.',
  ),
  sequencer: setting('SEQUENCER', oneOf('on', 'off').default('on').transform(is('on'))).describe(
    'Whether the gateway numbers the access log itself; `off` where `npm run -s sequencer` does it.',
  ),
  logOrigin: setting('LOG_ORIGIN', logOrigin.default('need-to-know.example/access-log')).describe(
    'The name of the access log in its checkpoints (C2SP tlog-checkpoint). Never change it for an existing log.',
  ),
  logPublicationSeconds: setting('LOG_PUBLICATION_SECONDS', whole(0, longestPublication).default(longestPublication)).describe(
    'The tree of the access log is published, padded, at each multiple of this many seconds since 1970. `0`: at once and without padding, which shows each entry in public; production refuses it.',
  ),
  logWitnesses: setting('LOG_WITNESSES', words).describe(
    'Verifier keys of the witnesses whose cosignatures are stored and served (C2SP vkeys), separated by spaces.',
  ),
  workers: setting('WORKERS', workers.default('1').transform(countWorkers)).describe(
    'How many processes serve at `PORT`; `auto`: as many as the processors that this one may use. With more than 1, a parent process starts, watches and replaces them, and serves the metrics of all.',
  ),
  metrics: {
    port: setting('METRICS_PORT', port.optional()).describe(
      'The port of `GET /metrics` for Prometheus; 0 picks a free one. Without it, no metrics are served.',
    ),
    host: setting('METRICS_HOST', text.default('127.0.0.1')).describe(
      'The address to serve metrics at. They hold nothing personal, and are served without sign-in.',
    ),
  },
  requestLog: setting('REQUEST_LOG', oneOf('off', 'on', 'addresses').optional()).describe(
    'Whether each HTTP request gets a line in the log; `addresses` adds the client’s address, which is personal. Without it: `on` in production, else `off`.',
  ),
  clients: {
    manifests: setting('TRUSTED_DOCUMENTS', files).describe(
      'Manifests of registered documents, separated by spaces: one JSON file for each application, as GraphQL Code Generator’s client preset writes it with `hashAlgorithm: "sha256"`. Clients may name these documents by their hash. Those of the gateway’s own pages need no setting.',
    ),
    trustedOnly: setting('TRUSTED_DOCUMENTS_ONLY', oneOf('true', 'false').default('false').transform(is('true'))).describe(
      'Whether every other document is refused. `true` is recommended in production.',
    ),
    origins: setting('CORS_ORIGINS', origins).describe(
      'Origins whose pages may send requests, in addition to the gateway’s own, separated by commas. Without it: none.',
    ),
  },
  deadlines: {
    connect: setting('DEADLINE_CONNECT', milliseconds.default(3_000)).describe('Milliseconds to open a connection to PostgreSQL.'),
    queue: setting('DEADLINE_QUEUE', milliseconds.default(2_000)).describe(
      'Milliseconds that a request waits for a connection of the pool, free or new.',
    ),
    statement: setting('DEADLINE_STATEMENT', milliseconds.default(5_000)).describe(
      'Milliseconds after which PostgreSQL ends a statement of the gateway. More than `DEADLINE_LOCK`. `database prepare` sets it for the gateway’s role, like the next two; a gateway with another value refuses to start.',
    ),
    lock: setting('DEADLINE_LOCK', milliseconds.default(2_000)).describe('Milliseconds that a statement of the gateway waits for a lock.'),
    idleTransaction: setting('DEADLINE_IDLE_TRANSACTION', milliseconds.default(10_000)).describe(
      'Milliseconds after which PostgreSQL ends a transaction of the gateway that does nothing.',
    ),
    request: setting('DEADLINE_REQUEST', milliseconds.default(8_000)).describe(
      'Milliseconds after which a request is given up: it gets 503 once its attempt is in the log, which may take as long again, and no further work of it begins. A connection to PostgreSQL that is in use for longer is closed. More than `DEADLINE_STATEMENT`.',
    ),
    headers: setting('DEADLINE_HEADERS', milliseconds.default(10_000)).describe(
      'Milliseconds that a client has to send the headers of a request.',
    ),
    body: setting('DEADLINE_BODY', milliseconds.default(30_000)).describe(
      'Milliseconds that a client has to send a whole request, and as many to read the answer. At least `DEADLINE_HEADERS`.',
    ),
    stop: setting('DEADLINE_STOP', milliseconds.default(15_000)).describe(
      'Milliseconds that a stop may take. Work that takes longer is abandoned. More than `DEADLINE_REQUEST`.',
    ),
    mostRequests: setting('MOST_REQUESTS', whole(1, 100_000).default(200)).describe(
      'How many requests are served at once. Ten times as many may be present, including those that wait for their turn. Further requests get 503 with `Retry-After`.',
    ),
    mostConnections: setting('MOST_CONNECTIONS', whole(leastConnections, 100_000).default(2_000)).describe(
      'How many connections of clients are open at once. Beyond it, the network address that has the most loses its latest one; each of a trusted proxy counts by itself.',
    ),
    mostBodyBytes: setting('MOST_BODY_BYTES', whole(leastBodyBytes, 17_179_869_184).default(67_108_864)).describe(
      'How many bytes of memory are used for bodies whose requests have not begun: they have not arrived as a whole, or wait. Beyond it, the network address that has the most gets 503 with `Retry-After` for its largest one.',
    ),
    mostStaged: setting('MOST_STAGED', whole(1, 100_000_000).default(100_000)).describe(
      'How many access entries may wait for a number. Beyond it, a request that must be logged gets 503 with `Retry-After`.',
    ),
    number: setting('DEADLINE_NUMBER', whole(promisedNumber, 86_400_000).default(300_000)).describe(
      'Milliseconds that the oldest access entry may wait for a number: at least as many as a receipt promises. Beyond it, a request that must be logged gets 503 with `Retry-After`. `/ready` fails after 60 seconds in any case.',
    ),
  },
  requestLimits: {
    requests: setting('REQUESTS_PER_PRINCIPAL', count.default(4)).describe(
      'Requests of one principal that are served at once; of one network address where no principal signed in. More wait for their turn.',
    ),
    waiting: setting('WAITING_PER_PRINCIPAL', count.default(32)).describe(
      'Requests of one principal or address that wait for their turn. More get 429 with `Retry-After`.',
    ),
    refusedDocuments: setting('REFUSED_DOCUMENTS_PER_MINUTE', count.default(30)).describe(
      'Documents of one principal or address that are refused in a minute before the next ones get 429 unread.',
    ),
    anonymousSenders: {
      perAddress: setting('ANONYMOUS_CODES_PER_ADDRESS', count.default(5)).describe(
        'Codes that one network address may have mailed in an hour without an account, requests that it may try to file, and wrong codes of states that it may try.',
      ),
      inTotal: setting('ANONYMOUS_CODES_IN_TOTAL', count.default(200)).describe(
        'Codes that may be mailed in an hour without an account, over all addresses and instances; each lets one request be filed.',
      ),
    },
    trustedProxies: setting('TRUSTED_PROXIES', proxies).describe(
      'IP addresses or ranges of the reverse proxies before the gateway, separated by commas. Only their `X-Forwarded-For` tells the address of a client.',
    ),
  },
  mail: {
    server: setting('SMTP_URL', mailServer.optional(), 'smtps://name:password@mail.example').describe(
      'The mail server. It sends links to people who register, choose a new password or change their address, notices about their accounts, and codes to people who ask without an account: `smtps://` for TLS from the start, `smtp://` for STARTTLS, which only a server on this machine may lack. Name and password stand in the URL. Without it: in production no one can register or get a new password, and requests need an account; elsewhere mails become files in `DATA_DIR/outbox`.',
    ),
    from: setting('MAIL_FROM', mailAddress.optional()).describe('The sender of mails. `SMTP_URL` needs it.'),
  },
  workMailDomains: setting('WORK_MAIL_DOMAINS', domains.optional(), 'town.example parks.example').describe(
    'The domains of the mail addresses that employees have at work. Only such an address is invited to the staff, and only an account with such an address accepts. A subdomain is another domain. Without it: in production no one is invited; elsewhere `town.example`.',
  ),
  identity: {
    isServed: setting('IDENTITY', oneOf('on', 'off').default('on').transform(is('on'))).describe(
      'Whether the gateway serves sign-ins itself, under `/oidc`; `off` where another process does, or none.',
    ),
    issuer: setting('IDENTITY_ISSUER', issuerAddress.optional(), 'https://need-to-know.example/oidc').describe(
      'The authorization server’s name (`iss`), which is its address as browsers and apps reach it. Access tokens of this issuer are accepted. Production needs https. Passkeys are for its host, which then must be a domain. Without it: this machine at `PORT`, where the embedded database is used and `PORT` is not 0 (`localhost` for a loopback `HOST`); otherwise there is no authorization server.',
    ),
    apps: setting(
      'IDENTITY_CLIENTS',
      jsonArray(app),
      '[{"id": "town-app", "name": "Town app", "redirectUris": ["ca.example.town:/signed-in"]}]',
    ).describe('JSON: the apps through which people sign in. They are public clients: no secret, but PKCE, PAR and DPoP.'),
    gatewayUrl: setting('GATEWAY_URL', address.optional()).describe(
      'The address of `/graphql` as clients reach it, which DPoP proofs name (`htu`). Without it: `/graphql` at the origin of `IDENTITY_ISSUER`.',
    ),
  },
} as const;

/** The values of all settings, before those that depend on others are known. */
export type Given = Values<typeof settings>;

/** The names of the settings that hold the URLs of databases. */
export const urlSettings = namesOf(settings.databaseUrls);
