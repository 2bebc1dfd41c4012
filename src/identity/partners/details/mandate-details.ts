import type { DataCategory, Purpose } from '../../../engine/register.ts';

/** The one type of authorization details (RFC 9396) that the authorization server grants. */
export const mandateType = 'urn:need-to-know:mandate';

/** The requested or granted access of a partner under one mandate. An undefined list does not limit. */
export interface MandateDetails {
  readonly type: typeof mandateType;
  /** The mandate's id. */
  readonly mandate: string;
  readonly actions: readonly ['read'];
  readonly purpose: Purpose;
  readonly categories?: readonly DataCategory[] | undefined;
  /** Schema coordinates of output fields: `Resident.birthDate`. */
  readonly fields?: readonly string[] | undefined;
  /** Ids of data subjects as the partner knows them: its own pseudonyms. */
  readonly subjects?: readonly string[] | undefined;
}
