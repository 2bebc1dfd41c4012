import { privacyProgram, runProgram } from '../../cli/run-program.ts';

// `npm run privacy`.
await runProgram(privacyProgram, async () => (await import('../index.ts')).town, process.argv.slice(2));
