import type { ContenderName, ResidentFields } from './contender.ts';

/** The query for the list in a contender's schema. */
export interface Dialect {
  readonly list: string;
  /** Arguments in addition to those of the page: all contenders sort by registration. */
  readonly order: string;
  readonly cursorType: string;
  /** The selection set of a resident. */
  readonly node: string;
  /** Converts a resident in an answer to the common form. */
  readonly read: (node: Node) => ResidentFields;
}

/** A resident in an answer; flat with PostGraphile. */
export interface Node extends ResidentFields {
  readonly address?: Address;
}

export interface Address {
  readonly street: string | null;
  readonly locality: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
}

const names = 'givenName familyName initials ageBand emailHint';

const nested: Dialect = {
  list: 'residents',
  order: '',
  cursorType: 'String',
  node: `id ${names} phoneHint address { street locality province postalCode }`,
  read: ({ address, ...node }) => ({ ...node, locality: address?.locality ?? null, province: address?.province ?? null }),
};

/** PostGraphile has no fields for columns without a grant, so the address and the telephone's hint cannot be selected. */
const flat: Dialect = {
  list: 'allResidents',
  order: ', orderBy: [REGISTERED_AT_ASC, PRIMARY_KEY_ASC]',
  cursorType: 'Cursor',
  node: `id: rowId ${names}`,
  read: (node) => ({ ...node, phoneHint: null, locality: null, province: null }),
};

/** The dialect of a contender. */
export function dialectOf(name: ContenderName): Dialect {
  return name === 'postgraphile' ? flat : nested;
}
