import type { Resolvers } from './generated.ts';

export const privacyStatement: Resolvers = {
  Query: {
    privacyStatement: (_parent, { at }, { request }) => {
      const statement = request.statementAt(at === undefined || at === null ? request.now : new Date(at));
      if (!statement) return null;
      const { version, effectiveFrom } = statement;
      const clauses = Object.entries(statement.clauses).map(([name, text]) => ({ name, text }));
      return { version, effectiveFrom, clauses, text: clauses.map(({ text }) => text).join('\n\n') };
    },
  },
};
