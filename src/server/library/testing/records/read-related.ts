import { factReader } from '../../../../engine/rows/row.ts';
import { sql, type Database } from '../../../../platform/sql/sql.ts';
import { asSql, factColumn, isInConflict, subjectId, type Subjects } from '../../subjects.ts';
import type { Placed } from '../standpoint.ts';

/** For how many data subjects of a kind a relationship holds. NONE is for the rest, CONFLICT for a conflict of interest. */
export interface RelatedCount {
  readonly standpoint: string;
  readonly kind: string;
  readonly relationship: string;
  readonly count: number;
}

interface Related {
  readonly counts: readonly RelatedCount[];
  /** One sentence for each relationship that does not hold for those for whom the standpoint says it does. */
  readonly problems: readonly string[];
}

/** Reads how a standpoint is related to every data subject. @param database as the role that owns the tables */
export async function readRelated(database: Database, subjects: Subjects, placed: Placed): Promise<Related> {
  const held = new Map<string, Set<string>>();
  const counts: RelatedCount[] = [];
  for (const [name, kind] of Object.entries(subjects)) {
    const { rows } = await sql<{ id: string; fact: string }>`
      select ${subjectId(kind)}::text as id,
        case when ${isInConflict(kind, placed.viewer)} then 'CONFLICT' else ${factColumn(kind, placed.viewer, undefined)} end as fact
      from ${asSql(kind.from)} subject`.execute(database);
    const readFact = factReader();
    const byRelationship = Map.groupBy(rows, ({ fact }) => readFact(fact).relationship as string);
    for (const [relationship, found] of byRelationship) {
      counts.push({ standpoint: placed.name, kind: name, relationship, count: found.length });
      held.set(relationship, new Set([...(held.get(relationship) ?? []), ...found.map(({ id }) => id)]));
    }
  }
  const problems = Object.entries(placed.related ?? {}).flatMap(([relationship, ids]) => {
    const found = held.get(relationship) ?? new Set();
    const isSame = found.size === new Set(ids).size && ids.every((id) => found.has(id));
    return isSame
      ? []
      : [`${placed.name}: ${relationship} holds for ${found.size} data subjects, and not for the ${ids.length} that it names`];
  });
  return { counts, problems };
}
