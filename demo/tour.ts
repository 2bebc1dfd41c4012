import { Command } from 'commander';
import { startFailure } from '../src/server/start/stop/start-failure.ts';
import { takeTour } from './tour/take-tour.ts';
import { tourText } from './tour/tour-text.ts';

new Command('tour')
  .description(
    'Starts a gateway with the demo population, sends one query about one resident as each persona, and prints what each sees, what the resident is told, and what the access log holds. Exit codes: 0, 1 if a persona sees anything but what the policy matrix permits, 2 if the tour could not run.',
  )
  .option('--json', 'print JSON')
  .action(async ({ json }: { json?: true }) => {
    try {
      const tour = await takeTour();
      process.stdout.write(json ? `${JSON.stringify(tour, null, 2)}\n` : tourText(tour));
      process.exitCode = tour.wrong.length === 0 ? 0 : 1;
    } catch (error) {
      process.stderr.write(`${startFailure(error).message}\n`);
      process.exitCode = 2;
    }
  })
  .parse();
