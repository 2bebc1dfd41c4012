import { openJournal } from '../../../src/identity/accounts/journal/journal.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { testCalendar } from '../time/calendar.ts';

/** The journal of accounts under the policy in force. */
export const testJournal = openJournal(policyInForce, testCalendar);
