import { buildSchema } from '../../src/gateway/build-schema.ts';
import { categories } from '../../src/policy/categories.ts';
import { allPurposes, purposes } from '../../src/policy/purposes.ts';

/** The access entries of the tour, as the privacy officer reviews them. */
export const entriesQuery = /* GraphQL */ `
  query Entries {
    accessEntries(first: 50) {
      edges {
        node {
          number
          at
          role
          purpose
          outcome
          partner {
            name
          }
          subjects {
            pseudonym
            relationship
            released
            withheld
          }
        }
      }
    }
  }
`;

const { catalogue } = buildSchema();

interface Entry {
  readonly number: string;
  readonly at: string;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly partner: { readonly name: string } | null;
  readonly subjects: readonly {
    readonly pseudonym: string;
    readonly relationship: string;
    readonly released: readonly string[];
    readonly withheld: readonly string[];
  }[];
}

const who: Readonly<Record<string, string>> = {
  RESIDENT: 'A resident',
  CUSTOMER_SERVICE: 'A clerk of customer service',
  SUPPORT: 'A helpdesk employee',
  PRIVACY_OFFICER: 'A privacy officer',
  SECURITY: 'A security officer',
};

/** A role as a sentence names somebody who has it. */
export function sayRole(role: string | null): string {
  return role === null ? 'A command that keeps the log' : (who[role] ?? role);
}

/** Each entry in plain words, oldest first. */
export function entriesInWords(data: unknown): string[] {
  const { accessEntries } = data as { accessEntries: { edges: readonly { node: Entry }[] } };
  return accessEntries.edges.map(({ node }) => inWords(node)).toReversed();
}

function inWords({ number, role, purpose, partner, outcome, subjects }: Entry): string {
  const asker = partner?.name ?? sayRole(role);
  const known = allPurposes.find((one) => one === purpose);
  const why = known ? `, for ${purposes[known].sentence},` : '';
  if (subjects.length === 0) return `${number}. ${asker}${why} asked and saw nobody (${outcome.toLowerCase()}).`;
  const people = subjects.map(({ pseudonym, relationship, released, withheld }) => {
    const saw = released.length > 0 ? `saw ${fields(released)}` : 'saw nothing';
    const hidden = withheld.length > 0 ? `; withheld: ${fields(withheld)}` : '';
    return `of ${pseudonym} (${relationship}) ${saw}${hidden}`;
  });
  return `${number}. ${asker}${why} ${people.join('; ')}.`;
}

/** Coordinates by what they hold, in plain words. */
function fields(coordinates: readonly string[]): string {
  const held = coordinates.map((coordinate) => catalogue.outputs.get(coordinate)?.category);
  return [...new Set(held.map((category) => (category ? categories[category].label : 'something that is no longer kept')))].join(', ');
}
