import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser } from 'playwright-core';

/** The package's own arguments switch the rules about origins off, which are tested here. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a headless Chromium from the installed packages, also where the system lacks its libraries. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return driver
    .launch({ executablePath, args })
    .catch(() => driver.launch({ executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: unpackLibraries() } }));
}

/** The libraries that the package brings along. @returns their folder */
function unpackLibraries(): string {
  const packed = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../../bin/al2023.tar.br');
  const directory = mkdtempSync(join(tmpdir(), 'ntk-browser-'));
  execFileSync('tar', ['-x', '-C', directory], { input: brotliDecompressSync(readFileSync(packed)) });
  return join(directory, 'lib');
}
