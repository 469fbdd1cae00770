-- A provider is told of whoever reads under its own wish: what counts is whether it stood when somebody was let in, not when
-- that was asked for. As in 0066 but for that (T71).
create or replace function noroshi.own_admissions(p_submission uuid) returns table (purpose text, allowed_on date, ends_on date)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select a.purpose, (a.answered_at at time zone 'Asia/Tokyo')::date, (a.ends_at at time zone 'Asia/Tokyo')::date
    from noroshi.admission a join noroshi.submission s on s.id = p_submission
   where p_submission = any (a.submission_ids) and a.outcome = 'allowed' and s.organisation_id = noroshi.current_organisation()
     and noroshi.was_restricted_by_provider(p_submission, a.answered_at)
     and (a.purpose <> 'lifting' or exists (
       select 1 from noroshi.person_in_charge i
        where i.submission_id = p_submission and i.person_id = a.person_id and i.ends_at is not null and i.since >= a.answered_at))
   order by a.answered_at desc limit 50
$$;

create or replace function noroshi.answer_admission(p_id uuid, p_outcome text)
returns table (submission_id uuid, organisation_id uuid, person_id uuid, ends_at timestamptz, is_lifted boolean, is_told boolean)
language plpgsql security definer set search_path = noroshi, pg_temp as $$
#variable_conflict use_column
declare asked noroshi.admission; lifted uuid[] := '{}'; let_in uuid[] := '{}';
begin
  update noroshi.admission a
     set outcome = p_outcome, answered_at = noroshi.moment(), answered_by = noroshi.current_person(),
         ends_at = case p_outcome when 'allowed' then noroshi.moment() + make_interval(days => a.days) end
   where a.id = p_id and a.outcome is null and a.person_id <> noroshi.current_person() and noroshi.answers_for(a.submission_ids)
     and (p_outcome <> 'allowed' or noroshi.is_second_person(a.person_id, noroshi.current_person()))
  returning a.* into asked;
  if asked.id is null then return; end if;
  if p_outcome = 'allowed' and asked.purpose = 'lifting' then
    with gone as (
      delete from noroshi.restriction r
       where r.submission_id = any (asked.submission_ids) and r.set_by = 'hub'
         and exists (select 1 from noroshi.person p
                      where p.id = asked.person_id and p.organisation_id is null and p.disabled_at is null and 'hub-lead' = any (p.roles))
      returning r.submission_id)
    select coalesce(array_agg(g.submission_id), '{}') into lifted from gone g;
  end if;
  if p_outcome = 'allowed' then
    select coalesce(array_agg(s), '{}') into let_in from unnest(asked.submission_ids) s
     where exists (select 1 from noroshi.restriction r where r.submission_id = s);
    insert into noroshi.person_in_charge (submission_id, person_id, since, ends_at)
    select s, asked.person_id, asked.answered_at, asked.ends_at from unnest(let_in) s
    on conflict on constraint person_in_charge_pkey do update set since = excluded.since, ends_at = excluded.ends_at
       where person_in_charge.ends_at is not null;
  end if;
  return query select s.id, s.organisation_id, asked.person_id, asked.ends_at, s.id = any (lifted),
                      s.id = any (let_in) and noroshi.was_restricted_by_provider(s.id, asked.answered_at)
                 from noroshi.submission s where s.id = any (asked.submission_ids);
end $$;

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
       and (e.action <> 'admission-allowed' or exists (
         select 1 from noroshi.admission a cross join unnest(a.submission_ids) s (id)
          where a.id::text = e.detail ->> 'admission' and e.subject = 'submission:' || s.id
            and noroshi.was_restricted_by_provider(s.id, a.answered_at)))
       and (e.at at time zone 'Asia/Tokyo')::date < current_setting('noroshi.day')::date),
  numbered as (
    select row_number() over (order by (f.at at time zone 'Asia/Tokyo')::date, f.is_hubs, f.sequence)::int as number, f.*
      from found f)
  select n.number, n.at, n.actor, n.name, n.action, n.subject
    from numbered n where p_below is null or n.number < p_below
   order by n.number desc limit p_limit
$$;
