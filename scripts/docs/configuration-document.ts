import { z } from 'zod';
import { byName } from '../../src/platform/settings/read-settings.ts';
import { settings } from '../../src/platform/settings/settings.ts';
import { generatedNotice, markdownTable } from './markdown.ts';

/** The part of a setting's JSON Schema that is used. */
interface Setting {
  readonly description?: string;
  readonly default?: string | number;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly string[];
}

/**
 * Writes docs/configuration.md from the table in src/platform/settings/settings.ts.
 * @throws Error naming a setting without a description
 */
export function configurationDocument(): string {
  return [
    '# Configuration',
    generatedNotice('src/platform/settings/settings.ts'),
    'Settings are environment variables, read once at start. A wrong setting is named and the gateway does not start; so is an empty one.',
    markdownTable(
      ['setting', 'default', 'takes', 'meaning'],
      [...byName(settings)].map(([name, form]) => {
        // The JSON Schema of a form that changes its value has no examples.
        const setting = { ...z.toJSONSchema(form, { io: 'input' }), ...form.meta() } as Setting;
        const usual = setting.default ?? '';
        return [`\`${name}\``, usual === '' ? '' : `\`${usual}\``, takes(setting), meaning(name, setting)];
      }),
    ),
    'No secret is a setting and none has a default: secrets are made at the first start, in `DATA_DIR/secrets`.',
    '`DATA_DIR/log-checkpoint.txt` holds the last checkpoint that the access log signed. The sequencer signs nothing for a database that does not continue it. To restore an older backup, remove that file: this declares that a new history begins.',
  ].join('\n\n');
}

function takes({ enum: values, type, format, minimum, maximum }: Setting): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (format === 'uri') return 'URL';
  return minimum === undefined || maximum === undefined ? String(type) : `${type} from ${minimum} to ${maximum}`;
}

function meaning(name: string, { description, examples = [] }: Setting): string {
  if (!description) throw new Error(`src/platform/settings/settings.ts: ${name} has no description`);
  return [description, ...examples.map((example) => `Example: \`${example}\``)].join(' ');
}
