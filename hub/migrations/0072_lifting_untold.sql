-- That somebody asked the hub's restriction to be lifted tells a provider that there is one: that its mail was folded into a
-- case restricted for another's sake (T48). It reads the purpose that stands for any.
create or replace function noroshi.own_admissions(p_submission uuid) returns table (purpose text, allowed_on date, ends_on date)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select case a.purpose when 'lifting' then 'other' else a.purpose end,
         (a.answered_at at time zone 'Asia/Tokyo')::date, (a.ends_at at time zone 'Asia/Tokyo')::date
    from noroshi.admission a join noroshi.submission s on s.id = p_submission
   where p_submission = any (a.submission_ids) and a.outcome = 'allowed' and s.organisation_id = noroshi.current_organisation()
     and noroshi.was_restricted_by_provider(p_submission, a.answered_at)
     and (a.purpose <> 'lifting' or exists (
       select 1 from noroshi.person_in_charge i
        where i.submission_id = p_submission and i.person_id = a.person_id and i.ends_at is not null and i.since >= a.answered_at))
   order by a.answered_at desc limit 50
$$;
