/** The secrets by name. Each is one text. */
export const secretNames = [
  'cursors',
  'pseudonyms',
  'log-keys',
  'identity-keys',
  'database-gateway',
  'database-sequencer',
  'database-eraser',
  'database-identity',
  'database-owner',
] as const;
export type SecretName = (typeof secretNames)[number];

/** Where secrets come from: files of a folder, environment variables, or a command that prints one. */
export type SecretSource =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'environment'; readonly values: Readonly<Partial<Record<SecretName, string>>> }
  /** An argument `{name}` stands for the secret's name. */
  | { readonly kind: 'command'; readonly program: string; readonly given: readonly string[] };

/** The environment variable of a secret. */
export function variableOf(name: SecretName): string {
  return `SECRET_${name.replaceAll('-', '_').toUpperCase()}`;
}

/**
 * Reads the setting SECRETS: `folder:PATH`, `environment`, or `command:PROGRAM ARGUMENT…`.
 * @returns undefined for any other text
 */
export function parseSecretSource(text = '', environment: Readonly<Record<string, string | undefined>>): SecretSource | undefined {
  const [, kind, rest = ''] = /^(folder|environment|command)(?::(.+))?$/.exec(text) ?? [];
  const [program, ...given] = rest.split(' ').filter((part) => part !== '');
  if (kind === 'folder' && rest !== '') return { kind, folder: rest };
  if (kind === 'command' && program !== undefined && given.some((part) => part.includes('{name}'))) return { kind, program, given };
  if (kind !== 'environment' || rest !== '') return undefined;
  const values = secretNames.map((name) => [name, environment[variableOf(name)]] as const);
  return { kind, values: Object.fromEntries(values.filter(([, value]) => value)) };
}
