import { sql, type Database } from '../../../../platform/sql/sql.ts';
import { asSql, factColumn, isInConflict, subjectId, type Subjects } from '../../subjects.ts';
import type { Placed } from '../standpoint.ts';
import { failToRead } from './fail-to-read.ts';

/**
 * For how many data subjects of a kind a relationship or a condition holds. NONE is for the rest of the relationships, CONFLICT for a conflict
 * of interest, UNKNOWN for a condition that is NULL.
 */
export interface RelatedCount {
  readonly standpoint: string;
  readonly kind: string;
  /** The relationship or condition. */
  readonly holds: string;
  readonly count: number;
}

interface Related {
  readonly counts: readonly RelatedCount[];
  /** One sentence for each word that does not hold for those for whom the standpoint says it does. */
  readonly problems: readonly string[];
  /** Relationships and conditions that hold, without the standpoint saying for whom. */
  readonly believed: readonly string[];
}

/** Words that say that no relationship or condition holds. */
const others: ReadonlySet<string> = new Set(['NONE', 'CONFLICT', 'UNKNOWN']);

/** Reads how a standpoint is related to every data subject. @param database as the role that owns the tables */
export async function readRelated(database: Database, subjects: Subjects, placed: Placed): Promise<Related> {
  const held = new Map<string, Set<string>>();
  const counts: RelatedCount[] = [];
  for (const [name, kind] of Object.entries(subjects)) {
    const { rows } = await sql<{ id: string; fact: string | null }>`
      select ${subjectId(kind)}::text as id,
        case when ${isInConflict(kind, placed.viewer)} then 'CONFLICT' else ${factColumn(kind, placed.viewer, undefined)} end as fact
      from ${asSql(kind.from)} subject`
      .execute(database)
      .catch((error: unknown) => failToRead(error, placed, `subjects.${name}`));
    const words = rows.flatMap(({ id, fact }) => (fact ?? 'UNKNOWN').split(' ').map((holds) => ({ id, holds })));
    for (const [holds, found] of Map.groupBy(words, (word) => word.holds)) {
      counts.push({ standpoint: placed.name, kind: name, holds, count: found.length });
      held.set(holds, new Set([...(held.get(holds) ?? []), ...found.map(({ id }) => id)]));
    }
  }
  const said = { ...placed.related, ...placed.conditions };
  const problems = Object.entries(said).flatMap(([word, ids]) => {
    const found = held.get(word) ?? new Set();
    const isSame = found.size === new Set(ids).size && ids.every((id) => found.has(id));
    if (isSame) return [];
    const instead = Object.hasOwn(placed.related ?? {}, word) ? othersOf(ids.filter((id) => !found.has(id))) : [];
    const why = instead.length === 0 ? '' : `; instead, ${instead.join(' and ')}: the first one in \`subjects\` that holds counts`;
    return [`${placed.name}: ${word} holds for ${found.size} data subjects, and not for the ${ids.length} that it names${why}`];
  });
  /** The relationships that some people have, each with their number. */
  function othersOf(ids: readonly string[]): readonly string[] {
    const named = Object.values(subjects).flatMap(({ relationships = {} }) => Object.keys(relationships));
    return [...held]
      .map(([word, found]) => [word, ids.filter((id) => found.has(id)).length] as const)
      .filter(([word, count]) => count > 0 && named.includes(word))
      .map(([word, count]) => `${word} holds for ${count} of them`);
  }
  const believed = [...held.keys()].filter((word) => !others.has(word) && !Object.hasOwn(said, word));
  return { counts, problems, believed: believed.map((word) => `${placed.name}: ${word}`) };
}
