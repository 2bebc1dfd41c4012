import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { drafts } from '../../session/drafts.ts';
import { requestDrafts } from '../requests/request-drafts.ts';

/** Begins a request to correct what the resident cannot change. @param about what is wrong, within a sentence */
export function AskCorrection({ about }: { readonly about: string }): ReactNode {
  const { t } = useLingui();
  const router = useRouter();
  const begin = (): void => {
    drafts.write(requestDrafts.kind, 'CORRECTION');
    if (drafts.read(requestDrafts.body) === '') drafts.write(requestDrafts.body, t`Please correct ${about}. It should be: `);
    void router.navigate({ to: '/requests' });
  };
  return (
    <p className="no-print">
      <button type="button" aria-label={t`Ask for a correction of ${about}`} onClick={begin}>
        <Trans>Ask for a correction</Trans>
      </button>
    </p>
  );
}
