import type { Sabotage } from '../../patch.ts';

const apollo = 'src/server/spine/document/apollo.ts';
const app = 'src/server/http/http-app.ts';
const showError = 'src/server/spine/answer/show-error.ts';
const extensions = 'src/server/spine/answer/privacy-extensions.ts';

/** The response besides its data (errors, extensions, headers), log lines, and the requests that are accepted. */
export const answering: readonly Sabotage[] = [
  {
    sentence: 'An error quotes the client’s input: a message of graphql-js about variables stands among its coordinates.',
    edits: [
      {
        file: 'src/engine/plan/plan.ts',
        from: `throw notFormed(coerceFailures($schema, $operation, $variables));`,
        to: `throw notFormed({ ...coerceFailures($schema, $operation, $variables), [coerced.errors[0].message]: 'another value' });`,
      },
    ],
    tests: ['test/server/spine/bad-request.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'Messages of graphql-js about a document are shown, with the names that they suggest.',
    edits: [
      {
        file: showError,
        from: 'message: $known.message,',
        to: `message: $known.code === 'DOCUMENT_INVALID' ? formatted.message : $known.message,`,
      },
      { file: apollo, from: 'hideSchemaDetailsFromClientErrors: true,', to: 'hideSchemaDetailsFromClientErrors: false,' },
    ],
    tests: ['test/server/spine/bad-request.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'A failure is shown with the message of the database, which quotes the row.',
    edits: [
      {
        file: showError,
        from: 'message: $known.message,',
        to: `message: $known.code === 'INTERNAL' ? formatted.message : $known.message,`,
      },
    ],
    tests: ['test/channels/error-texts.test.ts', 'test/channels/log-lines.test.ts'],
  },
  {
    sentence: 'The withheld list is sent only if a data subject was found.',
    edits: [
      {
        file: extensions,
        from: 'privacyReport($plan.withheld, ',
        to: 'privacyReport(context.seenSubjects.subjects.length > 0 ? $plan.withheld : [], ',
      },
    ],
    tests: ['test/channels/extensions.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'A resident outside the row scope gets FIELD_NOT_PERMITTED and is not treated as absent.',
    edits: [
      {
        file: 'src/town/people/resident-resolvers.ts',
        from: `import { readResident, readResidents } from './residents.ts';`,
        to: `import { PrivacyError } from '../../platform/errors/errors.ts';\nimport { readResident, readResidents, readResidentsById } from './residents.ts';`,
      },
      {
        file: 'src/town/people/resident-resolvers.ts',
        from: `return (await readResident($request.reader, $scope, viewerOf($request), $ids, fieldsOf($request, ...personColumns))) ?? null;`,
        to: `const viewer = viewerOf($request);
      const found = await readResident($request.reader, $scope, viewer, $ids, fieldsOf($request, ...personColumns));
      const hidden = !found && (await readResidentsById($request.reader, $ids, new Set(), viewer.today)).size > 0;
      if (hidden) throw new PrivacyError('FIELD_NOT_PERMITTED');
      return found ?? null;`,
      },
    ],
    tests: ['test/past-failures/forbidden-is-an-oracle.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'The response holds a mutation’s result although its change was rolled back.',
    edits: [
      {
        file: 'src/server/spine/stages/execute-under-guard.ts',
        from: '? nullRolledBackData($executed) : $executed,',
        to: '? (nullRolledBackData($executed), $executed) : $executed,',
      },
    ],
    tests: ['test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'Responses lack the header that forbids storing them.',
    edits: [{ file: app, from: `, 'cache-control': 'no-store' };`, to: ' };' }],
    tests: ['test/channels/status-and-headers.test.ts', 'test/server/spine/bad-request.test.ts'],
  },
  {
    sentence: 'Operations are accepted by GET, so they appear in the logs of proxies.',
    edits: [
      {
        file: 'src/server/http/operation-routes.ts',
        from: "if (!$impersonal.has(documentHash($body) ?? '')) refuseMethod();",
        to: 'void $impersonal;',
      },
    ],
    tests: ['test/server/spine/trusted-documents.test.ts', 'test/server/spine/bad-request.test.ts'],
  },
  {
    sentence: 'A batch of operations is accepted, and its first operation is executed.',
    edits: [
      {
        file: 'src/server/spine/take-operation.ts',
        from: `if (Array.isArray($body)) throw new PrivacyError('BATCH_NOT_ALLOWED');`,
        to: 'if (Array.isArray($body)) return takeOperation({ body: $body[0] } as never, trusted);',
      },
    ],
    tests: ['test/server/spine/bad-request.test.ts'],
  },
  {
    sentence: 'A debug line of the application log contains the response’s data.',
    edits: [
      {
        file: 'src/server/spine/stages/spend-budget.ts',
        from: '  const { $plan, $context } = planned;\n',
        to: `  const { $plan, $context } = planned;\n  services.log.debug({ data: result.data }, 'answered');\n`,
      },
    ],
    tests: ['test/channels/log-lines.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'The application log contains the message of a failure, which quotes values.',
    edits: [
      {
        file: showError,
        from: `$log.error({ code: $known.code, cause: causeOf($known.cause ?? $error) }, 'an operation failed');`,
        to: `$log.error({ code: $known.code, cause: causeOf($error), message: String($error) }, 'an operation failed');`,
      },
    ],
    tests: ['test/channels/log-lines.test.ts'],
  },
  {
    sentence: 'A partner’s response lacks the notice that the data may be used only for the stated purpose.',
    edits: [
      {
        file: extensions,
        from: "    ...($context.principal.partner && { notice: sayUse[$context.language], noticeCode: 'USE_IS_RESTRICTED' }),\n",
        to: '',
      },
    ],
    tests: ['test/server/spine/withheld.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A client that reads its answer a little at a time keeps the connection and the answer for ever.',
    edits: [
      { file: 'src/server/http/connections/http-server.ts', from: '  cutUnread($app, body, Math.min(checkPause, body));\n', to: '' },
      { file: 'src/server/http/connections/http-server.ts', from: "import { cutUnread } from './cut-unread.ts';\n", to: '' },
    ],
    tests: ['test/server/http/connections/cut-unread.test.ts'],
  },
  {
    sentence: 'Clients keep any number of connections open.',
    edits: [
      {
        file: 'src/server/http/connections/bound-connections.ts',
        from: 'new FairBound($most)',
        to: 'new FairBound(Number.POSITIVE_INFINITY + $most)',
      },
    ],
    tests: ['test/attacks/take-all-connections.test.ts'],
  },
  {
    sentence: 'Clients of one network are many holders, each with little, so that it takes all connections.',
    edits: [
      {
        file: 'src/server/http/connections/bound-connections.ts',
        from: '$isTrusted($peer) ? `proxied ${($proxied += 1)}` : addressGroup($peer)',
        to: '$isTrusted($peer) || addressGroup($peer) ? `proxied ${($proxied += 1)}` : $peer',
      },
    ],
    tests: ['test/attacks/take-all-connections.test.ts'],
  },
  {
    sentence: 'Bodies that have not arrived take any amount of memory.',
    edits: [
      { file: 'src/server/fairness/bound-bodies.ts', from: 'new FairBound($most)', to: 'new FairBound(Number.POSITIVE_INFINITY + $most)' },
    ],
    tests: ['test/attacks/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'A body that is sent byte by byte counts its bytes, which are a thousandth of what it costs.',
    edits: [{ file: 'src/server/fairness/bound-bodies.ts', from: '$piece.length + besidePiece', to: '$piece.length + 0 * besidePiece' }],
    tests: ['test/attacks/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'A body that was answered before it ended counts until a restart.',
    edits: [{ file: 'src/server/fairness/bound-bodies.ts', from: "response.once('close', end);", to: 'void response;' }],
    tests: ['test/attacks/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'What arrives of a body after its answer counts until a restart.',
    edits: [{ file: 'src/server/fairness/bound-bodies.ts', from: '!$raw.complete && !response.closed', to: '!$raw.complete && response' }],
    tests: ['test/attacks/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'Parsed bodies that wait for their turn take any amount of memory.',
    edits: [{ file: 'src/server/http/operation-routes.ts', from: '($bodyLength - $text) * inJson', to: '($bodyLength - $text) * inText' }],
    tests: ['test/attacks/keep-bodies-waiting.test.ts'],
  },
  {
    sentence: 'Large bodies that wait to be parsed take any amount of memory.',
    edits: [{ file: 'src/server/http/requests/parse-bodies.ts', from: '$request.ip, $text.length, $text', to: '$request.ip, 0, $text' }],
    tests: ['test/server/http/requests/parse-bodies.test.ts'],
  },
  {
    sentence: 'A body that gave way to others stays in memory, and its request is served.',
    edits: [{ file: 'src/server/fairness/hold-body.ts', from: '  $held.body = undefined;\n    reject(', to: '  void $held;\n    reject(' }],
    tests: ['test/server/fairness/hold-body.test.ts'],
  },
  {
    sentence: 'All requests that one connection sends at once are served at once.',
    edits: [{ file: 'src/server/http/connections/answer-in-order.ts', from: 'if ($response.socket) {', to: 'if ($response) {' }],
    tests: ['test/attacks/send-many-at-once.test.ts'],
  },
  {
    sentence: 'Any number of requests wait on one connection.',
    edits: [{ file: 'src/server/http/connections/answer-in-order.ts', from: '$ahead >= mostWaiting', to: '$ahead >= 100 * mostWaiting' }],
    tests: ['test/attacks/send-many-at-once.test.ts'],
  },
  {
    sentence: 'Bodies of no declared length wait on a connection for nothing.',
    edits: [{ file: 'src/server/http/connections/answer-in-order.ts', from: ' : mostUnread;', to: ' : 0 * mostUnread;' }],
    tests: ['test/attacks/send-many-at-once.test.ts'],
  },
  {
    sentence: 'What waited on a connection that was closed counts until a restart.',
    edits: [{ file: 'src/server/http/connections/answer-in-order.ts', from: "$raw.once('close', $end);", to: '' }],
    tests: ['test/attacks/send-many-at-once.test.ts'],
  },
  {
    sentence: 'The holder of little gives way to the holder of much.',
    edits: [{ file: 'src/platform/fairness/fair-bound.ts', from: '$part.amount > $found.amount', to: '$part.amount < $found.amount' }],
    tests: ['test/platform/fairness/fair-bound.test.ts', 'test/attacks/hold-bodies-back.test.ts'],
  },
];
