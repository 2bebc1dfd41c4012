import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { languages } from '../../src/wording/wordings.ts';
import { buildStalePages } from '../helpers/build-stale-pages.ts';
import { runCommand, withCluster } from '../helpers/run-command.ts';
import { listedPages } from './listed-pages.ts';
import { openWeb, untilShown } from './open-web.ts';

const sizes = { 1280: 800, 390: 844 } as const;
const widths = Object.keys(sizes).map(Number) as (keyof typeof sizes)[];

/** What the documentation shows: the part that a screen shows first. */
const widthInDocs = 1280;

interface Options {
  readonly only: readonly string[];
  readonly out: string;
  readonly scheme: 'light' | 'dark';
  readonly list?: true;
}

const examples = `
The pages are listed in test/web/pages/, a file for each role. A picture has the whole length of its page. The few
pages that the documentation shows go into docs/screens/ as well, as far as a screen shows them.

Examples:
  npm run -s screens
  npm run -s screens -- --only resident --only sign-in
  npm run -s screens -- --scheme dark --out screens-dark

Exit codes: 0; 1 if a script of a page failed; 2 if nothing could run.`;

// `npm run -s screens`.
const command = new Command('screens')
  .description(`Takes a picture of each page in each language, ${widths.join(' and ')} px wide, in the demo’s town.`)
  .option('--only <text>', 'the pages whose name contains this; can be repeated', (text, before: string[]) => [...before, text], [])
  .option('--out <folder>', 'where the pictures go; without --only it is emptied first', 'screens')
  .addOption(new Option('--scheme <scheme>', 'the colours').choices(['light', 'dark']).default('light'))
  .option('--list', 'list the pages instead')
  .addHelpText('after', examples)
  .action(takePictures);

await runCommand(command);

async function takePictures({ only, out, scheme, list }: Options): Promise<void> {
  const pages = listedPages.filter(({ name }) => only.length === 0 || only.some((text) => name.includes(text)));
  if (list) {
    for (const { name, persona = 'nobody', path } of pages) process.stdout.write(`${name}: ${path} as ${persona}\n`);
    return;
  }
  await buildStalePages();
  if (only.length === 0) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await withCluster(async () => {
    const web = await openWeb({ withReads: true });
    const progress = showProgress(pages.length * languages.length * widths.length, 'pictures');
    try {
      for (const { name, persona, path, prepare, inDocs } of pages) {
        progress.begin(name);
        for (const language of languages) {
          const set = { language, colorScheme: scheme, reducedMotion: 'reduce' } as const;
          const visit = await (persona === undefined ? web.visit(set) : web.signedInAs(persona, set));
          const { page } = visit;
          for (const width of widths) {
            await page.setViewportSize({ width, height: sizes[width] });
            await visit.go(path);
            await untilShown(page);
            await prepare?.(page);
            await page.screenshot({ path: join(out, `${name}.${language}.${width}.png`), fullPage: true });
            if (inDocs && language === 'en' && width === widthInDocs && scheme === 'light')
              await page.screenshot({ path: join('docs/screens', `${name}.png`) });
            progress.tick();
          }
          await visit.close().catch((error: unknown) => {
            process.stderr.write(`${name} (${language}): ${String(error)}\n`);
            process.exitCode = 1;
          });
        }
      }
    } finally {
      progress.stop();
      await web.close();
    }
  });
  process.stdout.write(`${pages.length * languages.length * widths.length} pictures in ${out}/\n`);
}
