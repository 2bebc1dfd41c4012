import { runIdentity } from '../../cli/run-identity.ts';

// `npm run identity`.
await runIdentity(async () => (await import('../index.ts')).town);
