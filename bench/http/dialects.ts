import type { ContenderName, Told } from './contender.ts';

/** How a contender is asked for the list, in its own schema. */
export interface Dialect {
  readonly list: string;
  /** Arguments besides the page's: all contenders sort by registration. */
  readonly order: string;
  readonly cursorType: string;
  /** What is selected of each resident. */
  readonly node: string;
  /** Reads an answer's resident. */
  readonly tell: (node: Node) => Told;
}

/** A resident as answered; with PostGraphile flat. */
export interface Node extends Told {
  readonly address?: Address;
}

export interface Address {
  readonly street: string | null;
  readonly locality: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
}

const names = 'givenName familyName initials ageBand emailHint phoneHint';

const nested: Dialect = {
  list: 'residents',
  order: '',
  cursorType: 'String',
  node: `id ${names} address { street locality province postalCode }`,
  tell: ({ address, ...node }) => ({ ...node, locality: address?.locality ?? null, province: address?.province ?? null }),
};

/** Columns that are not granted are no fields with PostGraphile, so the street and the postal code can't be asked for. */
const flat: Dialect = {
  list: 'allResidents',
  order: ', orderBy: [REGISTERED_AT_ASC, PRIMARY_KEY_ASC]',
  cursorType: 'Cursor',
  node: `id: rowId ${names} locality province`,
  tell: (node) => node,
};

/** @returns how that contender is asked */
export function dialectOf(name: ContenderName): Dialect {
  return name === 'postgraphile' ? flat : nested;
}
