const layers = require('./scripts/layers.json');

/** Regular expression for a layer, or one file of it, as a path from the root. */
const at = (layer) => `^src/${layer.replaceAll('.', '\\.')}${layer.endsWith('/') ? '' : '$'}`;

/**
 * A layer imports nothing above itself (scripts/layers.json is the order), type imports included. Where imports upward remain, the list
 * says how many: `test/docs/layers.test.ts` counts them, and there may only be fewer.
 */
const pointDown = layers.slice(1).map(({ layer, upward = {} }, index) => ({
  name: `${layer} imports nothing above it`,
  severity: 'error',
  from: { path: at(layer) },
  to: {
    path: layers
      .slice(0, index + 1)
      .map((above) => above.layer)
      .filter((above) => !(above in upward))
      .map(at),
  },
}));

module.exports = {
  forbidden: [
    ...pointDown,
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
      name: 'engine/execution/ knows nothing of privacy',
      severity: 'error',
      from: { path: '^src/engine/execution/' },
      to: { path: '^src/', pathNot: '^src/engine/execution/' },
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
