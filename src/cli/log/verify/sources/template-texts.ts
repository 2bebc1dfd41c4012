import type { ClientBase } from 'pg';
import type { StoredRow } from './stored-columns.ts';

/** The most texts that are kept. */
const mostKept = 5_000;

/** Reads the texts that entries share, each once. */
export class TemplateTexts {
  readonly #client: ClientBase;
  #texts = new Map<string, string>();

  constructor(client: ClientBase) {
    this.#client = client;
  }

  /** The texts that these rows refer to, by id. One that is not stored is missing. */
  async of(rows: readonly Pick<StoredRow, 'template_id' | 'views_id'>[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set<string>();
    for (const { template_id: template, views_id: views } of rows) {
      if (template !== null && !this.#texts.has(template)) wanted.add(template);
      if (views !== null && !this.#texts.has(views)) wanted.add(views);
    }
    if (wanted.size === 0) return this.#texts;
    if (this.#texts.size + wanted.size > mostKept) {
      this.#texts = new Map();
      for (const { template_id: template, views_id: views } of rows) for (const id of [template, views]) if (id !== null) wanted.add(id);
    }
    const { rows: found } = await this.#client.query<{ id: string; text: string }>(
      `select id, coalesce(text, '') as text from access_log.template where id = any($1)`,
      [[...wanted]],
    );
    for (const { id, text } of found) this.#texts.set(id, text);
    return this.#texts;
  }
}
