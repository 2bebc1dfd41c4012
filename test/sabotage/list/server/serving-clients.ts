import type { Sabotage } from '../../patch.ts';

const routes = 'src/server/http/operation-routes.ts';
const documents = 'test/server/spine/trusted-documents.test.ts';
const origins = 'test/server/spine/cross-origin.test.ts';
const schemaChanges = 'test/schema-changes/schema-changes.test.ts';
const languages = 'test/server/spine/languages.test.ts';

/** What browsers, caches and clients are told, beside the data. */
export const servingClients: readonly Sabotage[] = [
  {
    sentence: 'GET serves every registered document, so that caches keep what is about people.',
    edits: [{ file: routes, from: "!$impersonal.has(documentHash($body) ?? '')", to: 'documentHash($body) === undefined && $impersonal' }],
    tests: [documents],
  },
  {
    sentence: 'What is about people counts as about nobody where only arguments are personal.',
    edits: [{ file: 'src/engine/plan/outline/document-reach.ts', from: '    $collected.arguments.length > 0 ||\n', to: '' }],
    tests: ['test/engine/plan/outline/document-reach.test.ts'],
  },
  {
    sentence: 'Pages of any origin may ask.',
    edits: [
      {
        file: 'src/server/http/requests/check-origin.ts',
        from: '$origin === undefined || $origins.includes($origin)',
        to: "$origin !== '' || $origins.includes($origin)",
      },
    ],
    tests: [origins],
  },
  {
    sentence: 'Browsers are told that pages of any origin may read answers.',
    edits: [{ file: 'src/server/http/requests/allow-origins.ts', from: 'origin: [...$origins]', to: 'origin: [...$origins].length > 0' }],
    tests: [origins],
  },
  {
    sentence: 'Answers about people are compressed, so that their length tells about their values.',
    edits: [{ file: routes, from: '$answered.personal ? $reply.send($answered.body) : ', to: '' }],
    tests: [documents],
  },
  {
    sentence: 'A document stands under a hash that is not its own.',
    edits: [{ file: 'src/engine/document/trusted-documents.ts', from: 'hashOf($text) === $hash ?', to: 'hashOf($text) || $hash ?' }],
    tests: [documents],
  },
  {
    sentence: 'The access log holds a sentence in the language of the client.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: '...asked($request, $plan),',
        to: "...asked($request, $plan), purposeText: request.application.words[request.language].notice('USE_IS_RESTRICTED'),",
      },
    ],
    tests: [languages],
  },
  {
    sentence: 'A public cache gives the statement in one language to clients that ask for another.',
    edits: [
      {
        file: 'src/server/http/requests/speak-language.ts',
        from: "$varied === undefined ? 'Accept-Language' : `${String($varied)}, Accept-Language`",
        to: "$varied === undefined ? 'Accept-Language' : String($varied)",
      },
    ],
    tests: [languages],
  },
  {
    sentence: 'What a cache keeps in one language counts as known in another.',
    edits: [
      {
        file: routes,
        from: "`\"${$request.language}-${hash('sha256', $answered.body, 'base64url')}\"`",
        to: "`\"${hash('sha256', $request.url, 'base64url')}\"`",
      },
    ],
    tests: [languages],
  },
  {
    sentence: 'A change of the schema that breaks clients passes the check without an announcement.',
    edits: [{ file: 'scripts/schema-changes/judge-changes.ts', from: '!announced.has($name)', to: 'announced.has($name) && false' }],
    tests: [schemaChanges],
  },
  {
    sentence: 'A role may lose a part of the schema without an announcement.',
    edits: [
      {
        file: 'scripts/schema-changes/find-breaking.ts',
        from: 'return [...$changes, ...hiddenFromRoles($released, $current)];',
        to: 'return hiddenFromRoles($released, $released).concat($changes);',
      },
    ],
    tests: [schemaChanges],
  },
  {
    sentence: 'With registered documents only, others are served.',
    edits: [{ file: 'src/server/spine/take-operation.ts', from: 'if ($trusted?.only && ', to: 'if (!$trusted?.only && ' }],
    tests: [documents],
  },
  {
    sentence: 'A document is served that another hash names.',
    edits: [
      {
        file: 'src/server/spine/take-operation.ts',
        from: '$hash !== undefined && $own !== $hash',
        to: '$hash !== undefined && $own === undefined',
      },
    ],
    tests: [documents],
  },
  {
    sentence: 'A client chooses any text as the id of its request, and it is logged.',
    edits: [
      {
        file: 'src/server/http/connections/http-server.ts',
        from: "typeof $given === 'string' && requestId.test($given)",
        to: "typeof $given === 'string' && requestId",
      },
    ],
    tests: ['test/server/observe/request-log.test.ts'],
  },
  {
    sentence: 'Where header and operation name different cases, one of them is taken.',
    edits: [
      {
        file: 'src/engine/purpose/declare-purpose.ts',
        from: '$inDocument !== undefined && $inHeader !== $inDocument',
        to: '$inDocument !== undefined && $inHeader === undefined',
      },
    ],
    tests: ['test/engine/purpose/declare-purpose.test.ts', 'test/server/spine/named-in-document.test.ts'],
  },
];
