import type { Sabotage } from '../../patch.ts';

const documents = 'test/server/spine/requests/trusted-documents.test.ts';
const origins = 'test/server/spine/requests/cross-origin.test.ts';
const schemaChanges = 'test/schema-changes/schema-changes.test.ts';
const languages = 'test/server/spine/requests/languages.test.ts';

/** The headers and messages for browsers, caches and clients besides the data. */
export const servingClients: readonly Sabotage[] = [
  {
    sentence: 'GET serves every registered document, so that caches keep what is about people.',
    edits: [
      {
        in: 'serveOperations',
        replace: "!$IMPERSONAL.has(documentHash($BODY) ?? '')",
        by: 'documentHash($BODY) === undefined && $IMPERSONAL',
      },
    ],
    tests: [documents],
  },
  {
    sentence: 'What is about people counts as about nobody where only arguments are personal.',
    edits: [{ in: 'reachOf', drop: '$COLLECTED.arguments.length > 0' }],
    tests: ['test/engine/plan/outline/document-reach.test.ts'],
  },
  {
    sentence: 'Pages of any origin may ask.',
    edits: [{ in: 'checkOrigin', replace: '$ORIGIN === undefined', by: "$ORIGIN !== ''" }],
    tests: [origins],
  },
  {
    sentence: 'Browsers are told that pages of any origin may read answers.',
    edits: [{ in: 'allowOrigins', replace: '[...origins]', by: '$0.length > 0' }],
    tests: [origins],
  },
  {
    sentence: 'Answers about people are compressed, so that their length tells about their values.',
    edits: [{ in: 'serveOperations', replace: '$ANSWERED.personal ? $REPLY.send($ANSWERED.body) : $ELSE', by: '$ELSE' }],
    tests: [documents],
  },
  {
    sentence: 'A document stands under a hash that is not its own.',
    edits: [{ in: 'trusted-documents.ts#problemOf', replace: 'hashOf($TEXT) === $HASH', by: 'hashOf($TEXT) || $HASH' }],
    tests: [documents],
  },
  {
    sentence: 'The access log holds a sentence in the language of the client.',
    edits: [
      {
        in: 'describeReads',
        replace: '...asked($REQUEST, $PLAN)',
        by: "$0, purposeText: $REQUEST.application.words[$REQUEST.language].notice('USE_IS_RESTRICTED')",
      },
    ],
    tests: [languages],
  },
  {
    sentence: 'A public cache gives the statement in one language to clients that ask for another.',
    edits: [{ in: 'tellLanguage', replace: '`${String($VARIED)}, Accept-Language`', by: 'String($VARIED)' }],
    tests: [languages],
  },
  {
    sentence: 'What a cache keeps in one language counts as known in another.',
    edits: [
      {
        in: 'serveOperations',
        text: "${request.language}-${hash('sha256', answered.body, 'base64url')}",
        by: "${hash('sha256', request.url, 'base64url')}",
      },
    ],
    tests: [languages],
  },
  {
    sentence: 'A change of the schema that breaks clients passes the check without an announcement.',
    edits: [{ in: 'judgeChanges', replace: '!announced.has(name)', by: 'announced.has(name) && false' }],
    tests: [schemaChanges],
  },
  {
    sentence: 'A role may lose a part of the schema without an announcement.',
    edits: [
      {
        in: 'findBreaking',
        replace: '[...$CHANGES, ...hiddenFromRoles($RELEASED, $CURRENT)]',
        by: 'hiddenFromRoles($RELEASED, $RELEASED).concat($CHANGES)',
      },
    ],
    tests: [schemaChanges],
  },
  {
    sentence: 'With registered documents only, others are served.',
    edits: [{ in: 'documentOf', replace: '$TRUSTED?.only && $TRUSTED.textOf($OWN!) === undefined', by: '!$0' }],
    tests: [documents],
  },
  {
    sentence: 'A document is served that another hash names.',
    edits: [{ in: 'documentOf', replace: 'own !== hash', by: 'own === undefined' }],
    tests: [documents],
  },
  {
    sentence: 'A client chooses any text as the id of its request, and it is logged.',
    edits: [{ in: 'takenId', replace: 'requestId.test($GIVEN)', by: 'requestId' }],
    tests: ['test/server/observe/request-log.test.ts'],
  },
  {
    sentence: 'Where header and operation name different cases, one of them is taken.',
    edits: [{ in: 'purpose/declare-purpose.ts#declarePurpose', replace: 'inHeader !== inDocument', by: 'inHeader === undefined' }],
    tests: ['test/engine/purpose/declare-purpose.test.ts', 'test/server/spine/answers/named-in-document.test.ts'],
  },
];
