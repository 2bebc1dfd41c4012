import type { BreakingChange } from './find-breaking.ts';
import type { Allowance, Announced } from './read-allowances.ts';

const nameOf = ({ coordinate, role }: Allowance): string => `\`${coordinate}\`${role === undefined ? '' : ` for \`${role}\``}`;

/**
 * Compares breaking changes with those that the changelog announces. Pure.
 * @returns a paragraph for each change that is not announced, and for each announcement that has no change or cannot be read, with what
 *   to do
 */
export function judgeChanges(changes: readonly BreakingChange[], { allowances, unreadable }: Announced): string[] {
  const made = new Set(changes.map(nameOf));
  const announced = new Set(allowances.map(nameOf));
  const breaking = [...new Set(changes.map(nameOf))]
    .filter((name) => !announced.has(name))
    .map((name) => {
      const why = changes.filter((change) => nameOf(change) === name).map((change) => change.why);
      return `${name} breaks clients of the last release. ${[...new Set(why)].join(' ')}\n  Keep it, or announce it in CHANGELOG.md under [Unreleased], ### Breaking: "- ${name}: what clients do instead".`;
    });
  const stale = [...announced]
    .filter((name) => !made.has(name))
    .map(
      (name) => `${name} is announced in CHANGELOG.md under ### Breaking, but breaks no client of the last release.\n  Remove that line.`,
    );
  const misread = unreadable.map(
    (item) => `CHANGELOG.md, ### Breaking, has an item of another form: ${item}\n  Write "- \`Type.field\`: what clients do instead".`,
  );
  return [...breaking, ...stale, ...misread];
}
