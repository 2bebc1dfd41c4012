import { town } from '../../src/town/index.ts';
import { accountActs } from '../../src/identity/accounts/journal/account-acts.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { categories } from '../../src/town/policy/words/categories.ts';
import { allPurposes, purposes } from '../../src/town/policy/words/purposes.ts';

/** Asks for the access entries of the tour, as a privacy officer who reviews them. */
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
          command
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

const { markings } = buildSchema(town);

interface Entry {
  readonly number: string;
  readonly at: string;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly command: string | null;
  readonly partner: { readonly name: string } | null;
  readonly subjects: readonly {
    readonly pseudonym: string;
    readonly relationship: string;
    readonly released: readonly string[];
    readonly withheld: readonly string[];
  }[];
}

const roleNames: Readonly<Record<string, string>> = {
  RESIDENT: 'A resident',
  CUSTOMER_SERVICE: 'A clerk of customer service',
  SUPPORT: 'A helpdesk employee',
  PRIVACY_OFFICER: 'A privacy officer',
  SECURITY: 'A security officer',
  STAFF_ADMINISTRATOR: 'A staff administrator',
};

/** The subject of a sentence about a principal with this role; null: a command. */
export function roleInWords(role: string | null): string {
  return role === null ? 'A command that keeps the log' : (roleNames[role] ?? role);
}

/** One sentence for each entry, oldest first. */
export function entriesInWords(data: unknown): readonly string[] {
  const { accessEntries } = data as { accessEntries: { edges: readonly { node: Entry }[] } };
  return accessEntries.edges.map(({ node }) => inWords(node)).toReversed();
}

function inWords({ number, role, purpose, partner, outcome, command, subjects }: Entry): string {
  if (accountActs.some((act) => act === command))
    return `${number}. Account of ${subjects.map(({ pseudonym }) => pseudonym).join(', ') || 'the reviewer'}: ${command}.`;
  const viewer = partner?.name ?? roleInWords(role);
  const known = allPurposes.find((one) => one === purpose);
  const why = known ? `, for ${purposes[known].sentence},` : '';
  if (subjects.length === 0) return `${number}. ${viewer}${why} asked and saw no data subject (${outcome.toLowerCase()}).`;
  const people = subjects.map(({ pseudonym, relationship, released, withheld }) => {
    const saw = released.length > 0 ? labelsOf(released) : 'nothing';
    const hidden = withheld.length > 0 ? `; withheld: ${labelsOf(withheld)}` : '';
    return `saw of ${pseudonym} (${relationship}): ${saw}${hidden}`;
  });
  return `${number}. ${viewer}${why} ${people.join('; ')}.`;
}

/** The labels of the coordinates' data categories. */
function labelsOf(coordinates: readonly string[]): string {
  const held = coordinates.map((coordinate) => markings.outputs.get(coordinate)?.category);
  return [...new Set(held.map((category) => (category ? categories[category].label : 'something that is no longer kept')))].join(', ');
}
