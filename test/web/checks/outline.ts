import type { Page } from 'playwright-core';

/** The elements that one jumps to or works with. */
const roles = `banner navigation main contentinfo complementary search form region dialog group figure table heading columnheader rowheader
  alert status timer progressbar meter tablist tab tabpanel
  link button textbox searchbox combobox listbox option checkbox radio radiogroup switch spinbutton`
  .split(/\s+/)
  .join('|');
const kept = new RegExp(`^ *- '?((?:${roles})\\b(?: "(?:[^"\\\\]|\\\\.)*")?(?: \\[[^\\]]*\\])*)`);

/**
 * The elements that a person with a screen reader finds on a page to jump to and to work with: landmarks, headings, tables and controls
 * with their names and states, each once, in the order of the page. Numbers read 0.
 */
export async function outline(page: Page): Promise<string> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  const found = lines.flatMap((line) => kept.exec(line)?.[1] ?? []);
  return [
    ...new Set(
      found.map((line) => line.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID').replaceAll(/(?<!level=)\d+/g, '0')),
    ),
  ].join('\n');
}
