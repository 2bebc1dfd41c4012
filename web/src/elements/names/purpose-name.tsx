import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { purposeNames } from '../../generated/names.ts';
import type { Purpose } from '../../generated/vocabulary.ts';

/** The name of a purpose as people say it. */
export function PurposeName({ purpose }: { readonly purpose: Purpose }): ReactNode {
  const { i18n } = useLingui();
  return i18n._(purposeNames[purpose]);
}
