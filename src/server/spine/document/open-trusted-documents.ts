import { join } from 'node:path';
import type { Config } from '../../../platform/settings/config.ts';
import { readTrustedDocuments, type TrustedDocuments } from '../../../engine/document/trusted-documents.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * The documents that the gateway trusts: those of the setting, and those of its own pages.
 * @param pages the folder of the built pages; undefined: none are served
 * @returns undefined: every document is served, and none can be named
 * @throws PrivacyError SETTING_INVALID, naming each wrong file and document
 */
export function openTrustedDocuments(
  { manifests, trustedOnly }: Pick<Config['clients'], 'manifests' | 'trustedOnly'>,
  pages: string | undefined,
): TrustedDocuments | undefined {
  if (manifests.length > 0 || pages !== undefined) {
    return readTrustedDocuments(manifests, trustedOnly, pages === undefined ? undefined : join(pages, 'persisted-documents.json'));
  }
  if (!trustedOnly) return undefined;
  const problem = 'TRUSTED_DOCUMENTS: must name the manifests, because TRUSTED_DOCUMENTS_ONLY is true and no pages are built';
  throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
}
