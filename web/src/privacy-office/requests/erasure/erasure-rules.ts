import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ErasureRule } from '../../../generated/vocabulary.ts';

/** Under which rule something is erased from the log. */
export const erasureRules: Readonly<Record<ErasureRule, MessageDescriptor>> = {
  ERASURE_REQUEST: msg`The person asked for it and has the right to it`,
  COURT_ORDER: msg`A court ordered it`,
  RECORDED_UNLAWFULLY: msg`The law did not allow to record it`,
};
