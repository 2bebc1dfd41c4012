/** Asks for the resident's own access history. */
export const historyQuery = /* GraphQL */ `
  query History {
    me {
      accessHistory(first: 50) {
        coverage {
          since
        }
        edges {
          node {
            at
            by {
              role
              partner {
                name
              }
            }
            why
            fields
            case
            kind
          }
        }
      }
    }
  }
`;

interface Entry {
  readonly at: string;
  readonly by: { readonly role: string; readonly partner: { readonly name: string } | null };
  readonly why: string;
  readonly fields: readonly string[];
  readonly case: string | null;
  readonly kind: string;
}

interface History {
  readonly coverage: { readonly since: string };
  readonly edges: readonly { readonly node: Entry }[];
}

/** The resident's access history in words, newest first: one paragraph for each case and reason. */
export function historyInWords(data: unknown, roleInWords: (role: string) => string): readonly string[] {
  const { accessHistory } = (data as { me: { accessHistory: History } }).me;
  const entries = accessHistory.edges.map(({ node }) => node);
  const groups = Map.groupBy(entries, ({ case: matter, why }) => `${matter ?? ''} ${why}`);
  const paragraphs = [...groups.values()].flatMap((reads) => [
    `- ${reads[0]!.why}`,
    ...reads.map(({ at, by, kind, fields }) => {
      const what = kind === 'APPEARED_IN_SEARCH' ? 'you appeared in a search of' : 'your record was opened by';
      const saw = fields.length > 0 ? `, who saw: ${fields.join(', ')}` : ', who saw nothing';
      return `    ${at} ${what} ${by.partner?.name ?? roleInWords(by.role)}${saw}.`;
    }),
  ]);
  return [...paragraphs, `The log is complete since ${accessHistory.coverage.since}.`];
}
