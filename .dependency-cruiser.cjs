const layers = require('./scripts/layers.json');

/** Regular expression for a layer, or one file of it, as a path from the root. */
const at = (layer) => `^src/${layer.replaceAll('.', '\\.')}${layer.endsWith('/') ? '' : '$'}`;

/** A layer imports nothing above itself (scripts/layers.json is the order), type imports included. */
const pointDown = layers.slice(1).map(({ layer }, index) => ({
  name: `${layer} imports nothing above it`,
  severity: 'error',
  from: { path: at(layer) },
  to: { path: layers.slice(0, index + 1).map((above) => at(above.layer)) },
}));

/** What all may import: the types that an application registers, and the languages. */
const words = ['engine/register.ts', 'platform/language/'];

/** What some folders may import of `src`, besides themselves and the registered types: the pure ones decide without a database, and what reads never decides. */
const narrow = {
  'town/policy/': ['engine/policy/', 'town/shared/graphql/generated/schema.ts'],
  'town/wording/': [
    'identity/wording/',
    'town/policy/',
    'engine/policy/matrix.ts',
    'engine/policy/declaration/vocabulary.ts',
    'identity/accounts/journal/account-acts.ts',
    'town/shared/graphql/generated/schema.ts',
    'platform/errors/',
  ],
  'engine/policy/': [],
  'engine/budgets/': [
    'log/store/staging/access-condition.ts',
    'platform/postgres/migrations/database-schema.ts',
    'platform/sql/',
    'platform/time/',
    'platform/errors/',
  ],
  'engine/guard/': [
    'engine/plan/',
    'engine/rows/row.ts',
    'engine/markings/',
    'engine/policy/',
    'engine/execution/values.ts',
    'platform/errors/',
  ],
  'engine/plan/': [
    'engine/guard/relationships.ts',
    'engine/guard/seen-subjects.ts',
    'engine/markings/',
    'engine/policy/',
    'engine/document/',
    'engine/purpose/declaration.ts',
    'engine/purpose/principal.ts',
    'platform/errors/',
  ],
  'engine/markings/': ['engine/policy/', 'engine/review/', 'engine/plan/'],
  'engine/purpose/': ['engine/application.ts', 'engine/rows/reader.ts', 'engine/policy/', 'platform/sql/is-uuid.ts', 'platform/errors/'],
  'engine/document/': ['platform/errors/'],
  'engine/execution/': [],
  'identity/authentication/': [
    'identity/partners/details/',
    'engine/policy/',
    'engine/purpose/principal.ts',
    'engine/rows/pseudonyms.ts',
    'platform/settings/',
    'platform/sql/',
    'platform/time/is-in-time.ts',
    'platform/errors/',
  ],
  'identity/accounts/': [
    'identity/wording/',
    'engine/application.ts',
    'engine/make-entry.ts',
    'engine/policy/',
    'engine/policy/decision/enter.ts',
    'log/',
    'platform/mail/',
    'platform/sql/',
    'platform/fairness/',
    'platform/network/',
    'platform/random/',
    'platform/time/',
    'platform/errors/',
  ],
  'identity/sessions/': [
    'identity/accounts/',
    'identity/authentication/browsers/',
    'engine/policy/decision/enter.ts',
    'engine/own-pages.ts',
    'platform/mail/normalize-email.ts',
    'platform/sql/',
    'platform/network/',
    'platform/time/',
    'platform/errors/',
  ],
  'identity/pages/': ['identity/wording/'],
  'identity/partners/': ['engine/policy/declaration/vocabulary.ts', 'platform/sql/'],
  'log/store/': ['log/', 'log/store/numbering/postings.ts', 'platform/'],
  'platform/mail/': ['platform/settings/config.ts', 'platform/sql/', 'platform/errors/'],
  'platform/errors/': [],
};
const onlyThese = Object.entries(narrow).map(([folder, allowed]) => ({
  name: `${folder} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: at(folder) },
  to: { path: '^src/', pathNot: [folder, ...words, ...allowed].map(at) },
}));

/** The files of the town's features by what they do; those of no kind are records, which read and write rows. */
const features = '^src/town/(people|counter|helpdesk|requests|mandates|staff|history|services|statement|shared/rows|shared/access)/';
const kinds = {
  tables: `${features}.*tables(\\.ts$|/)`,
  pages: `${features}pages/`,
  senders: `${features}(senders/(anonymous-senders|contact-codes)|spend-encounter)\\.ts$`,
  mails: `${features}senders/send-request-mails\\.ts$`,
  relationships: `${features}relationships\\.ts$`,
  resolvers: `${features}.*(-resolvers|-mutations|-inputs|-input|-by-id|claim-key|note-sender|disclosed-coordinates|wanted-entries)\\.ts$`,
};
const vocabulary = '^src/town/(shared/graphql/generated/(schema|fields-without-record)|policy/(partners/partners|words/roles))\\.ts$';
/** What the engine gives and takes of reads. */
const rows = '^src/(engine/(rows/|application\\.ts$)|log/store/(staging/access-condition|numbering/postings)\\.ts$)';
/** The codes of accounts. */
const codes = '^src/identity/accounts/joining/(claim|invitation)-code\\.ts$';
/**
 * What the files of a kind may import of `src`: records, these paths, and of the other kinds only those named.
 * @returns two rules
 */
const ofKind = (name, from, paths, others = []) => [
  { name, severity: 'error', from, to: { path: '^src/', pathNot: [features, vocabulary, rows, '^src/platform/language/', ...paths] } },
  {
    name,
    severity: 'error',
    from,
    to: { path: Object.entries(kinds).flatMap(([kind, path]) => (others.includes(kind) ? [] : [path])) },
  },
];
const ofTown = [
  ...ofKind('a record knows the database and the vocabulary, and nothing of a request', { path: features, pathNot: Object.values(kinds) }, [
    codes,
    '^src/platform/(sql|random|errors|text)/',
    '^src/platform/mail/normalize-email\\.ts$',
    '^src/identity/authentication/credentials-in-force\\.ts$',
  ]),
  ...ofKind('tables know the roles of the database', { path: kinds.tables }, ['^src/platform/postgres/roles/role-names\\.ts$']),
  ...ofKind(
    'a resolver knows neither SQL nor the policy',
    { path: [kinds.resolvers, '^src/town/shared/graphql/(?!generated/)'] },
    [
      codes,
      '^src/(engine/request-context|engine/document/page-sizes|engine/markings/read-schema-files|town/shared/resolver-parts)\\.ts$',
      '^src/town/(wording|shared/graphql)/',
      '^src/platform/(sql/is-uuid\\.ts$|errors/|text/|time/)',
    ],
    ['resolvers'],
  ),
  ...ofKind(
    'a relationship knows declared purposes and the database',
    { path: kinds.relationships },
    ['^src/engine/purpose/(declaration|principal)\\.ts$', '^src/platform/sql/'],
    ['relationships'],
  ),
  ...ofKind(
    'what limits senders knows no policy',
    { path: kinds.senders },
    ['^src/engine/budgets/', '^src/platform/(mail|sql|random|errors|network)/'],
    ['senders'],
  ),
  ...ofKind('a mail is made of rows and wording', { path: kinds.mails }, [
    '^src/town/(wording/|shared/pages/visit\\.ts$)',
    '^src/platform/(mail|sql|language)/',
  ]),
];

module.exports = {
  forbidden: [
    ...pointDown,
    ...onlyThese,
    ...ofTown,
    {
      name: 'engine/review/ asks a policy and nothing else, but for the candidate',
      severity: 'error',
      from: { path: '^src/engine/review/(?!candidate/)' },
      to: {
        path: '^src/',
        pathNot: [...words, 'engine/review/', 'engine/policy/', 'platform/errors/'].map(at),
      },
    },
    {
      name: 'only the commands of the town import cli/',
      severity: 'error',
      from: { path: '^src/town/(?!commands/)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'a command of the town passes the town to cli/, and does nothing else',
      severity: 'error',
      from: { path: '^src/town/commands/' },
      to: { path: '^src/', pathNot: '^src/(cli/|town/(index|policy/policy)\\.ts$)' },
    },
    { name: 'every file is in a layer', severity: 'error', from: {}, to: { path: '^src/', pathNot: layers.map(({ layer }) => at(layer)) } },
    {
      name: 'client stands alone',
      comment: 'it is published, and runs in browsers',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(src|demo|test|bench|scripts)/' },
    },
    {
      name: 'client needs nothing of Node',
      severity: 'error',
      from: { path: '^client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the core of client needs no package, and an adapter that of its library alone',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '^client/src/(apollo|urql|relay|react)\\.ts$' },
      to: { path: 'node_modules' },
    },
    {
      name: 'pages stand alone',
      comment: 'they are a client of the gateway like any other',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|demo|test|bench|scripts)/' },
    },
    {
      name: 'a role imports no pages of another',
      comment: 'no browser loads the code of another role',
      severity: 'error',
      from: { path: '^web/src/(resident|counter|helpdesk|privacy-office|developer)/' },
      to: { path: '^web/src/(resident|counter|helpdesk|privacy-office|developer)/', pathNot: '^web/src/$1/' },
    },
    {
      name: 'the start of the pages loads those of a role at run time',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/(resident|counter|helpdesk|privacy-office|developer)/' },
      to: { path: '^web/src/(resident|counter|helpdesk|privacy-office|developer)/', dynamic: false },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'log/ needs no package, but for its store',
      severity: 'error',
      from: { path: '^src/log/(?!store/)' },
      to: { path: 'node_modules', reachable: true },
    },
    {
      name: 'log/ uses node:crypto and nothing else of Node, but for its store',
      severity: 'error',
      from: { path: '^src/log/(?!store/)' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'only one file imports graphql-shield',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engine/guard/root-rules\\.ts$' },
      to: { path: 'node_modules/graphql-shield' },
    },
    {
      name: 'only config.ts reads the environment',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/settings/config\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'the tests of the engine know no town',
      comment: 'they stand on the club, in test/engine/club/; what proves the town is in test/town/ or test/server/',
      severity: 'error',
      from: { path: '^test/engine/' },
      to: { path: '^(src/town|demo)/', reachable: true },
    },
    {
      name: 'src stands alone',
      comment: 'main.ts alone loads the demo, at run time and outside production',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^(client|demo|test|bench|scripts)/' },
    },
    {
      name: 'main.ts loads only demo/development.ts',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^(demo|test|bench|scripts)/', pathNot: '^demo/development\\.ts$' },
    },
    {
      name: 'main.ts loads the demo at run time',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^demo/', dynamic: false },
    },
    {
      name: 'the embedded PostgreSQL is loaded at run time',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/postgres/embedded/' },
      to: { path: '^src/platform/postgres/embedded/', dynamic: false },
    },
    {
      name: 'a production install has every package',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/postgres/embedded/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every import resolves',
      severity: 'error',
      from: {},
      // A package of types alone.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
