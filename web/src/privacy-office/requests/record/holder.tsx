import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { personName } from '../../../elements/names/person-name.ts';

interface Props {
  readonly isMine: boolean;
  readonly assignee: { readonly givenName?: string | null; readonly familyName?: string | null } | null | undefined;
}

/** The officer who has taken a request. */
export function Holder({ isMine, assignee }: Props): ReactNode {
  if (isMine) return <Trans>You have taken it.</Trans>;
  const name = personName(assignee);
  return name ? <Trans>{name} has taken it.</Trans> : <Trans>Nobody has taken it.</Trans>;
}
