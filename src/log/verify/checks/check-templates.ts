import { hash } from 'node:crypto';
import { canonicalForm } from '../../encoding/canonical-form.ts';
import { parseJson } from '../../encoding/json.ts';
import type { Findings } from '../log-findings.ts';
import type { EntryStore } from '../source/log-source.ts';
import { places } from '../source/places.ts';

/** Checks the texts that entries share: the id is the beginning of the text's hash, and readers see what the text says. */
export async function checkTemplates(store: EntryStore, findings: Findings): Promise<void> {
  for await (const { id, text, content } of store.templates()) {
    const isWhole = hash('sha256', text).startsWith(id.replaceAll('-', '')) && canonicalForm(parseJson(content)) === text;
    if (!isWhole) findings.add('TEMPLATE_ALTERED', places.template(id));
  }
}
