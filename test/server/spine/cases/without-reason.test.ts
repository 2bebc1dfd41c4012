import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/**
 * The places without a reason. Each is about a row that can be hidden from the principal, about a principal without an id, or about one
 * who has left the staff; the fallback of root-rules.ts is for what no rule foresees. The body of a request about a session is no part of
 * the schema: the error names its members. A process that has no passkeys has no such requests. A page for
 * everybody says by its fields what is wrong.
 */
const undisclosed = {
  'engine/guard/root-rules.ts': ['FIELD_NOT_PERMITTED'],
  'identity/sessions/ask-for-email.ts': ['INPUT_INVALID'],
  'identity/sessions/open-sessions.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'identity/sessions/serve-sessions.ts': ['INPUT_INVALID', 'NOT_FOUND'],
  'server/library/identity.ts': ['NOT_FOUND'],
  'server/library/rows/rows.ts': ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  'server/library/rows/write-rows.ts': ['NOT_FOUND'],
  'town/shared/pages/serve-public-pages.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/requests/pages/take-message.ts': ['INPUT_INVALID'],
  'town/requests/pages/take-number.ts': ['INPUT_INVALID', 'INPUT_INVALID', 'NOT_FOUND'],
  'town/counter/card-writes.ts': ['NOT_FOUND'],
  'town/people/claims/claim-code-writes.ts': ['NOT_FOUND'],
  'town/staff/employee-writes.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/counter/encounter-writes.ts': ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  'town/requests/erasures/erasures.ts': ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  'town/mandates/lock-mandate.ts': ['NOT_FOUND'],
  'town/mandates/mandate-writes.ts': ['NOT_FOUND'],
  'town/mandates/partners/partner-client-changes.ts': ['NOT_FOUND'],
  'town/mandates/partners/partner-client-writes.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/services/payments/payment-writes.ts': ['NOT_FOUND'],
  'town/requests/privacy-request-filings.ts': ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  'town/requests/privacy-request-writes.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/people/resident-writes.ts': ['NOT_FOUND'],
  'town/helpdesk/tickets/ticket-reads.ts': ['NOT_FOUND'],
  'town/helpdesk/tickets/ticket-writes.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/history/log/log-proof-resolvers.ts': ['NOT_FOUND'],
  'town/services/payments/payment-resolvers.ts': ['NOT_FOUND'],
  'town/requests/privacy-request-mutations.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/statement/privacy-statement-resolvers.ts': ['NOT_FOUND'],
  'town/people/resident-mutations.ts': ['NOT_FOUND', 'NOT_FOUND'],
  'town/services/service-resolvers.ts': ['NOT_FOUND'],
  'town/helpdesk/tickets/ticket-mutations.ts': ['NOT_FOUND', 'NOT_FOUND'],
};

test('no reason is given by the places of the source that are decided so, and by no other', () => {
  const sites = /new PrivacyError\('(CONFLICT|NOT_FOUND|CASE_UNKNOWN|FIELD_NOT_PERMITTED|INPUT_INVALID)'(?!, \{\s*reason)/g;
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('cli/'))
    .map((file) => [file, [...readFileSync(`src/${file}`, 'utf8').matchAll(sites)].map(([, code]) => code!).toSorted()] as const)
    .filter(([, codes]) => codes.length > 0);
  expect(Object.fromEntries(found.toSorted(([one], [other]) => (one < other ? -1 : 1)))).toEqual(undisclosed);
});
