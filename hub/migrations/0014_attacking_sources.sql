-- What a source of an access log did, so that only a source that attacks ties its submission to another (SPEC R-2).

alter table noroshi.web_log_source
  -- See weighSource of the engine's web-log: weak is what surveys of the network do too.
  add column weight text not null default 'weak' check (weight in ('strong', 'medium', 'weak')),
  -- All its requests; one that mostly asked for ordinary pages may be many people behind one address.
  add column requests bigint not null default 0,
  add column first_at timestamptz,
  add column last_at timestamptz;

-- Logs that were read before this: the same from their figures.
update noroshi.web_log_source s
   set weight = told.weight, requests = told.requests, first_at = told.first_at, last_at = told.last_at
  from (select l.id, source ->> 'address' as value, (source ->> 'count')::bigint as requests,
               (source ->> 'firstAt')::timestamptz as first_at, (source ->> 'lastAt')::timestamptz as last_at,
               case when not exists (select 1 from jsonb_array_elements(source -> 'kinds') k
                                      where k ->> 'kind' not in ('wordpress', 'scanner')) then 'weak'
                    when (source ->> 'answered')::bigint > 0
                     and exists (select 1 from jsonb_array_elements(source -> 'kinds') k
                                  where k ->> 'kind' in ('traversal', 'config-file', 'web-shell', 'injection', 'known-hole'))
                    then 'strong' else 'medium' end as weight
          from noroshi.web_log l cross join lateral jsonb_array_elements(l.summary -> 'probing') source) told
 where told.id = s.web_log_id and told.value = s.value;
