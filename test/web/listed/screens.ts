import { type Language, languages } from '../../../src/platform/language/languages.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { showProgress } from '../../../scripts/progress.ts';
import { buildStalePages } from '../../helpers/processes/build-stale-pages.ts';
import { runCommand, withCluster } from '../../helpers/processes/run-command.ts';
import { listedPages } from './listed-pages.ts';
import { openWeb, untilShown, type Web } from '../open-web.ts';
import type { Visit, VisitOptions } from '../visit.ts';

const sizes = { 1280: 800, 390: 844 } as const;
const allWidths = Object.keys(sizes).map(Number) as (keyof typeof sizes)[];

/** The pictures of the documentation: the part that a screen shows first. */
const widthInDocs = 1280;

interface Options {
  readonly only: readonly string[];
  readonly out: string;
  readonly scheme: 'light' | 'dark';
  readonly width?: string;
  readonly list?: true;
}

const examples = `
The pages are listed in test/web/pages/, a file for each role. A picture has the whole length of its page, unless a dialog is open. The few
pages that the documentation shows go into docs/screens/ as well, as far as a screen shows them.

Examples:
  npm run -s screens
  npm run -s screens -- --only resident --only sign-in
  npm run -s screens -- --scheme dark --width 390 --out screens-dark

Exit codes: 0; 1 if a script of a page failed; 2 if nothing could run.`;

// `npm run -s screens`.
const command = new Command('screens')
  .description(`Takes a picture of each page in each language, ${allWidths.join(' and ')} px wide, in the demo’s town.`)
  .option('--only <text>', 'the pages whose name contains this; can be repeated', (text, before: string[]) => [...before, text], [])
  .option('--out <folder>', 'where the pictures go; without --only it is emptied first', 'screens')
  .addOption(new Option('--scheme <scheme>', 'the colours').choices(['light', 'dark']).default('light'))
  .addOption(new Option('--width <px>', 'this width alone').choices(allWidths.map(String)))
  .option('--list', 'list the pages instead')
  .addHelpText('after', examples)
  .action(takePictures);

await runCommand(command);

async function takePictures({ only, out, scheme, width: onlyWidth, list }: Options): Promise<void> {
  const pages = listedPages.filter(({ name }) => only.length === 0 || only.some((text) => name.includes(text)));
  if (list) {
    for (const { name, persona = 'nobody', path } of pages) process.stdout.write(`${name}: ${path} as ${persona}\n`);
    return;
  }
  const widths = allWidths.filter((one) => onlyWidth === undefined || String(one) === onlyWidth);
  await buildStalePages();
  if (only.length === 0) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const count = pages.length * languages.length * widths.length;
  await withCluster(async () => {
    const web = await openWeb({ withReads: true, withMails: true });
    const progress = showProgress(count, 'pictures');
    const visits = new Map<string, Visit>();
    try {
      for (const { name, persona, path, prepare, inDocs } of pages) {
        progress.begin(name);
        for (const language of languages) {
          const visit = await visitOf(web, visits, persona, { language, colorScheme: scheme, reducedMotion: 'reduce' });
          const { page, problems } = visit;
          const earlier = problems.length;
          for (const width of widths) {
            await page.setViewportSize({ width, height: sizes[width] });
            await visit.go(path);
            await untilShown(page);
            await prepare?.(page);
            // A dialog stands in the middle of the window, and dims nothing below it.
            const fullPage = (await page.locator('dialog[open]').count()) === 0;
            await page.screenshot({ path: join(out, `${name}.${language}.${width}.png`), fullPage });
            if (inDocs && language === 'en' && width === widthInDocs && scheme === 'light')
              await page.screenshot({ path: join('docs/screens', `${name}.png`) });
            progress.tick();
          }
          for (const problem of problems.slice(earlier)) {
            process.stderr.write(`${name} (${language}): ${problem}\n`);
            process.exitCode = 1;
          }
        }
      }
    } finally {
      progress.stop();
      // Their reports are passed on.
      for (const visit of visits.values()) await visit.close().catch(() => undefined);
      await web.close();
    }
  });
  process.stdout.write(`${count} pictures in ${out}/\n`);
}

/** The browser profile of a persona in a language: one for all of their pages, as a person has. */
async function visitOf(
  web: Web,
  visits: Map<string, Visit>,
  persona: string | undefined,
  set: VisitOptions & { readonly language: Language },
): Promise<Visit> {
  const key = `${persona} ${set.language}`;
  const visit = visits.get(key) ?? (await (persona === undefined ? web.visit(set) : web.signedInAs(persona, set)));
  visits.set(key, visit);
  return visit;
}
