import type { LogRetention } from '../../../engine/policy/declaration/log-retention.ts';

/**
 * The retention of the access log. An access entry is personal information about its reader and its data subject, so it is not kept
 * forever.
 */
export const logRetention: LogRetention = {
  years: 7,
  clause: 'rights',
  authority: 'Protection of Privacy Act',
  sentence: 'We keep the record of who looked at what for seven years, so that a person can ask or complain about it, and no longer.',
};
