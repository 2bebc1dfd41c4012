import type { RequestContext } from '../../engine/request-context.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { PurposeText } from '../shared/graphql/generated/schema.ts';
import { readAcknowledgements, writeAcknowledgement } from './acknowledgements.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';

export const purposeTexts: Resolvers = {
  Query: {
    purposeTexts: (_parent, _arguments, { request }) => withAcknowledgements(request, request.purposeTexts),
  },
  Mutation: {
    acknowledgePurpose: async (_parent, { input }, { request }) => {
      const text = request.purposeTexts.find(({ purpose }) => purpose === request.declaration?.purpose);
      if (text?.version !== input.version) throw new PrivacyError('CONFLICT', { reason: 'PURPOSE_TEXT_CHANGED' });
      await writeAcknowledgement(request.reader, request.principal, text);
      const [acknowledged] = await withAcknowledgements(request, [text]);
      return { purposeText: acknowledged ?? null };
    },
  },
};

async function withAcknowledgements(request: RequestContext, texts: RequestContext['purposeTexts']): Promise<PurposeText[]> {
  if (texts.length === 0) return [];
  const made = await readAcknowledgements(request.reader, request.principal.id, texts);
  return texts.map((text) => ({ ...text, acknowledgedAt: made.get(text.version) ?? null }));
}
