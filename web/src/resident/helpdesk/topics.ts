import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { TicketTopic } from '../../generated/vocabulary.ts';

/** The topics of questions, in the words of the person who asks. */
export const ticketTopics: Readonly<Record<TicketTopic, MessageDescriptor>> = {
  SIGNING_IN: msg`Signing in`,
  REGISTRATION: msg`Being on record, or enrolling`,
  PAYMENT: msg`Prices, bills and refunds`,
  WEBSITE: msg`A page that does not work`,
  OTHER: msg`Something else`,
};
