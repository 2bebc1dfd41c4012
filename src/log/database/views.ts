/**
 * Each entry with its templates, and its header as it was hashed, without the root of its segments; and each segment that is there, with
 * its content. The same for numbered and for staged entries.
 */
const viewsOf = (table: 'entry' | 'staged', view: string, place: string, isThere: string): string => /* sql */ `
  create view access_log.full_${table} with (security_invoker) as
  select entry.*, template.content as template, views.content as views,
    template.content || jsonb_build_object('id', entry.id, 'operationHash', encode(entry.operation_hash, 'hex'),
      'at', to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || case when entry.erases is null then '{}' else jsonb_build_object('erases', entry.erases) end
    || case when entry.covers is null then '{}' else jsonb_build_object('covers', entry.covers) end as header
  from access_log.${table} entry
  left join access_log.template on template.id = entry.template_id left join access_log.template views on views.id = entry.views_id;

  create view access_log.${view} with (security_invoker) as
  select ${place}, segment.ordinal, substring(entry.salts from 16 * segment.ordinal + 1 for 16) as salt,
    entry.subjects[segment.ordinal - 1] as subject_id,
    case segment.ordinal
      when 0 then jsonb_build_object('kind', 'principal', 'id', entry.principal_id)
      when 1 then jsonb_build_object('kind', 'case', 'case', entry.case_id, 'authority', array_to_string(entry.authority_ids, ' '))
      else (entry.views -> coalesce(entry.seen[segment.ordinal - 1], 0)::integer)
        || jsonb_build_object('kind', 'subject', 'id', entry.subjects[segment.ordinal - 1])
    end as content
  from access_log.full_${table} entry
  cross join lateral generate_series(0, cardinality(entry.subjects) + 1) segment (ordinal)
  where ${isThere};
`;

export const views = (): string => /* sql */ `
  ${viewsOf('entry', 'segment', 'entry.month, entry.seq', 'entry.erased is null or not entry.erased ? segment.ordinal::text')}
  ${viewsOf('staged', 'staged_segment', 'entry.id', 'true')}

  -- Each data subject of each entry, from the index by data subject.
  create view access_log.about with (security_invoker) as
  select posting.month, posting.subject_id, posting.kind, posting.authority_id, posting.first_seq, posting.first_seq + step as seq
  from access_log.posting cross join lateral unnest(array_prepend(0::smallint, posting.further)) step;`;
