import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { sayInstants } from '../time/say-instants.ts';
import { Whole } from './whole.tsx';

/** A sentence of the gateway, with its instants as people write them, and each number of a ticket or a request on one line. */
export function Said({ sentence }: { readonly sentence: string }): ReactNode {
  const { i18n } = useLingui();
  return sayInstants(sentence, i18n.locale)
    .split(/([A-Z]-\d+)/)
    .map((part, at) => (at % 2 === 1 ? <Whole key={part}>{part}</Whole> : part));
}
