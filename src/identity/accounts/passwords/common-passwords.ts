/**
 * Loads the passwords that many people use: about 49,000 from published leaks. They take some megabytes, so they are loaded once
 * someone chooses a password, and a process that never sees one does without.
 * @returns whether a password, in lower case, is one of them
 */
export async function loadCommonPasswords(): Promise<(password: string) => boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = new Set<string>(dictionary['passwords-common']);
  return (password) => common.has(password);
}
