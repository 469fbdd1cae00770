-- What was answered for several values at once is kept for each of them, so that it stands when others join them, and never
-- holds for one that was not among them. Until now it was kept under the digest of all together.
create function pg_temp.values_of(question jsonb) returns text[] language sql immutable as $$
  select case when split_part(question ->> 'questionId', ':', 1) in ('identifying-hash', 'identifying-url', 'sending-host', 'tenant',
                'quoted-place', 'many-registered', 'log-sources', 'own-log-sources') and question ->> 'value' like '% %'
              then string_to_array(question ->> 'value', ' ') end
$$;

update noroshi.bulletin b set
  decisions = b.decisions || (
    select coalesce(jsonb_object_agg(
             split_part(q ->> 'questionId', ':', 1) || ':' || left(encode(sha256(convert_to(v.value, 'UTF8')), 'hex'), 16),
             b.decisions -> (q ->> 'questionId')), '{}')
      from jsonb_array_elements(b.questions) q
      cross join lateral unnest(pg_temp.values_of(q)) as v (value)
     where b.decisions ? (q ->> 'questionId')),
  questions = (
    select jsonb_agg(case when pg_temp.values_of(q) is null then q
                          else q || jsonb_build_object('values', to_jsonb(pg_temp.values_of(q))) end order by place)
      from jsonb_array_elements(b.questions) with ordinality as one (q, place))
 where exists (select 1 from jsonb_array_elements(b.questions) q where pg_temp.values_of(q) is not null);
