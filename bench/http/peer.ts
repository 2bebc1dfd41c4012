/**
 * Imports a package of bench/package.json. The name is not a literal, so that a check of this repository does not need the packages
 * installed. `Module` is the part that the caller uses.
 */
export async function peer<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}
