import type { RootFieldLine } from '../../../policy/declaration/lines.ts';
import { getNamedType, isLeafType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../../review/check/disagreement.ts';
import { listed, withArticle } from '../../../review/compare/compare/phrases.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import { wordsOf, type ScopeSubjects } from '../../../policy/declaration/vocabulary.ts';
import { markingOf, type Markings } from '../../markings.ts';
import { rootTypes } from './root-types.ts';
import { rowTypes } from './row-types.ts';

/** Why a row scope does not suit a field; the sentence begins with the role that the line is for. */
type Misfit = Pick<Disagreement, 'problem' | 'hint'>;

type MisfitFinders = Partial<Record<ScopeSubjects, (rows: readonly string[], line: RootFieldLine) => Misfit | undefined>>;

/**
 * Finds lines whose row scope would keep reads about people out of the access log. Entering a field whose rows have no data subject (NONE)
 * or hide theirs (HIDDEN) is not logged by itself. So the first needs rows without `@dataSubject`, and the second needs rows with an id
 * whose existence is not personal and that have an impersonal field. ALL entries of the access log are for reviewers alone.
 * @param unread coordinates whose directives can't be read: fields that depend on them are not checked
 */
export function checkRowScopes(schema: GraphQLSchema, markings: Markings, policy: Policy, unread: ReadonlySet<string>): Disagreement[] {
  const found: Disagreement[] = [];
  const { reviewPurpose, scopes } = policy.vocabulary;
  const named = (subjects: ScopeSubjects): string =>
    listed(
      wordsOf(scopes).filter((scope) => scopes[scope].subjects === subjects),
      'or',
    );
  const logged = `give ${named('ALL')}: then entering is logged`;
  const particular = `give the scope of the people whose rows they are, or ${named('ALL')}: then entering is logged`;
  const misfits: MisfitFinders = { NONE: misfitOfOpen, HIDDEN: misfitOfQueue, ALL: misfitOfAll };
  const returned = new Map<string, GraphQLNamedType>();
  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) returned.set(`${type.name}.${field.name}`, getNamedType(field.type));
  }
  for (const line of policy.rootFields) {
    const subjects = scopes[line.scope]?.subjects;
    const misfitOf = subjects && misfits[subjects];
    if (!misfitOf) continue;
    for (const coordinate of new Set(line.fields)) {
      const type = returned.get(coordinate);
      // `checkRootFields` reports a field that does not exist.
      if (!type) continue;
      const { rows, passed } = rowTypes(schema, markings, type);
      if (passed.some((name) => unread.has(name))) continue;
      const misfit = misfitOf(rows, line);
      if (misfit)
        found.push({
          coordinate: `rootFields ${coordinate}`,
          problem: `${givenTo(line)}, ${misfit.problem}`,
          hint: misfit.hint,
          words: [line.role, line.scope],
        });
    }
  }
  return found;

  function misfitOfOpen(rows: readonly string[]): Misfit | undefined {
    if (rows.length === 0) return undefined;
    const problem = `which is for rows without a data subject, and it returns ${listed(rows.map(withArticle), 'or')}: no row would be returned, and no read logged`;
    const idle = rows.filter((row) => markings.subjects.get(row)?.none && !isPersonal(row));
    const isIdle = idle.length === rows.length;
    return { problem, hint: isIdle ? `remove @dataSubject from ${listed(idle, 'and')}: nothing in it is personal` : particular };
  }

  function misfitOfQueue(rows: readonly string[]): Misfit | undefined {
    if (rows.length === 0)
      return {
        problem: 'and it returns no rows with a data subject: there is no queue',
        hint: `give ${named('NONE')}, if nothing in it is personal`,
      };
    for (const row of rows) {
      const { property, existence } = markings.subjects.get(row)!;
      if (existence) {
        const problem = `whose rows are disclosed without a log entry, and the existence of ${withArticle(row)} is personal (${existence.category})`;
        return { problem, hint: particular };
      }
      if (property === undefined) {
        const problem = `whose rows each have a data subject, and ${withArticle(row)} has none that @dataSubject names by id`;
        return { problem, hint: logged };
      }
      if (!showsItself(row)) {
        const problem = `whose rows are shown without saying whose they are, and ${withArticle(row)} has no impersonal field to show`;
        return { problem, hint: particular };
      }
    }
    return undefined;
  }

  // Nothing is hidden in the whole log, not even what is sealed towards the person who asks.
  function misfitOfAll(rows: readonly string[], { purposes }: RootFieldLine): Misfit | undefined {
    if (!rows.includes('AccessEntry') || (purposes !== 'ANY' && purposes.every((one) => one === reviewPurpose))) return undefined;
    const problem = `which are the whole access log, with sealed reads, and only ${reviewPurpose} is barred to people on record`;
    return { problem, hint: `give ${reviewPurpose} alone, or the scope of few people` };
  }

  function isPersonal(row: string): boolean {
    return [...markings.outputs.keys()].some((coordinate) => coordinate.startsWith(`${row}.`));
  }

  function showsItself(row: string): boolean {
    const type = schema.getType(row);
    if (!isObjectType(type)) return false;
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    return leaves.some((field) => !markings.outputs.has(`${row}.${field.name}`) && markingOf(schema, field).impersonal);
  }
}

function givenTo({ role, purposes, scope }: RootFieldLine): string {
  return `${role} has it for ${purposes === 'ANY' ? 'any purpose' : listed(purposes, 'or')} with the rows ${scope}`;
}
