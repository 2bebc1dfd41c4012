import { runSequencer } from '../../cli/run-sequencer.ts';

// `npm run sequencer`.
await runSequencer(async () => (await import('../index.ts')).town);
