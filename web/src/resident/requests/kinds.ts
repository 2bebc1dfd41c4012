import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PrivacyRequestKind } from '../../generated/vocabulary.ts';

/** The kinds of requests, in the words of the person who files them. */
export const requestKinds: Readonly<Record<PrivacyRequestKind, MessageDescriptor>> = {
  ACCESS: msg`See everything that is held about me`,
  CORRECTION: msg`Have something corrected`,
  COMPLAINT: msg`Complain`,
  QUESTION: msg`Ask something`,
  COMMENT: msg`Say something`,
  ACCESS_QUESTIONED: msg`Question who looked at my record`,
};
