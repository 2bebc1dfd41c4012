import { messages as names } from '../../../locales/en/names.po';
import { messages as shared } from '../../../locales/en/web/shared-later.po';

/** The shared sentences that the first page of a resident does not show, with the gateway's names of roles, purposes and relationships. */
export const messages = { ...names, ...shared };
