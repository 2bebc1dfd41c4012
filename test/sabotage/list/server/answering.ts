import type { Edit, Sabotage } from '../../patch.ts';

/** An answer says each error as it was shown, in place of the sentence of its code. */
const saidAsShown: Edit = { in: 'release.ts#release', replace: 'sayError($ASKED.language, codeOf($ERROR)!)', by: '$ERROR.message' };

/** The response besides its data (errors, extensions, headers), log lines, and the requests that are accepted. */
export const answering: readonly Sabotage[] = [
  {
    sentence: 'An error quotes the client’s input: a message of graphql-js about variables stands among its coordinates.',
    edits: [
      {
        in: 'createPlanner',
        replace: 'coerceFailures($SCHEMA, $OPERATION, $VARIABLES)',
        by: "{ ...$0, [coerced.errors[0].message]: 'another value' }",
      },
    ],
    tests: ['test/server/spine/requests/bad-request.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'Messages of graphql-js about a document are shown, with the names that they suggest.',
    edits: [
      { in: 'showError', replace: '$KNOWN.message', by: "$KNOWN.code === 'DOCUMENT_INVALID' ? formatted.message : $0" },
      saidAsShown,
      { in: 'createApollo', replace: 'hideSchemaDetailsFromClientErrors: true', by: 'hideSchemaDetailsFromClientErrors: false' },
    ],
    tests: ['test/server/spine/requests/bad-request.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'A failure is shown with the message of the database, which quotes the row.',
    edits: [{ in: 'showError', replace: '$KNOWN.message', by: "$KNOWN.code === 'INTERNAL' ? formatted.message : $0" }, saidAsShown],
    tests: ['test/channels/error-texts.test.ts', 'test/channels/log-lines.test.ts'],
  },
  {
    sentence: 'The withheld list is sent only if a data subject was found.',
    edits: [{ in: 'privacyExtensions', replace: '$PLAN.withheld', by: 'context.seenSubjects.subjects.length > 0 ? $0 : []' }],
    tests: ['test/channels/extensions.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'A resident outside the row scope gets FIELD_NOT_PERMITTED and is not treated as absent.',
    edits: [
      { in: 'resident-resolvers.ts#residents', import: 'PrivacyError' },
      { in: 'resident-resolvers.ts#residents', import: 'readResidentsById' },
      {
        in: 'resident-resolvers.ts#residents',
        replace: 'return (await readResident($REQUEST.reader, $SCOPE, viewerOf($REQUEST), $IDS, fieldsOf($$$ARGS))) ?? null;',
        by: "const viewer = viewerOf($REQUEST); const found = await readResident($REQUEST.reader, $SCOPE, viewer, $IDS, fieldsOf($$$ARGS)); const hidden = !found && (await readResidentsById($REQUEST.reader, $IDS, new Set(), viewer.today)).size > 0; if (hidden) throw new PrivacyError('FIELD_NOT_PERMITTED'); return found ?? null;",
      },
    ],
    tests: ['test/past-failures/forbidden-is-an-oracle.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'The response holds a mutation’s result although its change was rolled back.',
    edits: [{ in: 'executeUnderGuard', replace: 'nullRolledBackData($EXECUTED)', by: '($0, $EXECUTED)' }],
    tests: ['test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'Responses lack the header that forbids storing them.',
    edits: [{ in: 'createHttpApp', drop: "'cache-control': 'no-store'" }],
    tests: ['test/channels/status-and-headers.test.ts', 'test/server/spine/requests/bad-request.test.ts'],
  },
  {
    sentence: 'Operations are accepted by GET, so they appear in the logs of proxies.',
    edits: [{ in: 'serveOperations', replace: 'if (!$IMPERSONAL.has($$$)) refuseMethod()', by: 'void $IMPERSONAL' }],
    tests: ['test/server/spine/requests/trusted-documents.test.ts', 'test/server/spine/requests/bad-request.test.ts'],
  },
  {
    sentence: 'A batch of operations is accepted, and its first operation is executed.',
    edits: [
      {
        in: 'takeOperation',
        replace: "throw new PrivacyError('BATCH_NOT_ALLOWED')",
        by: 'return takeOperation({ body: body[0] } as never, trusted)',
      },
    ],
    tests: ['test/server/spine/requests/bad-request.test.ts'],
  },
  {
    sentence: 'A debug line of the application log contains the response’s data.',
    edits: [
      {
        in: 'stages/spend-budget.ts#spendBudget',
        replace: 'const { plan, context } = $PLANNED',
        by: "$0 runtime.log.debug({ data: result.data }, 'answered')",
      },
    ],
    tests: ['test/channels/log-lines.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'The application log contains the message of a failure, which quotes values.',
    edits: [{ in: 'showError', replace: 'cause: causeOf($KNOWN.cause ?? $ERROR)', by: 'cause: causeOf($ERROR), message: String($ERROR)' }],
    tests: ['test/channels/log-lines.test.ts'],
  },
  {
    sentence: 'A partner’s response lacks the notice that the data may be used only for the stated purpose.',
    edits: [{ in: 'privacyExtensions', drop: '...($CONTEXT.principal.partner && $NOTICE)' }],
    tests: ['test/server/spine/answers/withheld.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A client that reads its answer a little at a time keeps the connection and the answer for ever.',
    edits: [{ in: 'createHttpServer', drop: 'cutUnread($$$)' }],
    tests: ['test/server/http/connections/cut-unread.test.ts'],
  },
  {
    sentence: 'Clients keep any number of connections open.',
    edits: [{ in: 'boundConnections', replace: 'new FairBound($MOST)', by: 'new FairBound(Number.POSITIVE_INFINITY + $MOST)' }],
    tests: ['test/attacks/overload/take-all-connections.test.ts'],
  },
  {
    sentence: 'Clients of one network are many holders, each with little, so that it takes all connections.',
    edits: [
      {
        in: 'boundConnections',
        replace: '$IS_TRUSTED($PEER) ? $PROXIED : addressGroup($PEER)',
        by: '$IS_TRUSTED($PEER) || addressGroup($PEER) ? $PROXIED : $PEER',
      },
    ],
    tests: ['test/attacks/overload/take-all-connections.test.ts'],
  },
  {
    sentence: 'Bodies that have not arrived take any amount of memory.',
    edits: [{ in: 'boundBodies', replace: 'new FairBound($MOST)', by: 'new FairBound(Number.POSITIVE_INFINITY + $MOST)' }],
    tests: ['test/attacks/overload/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'A body that is sent byte by byte counts its bytes, which are a thousandth of what it costs.',
    edits: [{ in: 'countBody', replace: '$PIECE.length + pieceOverhead', by: '$PIECE.length + 0 * pieceOverhead' }],
    tests: ['test/attacks/overload/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'A body that was answered before it ended counts until a restart.',
    edits: [{ in: 'countBody', replace: "$RESPONSE.once('close', $END)", by: 'void $RESPONSE' }],
    tests: ['test/attacks/overload/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'What arrives of a body after its answer counts until a restart.',
    edits: [{ in: 'countBody', replace: '!$RESPONSE.closed', by: '$RESPONSE' }],
    tests: ['test/attacks/overload/hold-bodies-back.test.ts'],
  },
  {
    sentence: 'Parsed bodies that wait for their turn take any amount of memory.',
    edits: [{ in: 'holdOperation', replace: '($BODY_LENGTH - $TEXT) * inJson', by: '($BODY_LENGTH - $TEXT) * inText' }],
    tests: ['test/attacks/overload/keep-bodies-waiting.test.ts'],
  },
  {
    sentence: 'Large bodies that wait to be parsed take any amount of memory.',
    edits: [{ in: 'parseBodies', replace: 'holdBody($BODIES, $ADDRESS, $SIZE, $$$HELD)', by: 'holdBody($BODIES, $ADDRESS, 0, $$$HELD)' }],
    tests: ['test/server/http/requests/parse-bodies.test.ts'],
  },
  {
    sentence: 'A body that gave way to others stays in memory, and its request is served.',
    edits: [{ in: 'holdBody.reservation', replace: '$HELD.body = undefined', by: 'void $HELD' }],
    tests: ['test/server/fairness/hold-body.test.ts'],
  },
  {
    sentence: 'All requests that one connection sends at once are served at once.',
    edits: [{ in: 'answerInOrder', replace: '$RESPONSE.socket', by: '$RESPONSE' }],
    tests: ['test/attacks/overload/send-many-at-once.test.ts'],
  },
  {
    sentence: 'Any number of requests wait on one connection.',
    edits: [{ in: 'answerInOrder', replace: '$AHEAD >= mostWaiting', by: '$AHEAD >= 100 * mostWaiting' }],
    tests: ['test/attacks/overload/send-many-at-once.test.ts'],
  },
  {
    sentence: 'Bodies of no declared length wait on a connection for nothing.',
    edits: [{ in: 'answerInOrder', replace: '$IS_DECLARED ? $LENGTH : mostUnread', by: '$IS_DECLARED ? $LENGTH : 0 * mostUnread' }],
    tests: ['test/attacks/overload/send-many-at-once.test.ts'],
  },
  {
    sentence: 'What waited on a connection that was closed counts until a restart.',
    edits: [{ in: 'answerInOrder', drop: "$RAW.once('close', $END)" }],
    tests: ['test/attacks/overload/send-many-at-once.test.ts'],
  },
  {
    sentence: 'The holder of little gives way to the holder of much.',
    edits: [{ in: 'mostOf', replace: '$PART.amount > $FOUND.amount', by: '$PART.amount < $FOUND.amount' }],
    tests: ['test/platform/fairness/fair-bound.test.ts', 'test/attacks/overload/hold-bodies-back.test.ts'],
  },
];
