import type { CorpusOperation } from './operation.ts';

export const corpus: readonly CorpusOperation[] = [{ name: 'x', persona: 'resident', query: '{ me { givenName } }' }];
