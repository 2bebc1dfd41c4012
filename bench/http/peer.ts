/**
 * Imports a package of bench/package.json. By a name that is no literal, so that whoever checks this repository
 * needs none of them installed; the caller says what it uses of it.
 */
export async function peer<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}
