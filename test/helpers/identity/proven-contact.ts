import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import type { AnonymousSenders } from '../../../src/town/requests/senders/anonymous-senders.ts';

/** The code that proves every contact to `alwaysProven`. */
export const provenCode = 'PROV-ENAA';

/** For suites that repeat operations: a real code is used once. */
export const alwaysProven: AnonymousSenders = (_address, now) => ({
  sendCode: async () => now,
  admitRepeated: async () => {},
  find: (look) => look(),
  admit: async (_letter, code) => {
    if (code !== provenCode) throw new PrivacyError('CONTACT_NOT_PROVEN');
  },
});
