-- What an answer to a lead's request lifted is what stood there of the hub's, not what was asked for: a provider was told
-- of a restriction lifted that never was, and of somebody let in to what everybody could read again.

drop trigger lift_as_asked on noroshi.admission;
drop function noroshi.lift_as_asked();
drop function noroshi.answer_admission(uuid, text);
create function noroshi.answer_admission(p_id uuid, p_outcome text)
returns table (submission_id uuid, organisation_id uuid, person_id uuid, ends_at timestamptz, is_lifted boolean, is_let_in boolean)
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
  return query select s.id, s.organisation_id, asked.person_id, asked.ends_at, s.id = any (lifted), s.id = any (let_in)
                 from noroshi.submission s where s.id = any (asked.submission_ids);
end $$;
revoke all on function noroshi.answer_admission(uuid, text) from public;
grant execute on function noroshi.answer_admission(uuid, text) to noroshi_staff;

-- Whether the hub wants something restricted of a submission or case: that alone a lead can have lifted. Told to leads.
create function noroshi.is_liftable(p_kind text, p_thing uuid) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select noroshi.is_lead() and exists (
    select 1 from noroshi.restriction r
     where r.set_by = 'hub' and r.submission_id = any ((select noroshi.closed_submissions())::uuid[])
       and case p_kind when 'submission' then r.submission_id = p_thing
                       else r.submission_id in (select p.submission_id from noroshi.closed_parts() p where p.case_id = p_thing) end)
$$;
revoke all on function noroshi.is_liftable(text, uuid) from public;
grant execute on function noroshi.is_liftable(text, uuid) to noroshi_staff;

-- What its provider sees of who was let in leaves out answers that only lifted.
create or replace function noroshi.own_admissions(p_submission uuid) returns table (purpose text, allowed_on date, ends_on date)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select a.purpose, (a.answered_at at time zone 'Asia/Tokyo')::date, (a.ends_at at time zone 'Asia/Tokyo')::date
    from noroshi.admission a join noroshi.submission s on s.id = p_submission
   where p_submission = any (a.submission_ids) and a.outcome = 'allowed' and s.organisation_id = noroshi.current_organisation()
     and (a.purpose <> 'lifting' or exists (
       select 1 from noroshi.person_in_charge i
        where i.submission_id = p_submission and i.person_id = a.person_id and i.ends_at is not null and i.since >= a.answered_at))
   order by a.answered_at desc limit 50
$$;
