import type { Sabotage } from '../../patch.ts';

/** Stages 1 and 2: the principal, the purpose, and the case or mandate. */
export const asking: readonly Sabotage[] = [
  {
    sentence: 'Requests that wait for their turn take the places of those that could be served.',
    edits: [
      {
        in: 'createAdmission',
        replace: 'new FairSemaphore({ slots: $MOST_REQUESTS * presentForEach })',
        by: 'new FairSemaphore({ slots: $MOST_REQUESTS })',
      },
    ],
    tests: ['test/attacks/overload/shut-others-out.test.ts'],
  },
  {
    sentence: 'Requests of one address that hang in authentication take the places of all.',
    edits: [{ in: 'createAdmission', replace: '$MOST_REQUESTS * presentForEach * unknownOfPresent', by: 'Infinity' }],
    tests: ['test/attacks/overload/hang-in-authentication.test.ts', 'test/server/fairness/admission.test.ts'],
  },
  {
    sentence: 'One address reads the public log as often at once as it likes.',
    edits: [
      { in: 'createInTurn', replace: '($DEADLINE) => $QUEUE.runForAddress($IP, $DEADLINE, $WORK)', by: '() => admission.serve($WORK)' },
    ],
    tests: ['test/attacks/overload/shut-others-out.test.ts'],
  },
  {
    sentence: 'An invalid token makes the request anonymous and is not an error.',
    edits: [
      {
        in: 'verifyAndKeep',
        replace: 'throw $ERROR instanceof PrivacyError ? $ERROR : $REFUSED',
        by: 'return { principal: anonymous, jkt: undefined, notBefore: undefined, expires: 0 }',
      },
      {
        in: 'verifyAndKeep',
        replace: '{ trust, audience, tokenMaxLifetime, claims, ownIssuer }: AcceptedTokens',
        by: '{ trust, audience, tokenMaxLifetime, claims, ownIssuer, anonymous }: AcceptedTokens',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'The operator is not told why a token was refused.',
    edits: [{ in: 'authenticate', replace: '$ACCEPTED.reportRefused?.($ERROR.problem)', by: 'undefined' }],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A token for another service is accepted.',
    edits: [{ in: 'verifyAndKeep', within: '{ issuer, audience, $$$ }', drop: 'audience' }],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A token may be valid for as long as its issuer likes.',
    edits: [{ in: 'verifyAndKeep', replace: '$PAYLOAD.exp! - $IAT > $TOKEN_MAX_LIFETIME', by: '$PAYLOAD.exp! < $IAT' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A token may claim to be made in the future, so that its lifetime looks short.',
    edits: [{ in: 'verifyAndKeep', replace: '$NOW.getTime() / 1_000 + clockSkew', by: 'Number.POSITIVE_INFINITY' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'The purpose is checked against the role, not against the token.',
    edits: [
      { in: 'agreeOnPurpose', replace: 'purposesOf($POLICY, $PRINCIPAL.role).filter($$$)', by: 'purposesOf($POLICY, $PRINCIPAL.role)' },
    ],
    tests: ['test/engine/purpose/agree.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'Another employee’s encounter is accepted as the case.',
    edits: [{ in: 'lookUps', text: 'and employee_id = ${$OWNER_ID}', by: '' }],
    tests: ['test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'Another employee’s ticket is accepted as the case.',
    edits: [
      {
        in: 'lookUps',
        text: 'recreation.ticket where id = ${$CASE_ID} and assignee_id = ${$OWNER_ID}',
        by: 'recreation.ticket where id = ${$CASE_ID}',
      },
    ],
    tests: ['test/town/shared/access/open-case.test.ts', 'test/channels/hidden-or-absent.test.ts'],
  },
  {
    sentence: 'An idle encounter is accepted as the case.',
    edits: [
      {
        in: 'isEncounterOpen',
        text: 'and encounter.last_active_at > ${$NOW}::timestamptz - make_interval(mins => ${encounterIdleMinutes})',
        by: '',
      },
    ],
    tests: ['test/town/shared/access/open-case.test.ts', 'test/town/counter/encounter-resolvers.test.ts'],
  },
  {
    sentence: 'The open encounter that a clerk finds after a reload may be another employee’s.',
    edits: [
      {
        in: 'readOwn',
        text: 'encounter.employee_id = ${viewer.principalId ?? null}::uuid',
        by: '${viewer.principalId ?? null}::uuid is not null',
      },
    ],
    tests: ['test/town/counter/open-encounter.test.ts', 'test/channels/mutations.test.ts'],
  },
  {
    sentence: 'An encounter that has ended goes on for another purpose.',
    edits: [
      { in: 'readService', drop: 'if (!$ENCOUNTER.open) $THEN' },
      { in: 'writeEncounterPurpose', text: 'and ${isEncounterOpen(reader.now)}', by: '' },
    ],
    tests: ['test/town/counter/open-encounter.test.ts'],
  },
  {
    sentence: 'An operation that leaves no entry restarts the idle time of an encounter.',
    edits: [
      {
        in: 'checkUnlogged',
        replace: 'if ($HELD.id !== undefined) await checkAccess($$$ARGS)',
        by: '$0 if (declaration?.openCase?.renewalDue) await renewEncounter(reader, declaration.openCase.id)',
      },
      { in: 'checkUnlogged', replace: '{ reader }: RequestContext', by: '{ reader, declaration }: RequestContext' },
    ],
    tests: ['test/attacks/records/keep-an-encounter-open-unseen.test.ts'],
  },
  {
    sentence: 'A token that is bound to one case is accepted for another case of the same employee.',
    edits: [
      {
        in: 'purpose/declare-purpose.ts#declarePurpose',
        drop: "if ($FOREIGN) throw new PrivacyError('CASE_UNKNOWN', { reason: 'OTHER_CASE_IN_TOKEN' })",
      },
    ],
    tests: ['test/engine/purpose/declare-purpose.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'An expired mandate is in force.',
    edits: [{ in: 'mandateStatus', text: "when mandate.valid_until <= ${$NOW} then 'EXPIRED'", by: '' }],
    tests: ['test/town/shared/access/declare-purpose.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A court order is in force with one approval.',
    edits: [{ in: 'partners.ts#rows', replace: 'approvals: 2', by: 'approvals: 1' }],
    tests: ['test/town/shared/access/declare-purpose.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'Another partner’s mandate is accepted.',
    edits: [{ in: 'mandate-in-force.ts#readMandate', text: 'and mandate.partner_id = ${$PARTNER_ID}', by: '' }],
    tests: ['test/town/shared/access/declare-purpose.test.ts', 'test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'Aliases of one field with different arguments count as fields alone, so one operation needs hundreds of statements.',
    edits: [
      {
        in: 'createMeasure',
        replace: "$HAS_ARGUMENTS && !$PARENT?.name.startsWith('__') ? $EACH : 0",
        by: "$HAS_ARGUMENTS && !$PARENT?.name.startsWith('__') ? 0 : 0",
      },
    ],
    tests: ['test/attacks/overload/stall-by-aliases.test.ts', 'test/engine/document/measure-document.test.ts'],
  },
  {
    sentence: 'All anonymous clients share one line, so one of them keeps the others waiting.',
    edits: [{ in: 'createFairQueue', replace: "addressLevels('address', $ADDRESS)", by: "addressLevels('address', $ADDRESS && '')" }],
    tests: ['test/attacks/overload/stall-by-requests.test.ts'],
  },
  {
    sentence: 'Any number of requests of one principal may wait.',
    edits: [{ in: 'createFairQueue', replace: 'waitingPerKey: $WAITING', by: 'waitingPerKey: 100 * $WAITING' }],
    tests: ['test/attacks/overload/stall-by-requests.test.ts'],
  },
  {
    sentence: 'Large bodies wait for their turn as parsed JSON, twenty times as large.',
    edits: [{ in: 'createFairQueue', replace: '$BODY_BYTES <= largeBody', by: '$BODY_BYTES <= 1_000 * largeBody' }],
    tests: ['test/attacks/overload/keep-bodies-waiting.test.ts'],
  },
  {
    sentence: 'A text that was refused is accepted when it is sent again.',
    edits: [
      {
        in: 'createDocumentCheck',
        replace: 'checkText($TEXT); $PASSED.set($TEXT, true);',
        by: '$PASSED.set($TEXT, true); checkText($TEXT);',
      },
    ],
    tests: ['test/engine/document/check-document.test.ts'],
  },
  {
    sentence: 'The extensions of a request hold any number of values.',
    edits: [{ in: 'createDocumentCheck', replace: 'checkVariables(extensions)', by: 'void extensions' }],
    tests: ['test/server/spine/requests/hostile-documents.test.ts'],
  },
  {
    sentence: 'One request takes all connections of the pool.',
    edits: [{ in: 'connectionsPerRequest', replace: '2', by: '200' }],
    tests: ['test/attacks/overload/stall-by-requests.test.ts'],
  },
  {
    sentence: 'A client that is not behind a trusted proxy chooses its address by a header.',
    edits: [{ in: 'createHttpServer', replace: '$TRUSTED_PROXIES.length > 0 && $IS_TRUSTED', by: 'true' }],
    tests: ['test/attacks/overload/stall-by-requests.test.ts'],
  },
  {
    sentence: 'The values of an answer are not bounded, only its objects.',
    edits: [{ in: 'check-document.ts#refusals', drop: "values: 'TOO_MANY_ROWS'" }],
    tests: ['test/attacks/overload/fill-the-memory.test.ts', 'test/server/spine/requests/hostile-documents.test.ts'],
  },
];
