/**
 * Imports a package of bench/package.json. The name is not a literal, so that a check of this repository
 * needs none of them installed; the caller says what it uses of it.
 */
export async function peer<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}
