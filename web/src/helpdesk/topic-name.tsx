import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { TicketTopic } from '../generated/vocabulary.ts';

/** The topic of a question, in words. */
export const topicNames: Readonly<Record<TicketTopic, MessageDescriptor>> = {
  SIGNING_IN: msg`Signing in`,
  REGISTRATION: msg`Registration`,
  PAYMENT: msg`Payment`,
  WEBSITE: msg`Website`,
  OTHER: msg`Something else`,
};
