import type { Locator, Page } from 'playwright-core';
import { until } from '../../helpers/time/until.ts';
import { untilShown } from '../open-web.ts';

/** A clerk at the counter, who has a keyboard and no mouse. */
export class Clerk {
  readonly page: Page;
  /** How many keys were pressed after the last name. */
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get field(): Locator {
    return this.page.getByLabel('Name or card number');
  }

  get service(): Locator {
    return this.page.getByRole('combobox', { name: 'Service' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.keys += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** Goes to something by the Tab key. @throws Error if the key does not lead there */
  async tabTo(target: Locator): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await this.press('Tab');
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
    }
    throw new Error('the Tab key does not lead there');
  }

  /** Waits until what has the focus begins with a text, or is an element of a type, such as `INPUT`. */
  async isFocused(text: string): Promise<void> {
    const focused = 'document.activeElement.textContent || document.activeElement.tagName';
    await until(async () => (await this.page.evaluate<string>(focused)).startsWith(text));
  }

  /** Types a name, and finds the people who have it. The first of them has the focus. */
  async find(name: string): Promise<void> {
    await this.isFocused('INPUT');
    await this.type(name);
    this.keys = 0;
    await this.press('Enter');
    await this.isFocused(name.split(',')[0]!);
  }

  /** Looks up a person. */
  async look(name: string): Promise<void> {
    await this.find(name);
    await this.press('Enter');
    await this.evidence('A card with a photo').and(this.page.locator(':focus')).waitFor();
  }

  evidence(name: string): Locator {
    return this.page.getByRole('radio', { name });
  }

  /** Looks up a person, and says that the person showed a card. */
  async serve(name: string): Promise<void> {
    await this.look(name);
    await this.press('Space', 'Enter');
    await this.service.waitFor();
  }

  /** Chooses the first service that has some letters in its name. */
  async choose(letters: string): Promise<void> {
    await this.isFocused('INPUT');
    await this.type(letters);
    await this.page.getByRole('option').first().waitFor();
    await this.press('ArrowDown', 'Enter');
    await this.page.getByRole('button', { name: /^Sell for/ }).waitFor();
  }

  /** Sells a service to the person who is being served. */
  async sell(letters: string): Promise<void> {
    await this.choose(letters);
    await this.press('Enter');
    await this.page.locator('.status').getByText('Sold to').waitFor();
    // The purchases are read again.
    await untilShown(this.page);
  }

  /** Ends the encounter. The driver's own search for a text comes last: its expressions keep what they last found. */
  async next(): Promise<void> {
    await this.press('F9');
    await this.page.locator('.find input:focus').waitFor();
    await this.page.getByText('Name or card number').waitFor();
  }
}
