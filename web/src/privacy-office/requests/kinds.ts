import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PrivacyRequestKind } from '../../generated/vocabulary.ts';

/** The kinds of requests, in the words of the office that answers them. */
export const requestKinds: Readonly<Record<PrivacyRequestKind, MessageDescriptor>> = {
  ACCESS: msg`Access to everything that is held`,
  CORRECTION: msg`Correction`,
  COMPLAINT: msg`Complaint`,
  QUESTION: msg`Question`,
  COMMENT: msg`Comment`,
  ACCESS_QUESTIONED: msg`A read is questioned`,
};
