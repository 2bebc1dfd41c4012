import type { RequestContext } from '../../engine/request-context.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import type { PrivacyStatement } from '../shared/graphql/generated/schema.ts';
import { awaitsStatement, writeStatementAcknowledgement } from './statement-acknowledgements.ts';
import { answerWords } from '../shared/resolver-parts.ts';
import { touch } from '../shared/graphql/check-input.ts';

export const privacyStatement: Resolvers = {
  Query: {
    privacyStatement: (_parent, { at }, { request }) => {
      const statement = request.statementAt(at === undefined || at === null ? request.now : new Date(at));
      return statement ? said(request, statement) : null;
    },
    statementToAcknowledge: async (_parent, _arguments, { request }) => {
      const statement = request.statementAt(request.now);
      if (!statement) return null;
      return (await awaitsStatement(request.reader, request.principal.id, statement.version)) ? said(request, statement) : null;
    },
  },
  Mutation: {
    acknowledgeStatement: async (_parent, { input: { version } }, { request }) => {
      const statement = request.statementAt(request.now);
      if (statement?.version !== version) throw new PrivacyError('CONFLICT', { reason: 'STATEMENT_CHANGED' });
      const residentId = request.principal.id;
      if (residentId === undefined || !(await writeStatementAcknowledgement(request.reader, residentId, version)))
        throw new PrivacyError('NOT_FOUND');
      await touch(request, residentId, 'Mutation.acknowledgeStatement');
      return { statement: said(request, statement) };
    },
  },
};

function said(request: RequestContext, statement: NonNullable<ReturnType<RequestContext['statementAt']>>): PrivacyStatement {
  const { version, effectiveFrom, clauses: byName } = answerWords(request).statement(statement);
  const clauses = Object.entries(byName).map(([name, text]) => ({ name, text }));
  return { version, effectiveFrom, clauses, text: clauses.map(({ text }) => text).join('\n\n') };
}
