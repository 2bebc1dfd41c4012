import type { Wording } from './wording.ts';

/** How a clerk knew who was served, in French. */
export const frenchIdentified: Wording['identified'] = {
  PHOTO_CARD: 'après que la personne eut montré une carte avec photo',
  ANSWERS_MATCHED: 'après que les réponses de la personne eurent été comparées avec le dossier',
  KNOWN_TO_ME: 'après que le membre du personnel eut dit connaître la personne',
};
