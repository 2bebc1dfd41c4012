import type { DataCategory } from '../register.ts';
import type { AccessLimits } from '../policy/declaration/access-limits.ts';
import type { Markings } from '../markings/markings.ts';

/**
 * The limits of a principal as a plan decides by them: fields also limit the categories to those that they hold, so that a root field
 * which needs a category opens only for one of them. Pure.
 */
export function planLimits({ outputs }: Pick<Markings, 'outputs'>, { registered, categories, coordinates }: AccessLimits): AccessLimits {
  if (coordinates === undefined) return { registered, categories, coordinates };
  const held = [...coordinates].map((coordinate) => outputs.get(coordinate)?.category).filter((category) => category !== undefined);
  const both = new Set<DataCategory>(held.filter((category) => categories === undefined || categories.has(category)));
  return { registered, categories: both, coordinates };
}
