import { runPrivacy } from '../../cli/run-privacy.ts';

// `npm run privacy`.
await runPrivacy(async () => (await import('../index.ts')).town);
