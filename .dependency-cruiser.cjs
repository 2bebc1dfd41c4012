// The way of a request is also the direction of imports; see README.md in src/.
const within = (...folders) => `^src/(${folders.join('|')})/`;
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'nothing-imports-the-gateway',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(gateway/|cli/|main\\.ts)' },
      to: { path: '^src/gateway/' },
    },
    only(
      'policy-is-pure',
      '^src/policy/',
      ['^src/policy/', '^src/generated/', '^src/errors\\.ts$'],
      'policy sees generated types and errors only',
    ),
    only(
      'a-review-reads-the-policy',
      '^src/policy-review/',
      ['^src/(policy-review|policy|generated)/', '^src/errors\\.ts$'],
      'the policy knows nothing of those who check, compare and explain it',
    ),
    only(
      'records-are-a-leaf',
      '^src/records/',
      ['^src/(records|generated)/', '^src/(errors|sql)\\.ts$'],
      'the domain knows nothing of requests',
    ),
    only('words-decide-nothing', '^src/wording/', ['^src/(wording|policy|generated)/'], 'a catalogue of sentences, to be translated'),
    only('relationships', '^src/relationships/', [
      '^src/(relationships|records|generated)/',
      '^src/sql\\.ts$',
      '^src/(authentication/principal|purpose/declaration|policy/conditions)\\.ts$',
    ]),
    {
      name: 'resolvers-never-decide',
      severity: 'error',
      from: { path: '^src/resolvers/' },
      to: {
        path: within('policy', 'policy-review', 'enforcement', 'purpose', 'authentication', 'relationships', 'access-log', 'database'),
      },
    },
    only('enforcement', '^src/enforcement/', [
      '^src/(enforcement|policy|policy-review|relationships|generated)/',
      '^src/(errors|context)\\.ts$',
      '^src/document/(document-size|repeat-filter)\\.ts$',
      '^src/records/row\\.ts$',
      '^src/(authentication/principal|purpose/declaration)\\.ts$',
    ]),
    only('a-document-is-looked-at-alone', '^src/document/', ['^src/document/', '^src/errors\\.ts$']),
    only('authentication', '^src/authentication/', [
      '^src/(authentication|policy|generated)/',
      '^src/(errors|config)\\.ts$',
      '^src/database/secrets\\.ts$',
    ]),
    only('purpose', '^src/purpose/', [
      '^src/(purpose|policy|records|generated)/',
      '^src/errors\\.ts$',
      '^src/authentication/principal\\.ts$',
    ]),
    only('the-executor-knows-graphql-alone', '^src/execution/', ['^src/execution/']),
    only('the-log-stands-alone', '^src/access-log/', ['^src/(access-log|transparency-log)/', '^src/(errors|sql)\\.ts$']),
    only('read-budgets', '^src/read-budgets/', ['^src/read-budgets/', '^src/errors\\.ts$']),
    only('the-transparency-log-stands-alone', '^src/transparency-log/', ['^src/transparency-log/']),
    {
      name: 'a-verifier-needs-no-package',
      severity: 'error',
      from: { path: '^src/transparency-log/' },
      to: { path: 'node_modules', reachable: true },
    },
    {
      name: 'one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/enforcement/door\\.ts$' },
      to: { path: 'node_modules/graphql-shield' },
    },
    {
      name: 'one-reader-of-the-environment',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/config\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    { name: 'the-product-needs-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench)/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
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
