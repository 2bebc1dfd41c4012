import type { PolicyException } from '../shared/graphql/generated/schema.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';

export const policy: Resolvers = {
  Query: {
    policy: (_parent, _arguments, { request }) =>
      request.plan?.scopeOf('Query.policy') === 'OPEN' ? { version: request.policy.version } : null,
  },
  PolicyCell: {
    exceptions: ({ exceptions }) => exceptions as Row<PolicyException>[],
  },
  Policy: {
    cells: (_policy, { role }, { request }) => {
      const { cells, prohibitions } = request.policy;
      const clauses = new Map(prohibitions.map(({ line, clause }) => [line, clause]));
      return cells
        .filter((cell) => !role || cell.role === role)
        .map(({ except, ...cell }) => ({
          ...cell,
          exceptions: except.map(({ line, holds, unless }) => ({ line, clause: clauses.get(line) ?? '', when: holds, unless })),
        }));
    },
    prohibitions: (_policy, _arguments, { request }) =>
      request.policy.prohibitions.map(({ line, clause, categories, roles = null, purposes = null, when = [], unless = {} }) => ({
        line,
        clause,
        categories,
        roles,
        purposes,
        when,
        unlessPurposes: unless.purposes ?? [],
        unlessRelationships: unless.relationships ?? [],
        unless: unless.conditions ?? [],
      })),
  },
};
