import { messages as names } from '../../../locales/fr/names.po';
import { messages as shared } from '../../../locales/fr/web/shared-later.po';

/** The shared sentences that the first page of a resident does not show, with the gateway's names of roles, purposes and relationships. */
export const messages = { ...names, ...shared };
