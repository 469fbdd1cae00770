-- What is closed to a person is asked at every read of the log and of the bytes. It is found from what is restricted, not
-- from everything that was ever handed in, and costs nothing while nothing is.

create or replace function noroshi.closed_evidence() returns text[]
language plpgsql stable security definer set search_path = noroshi, pg_temp as $$
declare closed uuid[] := noroshi.closed_submissions();
begin
  if closed = '{}' then return '{}'; end if;
  return array(
    select own.sha256
      from (select f.sha256 from noroshi.submission_file f where f.submission_id = any (closed)
            union select m.sha256 from noroshi.mail m where m.submission_id = any (closed)
            union select a.sha256 from noroshi.mail m join noroshi.artefact a on a.mail_id = m.id where m.submission_id = any (closed)) own
     where not exists (select from noroshi.submission_file f where f.sha256 = own.sha256 and f.submission_id <> all (closed))
       and not exists (select from noroshi.mail m where m.sha256 = own.sha256 and m.submission_id <> all (closed))
       and not exists (select from noroshi.artefact a join noroshi.mail m on m.id = a.mail_id
                        where a.sha256 = own.sha256 and m.submission_id <> all (closed)));
end $$;

-- The sub-selects are asked once; a bare call would be asked for every row.
create or replace function noroshi.closed_mails() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select m.id from noroshi.mail m where m.submission_id = any ((select noroshi.closed_submissions())::uuid[]))
$$;
create or replace function noroshi.closed_web_logs() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select l.id from noroshi.web_log l where l.submission_id = any ((select noroshi.closed_submissions())::uuid[]))
$$;
create or replace function noroshi.closed_releases() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select o.release_id from noroshi.release_origin o where o.bulletin_id = any ((select noroshi.closed_bulletins())::uuid[]))
$$;
create or replace function noroshi.closed_occasions() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'approval:' || id from unnest(noroshi.closed_approvals()) id
               union all select 'withdrawal:' || w.id from noroshi.withdrawal_request w
                          where w.approval_id = any ((select noroshi.closed_approvals())::uuid[])
               union all select 'release:' || id from unnest(noroshi.closed_releases()) id)
$$;
create or replace function noroshi.audit_lines(p_from bigint, p_limit int)
returns table (sequence bigint, previous_hash text, hash text, form text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with closed as materialized (
    select case when noroshi.current_person() is null then '{}' else noroshi.closed_subjects() end as subjects)
  select e.sequence, e.previous_hash, e.hash, case when e.subject <> all (c.subjects) then noroshi.audit_form(e) end
    from noroshi.audit_entry e, closed c where e.sequence >= p_from order by e.sequence limit p_limit
$$;

-- What is not counted is not taken off: what came by mail counts for its network and for no organisation.
create or replace function noroshi.closed_intake(p_organisation uuid, p_day date) returns table (day_bytes bigint, all_bytes bigint)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(sum(f.size_bytes) filter (where (f.received_at at time zone 'Asia/Tokyo')::date = p_day), 0)::bigint,
         coalesce(sum(f.size_bytes), 0)::bigint
    from noroshi.submission_file f join noroshi.submission s on s.id = f.submission_id
   where s.organisation_id = p_organisation and s.channel <> 'smtp' and noroshi.current_person() is not null
     and s.id = any ((select noroshi.closed_submissions())::uuid[])
$$;

-- Whoever lost a role has not come lately. What counts as a raise is what counts for a second person (line_of).
create or replace function noroshi.came_lately() returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with lately as (
    select distinct e.subject from noroshi.audit_entry e
     where e.at > noroshi.moment() - interval '7 days'
       and (e.action = 'person-invited'
            or (e.action = 'roles-changed' and (e.detail -> 'before' @> (e.detail -> 'roles')) is not true)))
  select exists (select 1 from lately where subject = 'person:' || noroshi.current_person())
     and exists (select 1 from noroshi.person p
                  where p.organisation_id is null and p.disabled_at is null and p.roles && array['hub-analyst', 'hub-lead']
                    and not exists (select 1 from lately where subject = 'person:' || p.id))
$$;
