-- What an answer means for the bulletin is the hub's act. Among one's own, a line of it would tell the last provider that
-- nobody else is waited for, and the bulletin's id, the same for all, who else answered it. Lines of before are left out too.
create or replace function noroshi.own_audit(p_below int, p_limit int)
returns table (number int, at timestamptz, actor text, name text, action text, subject text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own_actor as (
    select 'person:' || id as key, name from noroshi.person where organisation_id = noroshi.current_organisation()
    union all
    select 'token:' || id, name from noroshi.api_token where organisation_id = noroshi.current_organisation()),
  own_subject as (
    select 'organisation:' || noroshi.current_organisation() as key
    union all select key from own_actor
    union all select 'submission:' || id from noroshi.submission where organisation_id = noroshi.current_organisation()
    union all select 'approval:' || id from noroshi.approval_request where organisation_id = noroshi.current_organisation()),
  found as (
    select e.sequence, e.at, e.actor, a.name, e.action, e.subject, false as is_hubs
      from noroshi.audit_entry e join own_actor a on a.key = e.actor
     where e.subject !~ '^(bulletin|case):'
    union
    select e.sequence, e.at, 'hub', null, e.action, e.subject, true
      from noroshi.audit_entry e join own_subject s on s.key = e.subject
     where e.actor not in (select key from own_actor)
       and e.action = any (noroshi.told_acts())
       and (e.at at time zone 'Asia/Tokyo')::date < current_setting('noroshi.day')::date),
  numbered as (
    select row_number() over (order by (f.at at time zone 'Asia/Tokyo')::date, f.is_hubs, f.sequence)::int as number, f.*
      from found f)
  select n.number, n.at, n.actor, n.name, n.action, n.subject
    from numbered n where p_below is null or n.number < p_below
   order by n.number desc limit p_limit
$$;
