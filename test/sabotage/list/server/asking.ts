import type { Sabotage } from '../../patch.ts';

const openCase = 'src/town/access/open-case.ts';
const mandates = 'src/town/mandates/mandate-in-force.ts';

/** Stages 1 and 2: the principal, the purpose, and the case or mandate. */
export const asking: readonly Sabotage[] = [
  {
    sentence: 'Requests that wait for their turn take the places of those that could be served.',
    edits: [{ file: 'src/server/fairness/admission.ts', from: 'slots: $mostRequests * presentForEach', to: 'slots: $mostRequests' }],
    tests: ['test/attacks/shut-others-out.test.ts'],
  },
  {
    sentence: 'One address reads the public log as often at once as it likes.',
    edits: [
      {
        file: 'src/server/fairness/fair-queue.ts',
        from: 'admission.admit($response, ($deadline) => queue.runForAddress($address, $deadline, $work))',
        to: 'admission.admit($response, () => admission.serve($work))',
      },
    ],
    tests: ['test/attacks/shut-others-out.test.ts'],
  },
  {
    sentence: 'An invalid token makes the request anonymous and is not an error.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: `throw $error instanceof PrivacyError ? $error : refusedToken($error);`,
        to: `return { principal: anonymous, jkt: undefined, notBefore: undefined, expires: 0 };`,
      },
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: '{ trust, audience, tokenMaxLifetime, claims, ownIssuer }: AcceptedTokens',
        to: '{ trust, audience, tokenMaxLifetime, claims, ownIssuer, anonymous }: AcceptedTokens',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'The operator is not told why a token was refused.',
    edits: [
      { file: 'src/identity/authentication/tokens/authenticate.ts', from: 'accepted.reportRefused?.(error.problem)', to: 'undefined' },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A token for another service is accepted.',
    edits: [{ file: 'src/identity/authentication/tokens/authenticate.ts', from: '      audience,\n', to: '' }],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A token may be valid for as long as its issuer likes.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: 'payload.exp! - $iat > $tokenMaxLifetime',
        to: 'payload.exp! < $iat',
      },
    ],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A token may claim to be made in the future, so that its lifetime looks short.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: 'now.getTime() / 1_000 + clockSkew)',
        to: 'Number.POSITIVE_INFINITY)',
      },
    ],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'The purpose is checked against the role, not against the token.',
    edits: [
      {
        file: 'src/engine/purpose/agree.ts',
        from: 'purposesOf($policy, $principal.role).filter(($one) => $principal.tokenPurposes.includes($one));',
        to: 'purposesOf($policy, $principal.role);',
      },
    ],
    tests: ['test/engine/purpose/agree.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'Another employee’s encounter is accepted as the case.',
    edits: [{ file: openCase, from: 'where id = ${$caseId} and employee_id = ${$ownerId} and', to: 'where id = ${$caseId} and' }],
    tests: ['test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'Another employee’s ticket is accepted as the case.',
    edits: [
      {
        file: openCase,
        from: 'from recreation.ticket where id = ${$caseId} and assignee_id = ${$ownerId} and',
        to: 'from recreation.ticket where id = ${$caseId} and',
      },
    ],
    tests: ['test/town/access/open-case.test.ts', 'test/channels/hidden-or-absent.test.ts'],
  },
  {
    sentence: 'An idle encounter is accepted as the case.',
    edits: [
      {
        file: openCase,
        from: '\n    and encounter.last_active_at > ${$now}::timestamptz - make_interval(mins => ${$encounterIdleMinutes})',
        to: '',
      },
    ],
    tests: ['test/town/access/open-case.test.ts', 'test/town/counter/encounter-resolvers.test.ts'],
  },
  {
    sentence: 'The open encounter that a clerk finds after a reload may be another employee’s.',
    edits: [
      {
        file: 'src/town/counter/encounters.ts',
        from: 'where ${wanted} and encounter.employee_id = ${$viewer.principalId ?? null}::uuid',
        to: 'where ${wanted} and ${$viewer.principalId ?? null}::uuid is not null',
      },
    ],
    tests: ['test/town/counter/open-encounter.test.ts', 'test/channels/mutations.test.ts'],
  },
  {
    sentence: 'An encounter that has ended goes on for another purpose.',
    edits: [
      {
        file: 'src/town/counter/encounter-writes.ts',
        from: "if (!encounter.open) throw new PrivacyError('CONFLICT', { reason: 'ENCOUNTER_ENDED' });\n  return encounter;",
        to: 'return encounter;',
      },
      {
        file: 'src/town/counter/encounter-writes.ts',
        from: 'where encounter.id = ${$id}::uuid and ${isEncounterOpen($reader.now)} returning id',
        to: 'where encounter.id = ${$id}::uuid returning id',
      },
    ],
    tests: ['test/town/counter/open-encounter.test.ts'],
  },
  {
    sentence: 'An operation that leaves no entry restarts the idle time of an encounter.',
    edits: [
      {
        file: 'src/server/spine/stages/record.ts',
        from: 'if ($holder.id !== undefined) await checkAccess($condition, $reader, $holder);\n',
        to: `if ($holder.id !== undefined) await checkAccess($condition, $reader, $holder);
          if (declaration?.openCase?.renewalDue) await renewEncounter($reader, declaration.openCase.id);\n`,
      },
      {
        file: 'src/server/spine/stages/record.ts',
        from: 'async function checkUnlogged($condition: AccessCondition, { $reader }: RequestContext',
        to: 'async function checkUnlogged($condition: AccessCondition, { $reader, declaration }: RequestContext',
      },
    ],
    tests: ['test/attacks/keep-an-encounter-open-unseen.test.ts'],
  },
  {
    sentence: 'A token that is bound to one case is accepted for another case of the same employee.',
    edits: [
      {
        file: 'src/engine/purpose/declare-purpose.ts',
        from: "if ($foreign) throw new PrivacyError('CASE_UNKNOWN', { reason: 'OTHER_CASE_IN_TOKEN' });\n",
        to: '',
      },
    ],
    tests: ['test/engine/purpose/declare-purpose.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'An expired mandate is in force.',
    edits: [{ file: mandates, from: `    when mandate.valid_until <= \${$now} then 'EXPIRED'\n`, to: '' }],
    tests: ['test/town/access/declare-purpose.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A court order is in force with one approval.',
    edits: [{ file: 'src/town/policy/partners.ts', from: 'approvals: 2', to: 'approvals: 1' }],
    tests: ['test/town/access/declare-purpose.test.ts', 'test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'Another partner’s mandate is accepted.',
    edits: [
      {
        file: mandates,
        from: 'where mandate.id = ${$mandateId} and mandate.partner_id = ${$partnerId}`',
        to: 'where mandate.id = ${$mandateId}`',
      },
    ],
    tests: ['test/town/access/declare-purpose.test.ts', 'test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'Aliases of one field with different arguments count as fields alone, so one operation needs hundreds of statements.',
    edits: [
      {
        file: 'src/engine/document/measure-document.ts',
        from: `!$parent?.name.startsWith('__') ? $each : 0;`,
        to: `!$parent?.name.startsWith('__') ? 0 : 0;`,
      },
    ],
    tests: ['test/attacks/stall-by-aliases.test.ts', 'test/engine/document/measure-document.test.ts'],
  },
  {
    sentence: 'All anonymous clients share one line, so one of them keeps the others waiting.',
    edits: [
      {
        file: 'src/server/fairness/fair-queue.ts',
        from: "addressLevels('address', $address)",
        to: "addressLevels('address', $address && '')",
      },
    ],
    tests: ['test/attacks/stall-by-requests.test.ts'],
  },
  {
    sentence: 'Any number of requests of one principal may wait.',
    edits: [
      {
        file: 'src/server/fairness/fair-queue.ts',
        from: 'waitingPerKey: $waiting',
        to: 'waitingPerKey: 100 * $waiting',
      },
    ],
    tests: ['test/attacks/stall-by-requests.test.ts'],
  },
  {
    sentence: 'Large bodies wait for their turn as parsed JSON, twenty times as large.',
    edits: [{ file: 'src/server/fairness/fair-queue.ts', from: '$bodyBytes <= largeBody', to: '$bodyBytes <= 1_000 * largeBody' }],
    tests: ['test/attacks/keep-bodies-waiting.test.ts'],
  },
  {
    sentence: 'A text that was refused is accepted when it is sent again.',
    edits: [
      {
        file: 'src/engine/document/check-document.ts',
        from: '        checkText(text);\n        passed.set(text, true);',
        to: '        passed.set(text, true);\n        checkText(text);',
      },
    ],
    tests: ['test/engine/document/check-document.test.ts'],
  },
  {
    sentence: 'The extensions of a request hold any number of values.',
    edits: [{ file: 'src/engine/document/check-document.ts', from: 'checkVariables(extensions);', to: 'void extensions;' }],
    tests: ['test/server/spine/hostile-documents.test.ts'],
  },
  {
    sentence: 'One request takes all connections of the pool.',
    edits: [
      {
        file: 'src/server/spine/entry/operation-records.ts',
        from: 'const connectionsPerRequest = 2;',
        to: 'const connectionsPerRequest = 200;',
      },
    ],
    tests: ['test/attacks/stall-by-requests.test.ts'],
  },
  {
    sentence: 'A client that is not behind a trusted proxy chooses its address by a header.',
    edits: [
      {
        file: 'src/server/http/connections/http-server.ts',
        from: '$trustedProxies.length > 0 && isTrusted,',
        to: 'true,',
      },
    ],
    tests: ['test/attacks/stall-by-requests.test.ts'],
  },
  {
    sentence: 'The values of an answer are not bounded, only its objects.',
    edits: [{ file: 'src/engine/document/check-document.ts', from: "values: 'TOO_MANY_ROWS',", to: '' }],
    tests: ['test/attacks/fill-the-memory.test.ts', 'test/server/spine/hostile-documents.test.ts'],
  },
];
