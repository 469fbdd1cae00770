-- Who counts as a second person, one rule for everything that asks for two: release, recovery, raised contacts, admission to
-- what is restricted, roles of the hub. Two accounts are two people unless one line within a week leads to both. Asking only
-- whom each of the two let in passed two accounts that one administrator made side by side.

-- The person, and whoever within the week let them in, let them in again, gave them a role they had not, made a link for
-- them, or began or confirmed a recovery that went through; and who did so to those. A recovery that waits gives nobody an account.
create function noroshi.line_of(p_person uuid) returns setof uuid
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with recursive line (person) as (
    select 'person:' || p_person
    union
    select a.actor from line l
      join noroshi.audit_entry e on e.subject = l.person and e.at > noroshi.moment() - interval '7 days'
      cross join lateral (select e.actor union all
                          select 'person:' || (e.detail ->> 'begunBy') where e.action = 'recovery-confirmed') a
     where a.actor like 'person:%'
       and (e.action in ('person-invited', 'person-enabled', 'recovery-confirmed')
            or (e.action = 'link-issued' and e.detail ->> 'waits' is distinct from 'true')
            or (e.action = 'roles-changed' and (e.detail -> 'before' @> (e.detail -> 'roles')) is not true)))
  select substr(person, length('person:') + 1)::uuid from line
$$;

create function noroshi.is_second_person(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select not exists (select from noroshi.line_of(p_one) as one join noroshi.line_of(p_other) as other on one = other)
$$;

-- A hub in its first week holds nobody but its founder and whom that one invited, directly or by way of others: then nobody
-- stands apart from them, and two of them whom neither let in nor was let in by the other read each other's texts. One
-- account from elsewhere or from before, also one shut out since, ends it. Roles and links count for nothing here, or an
-- administrator could bring everybody into their own line.
create function noroshi.is_fellow_of_founding(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with recursive founded (founder, person) as (
    select p.id, p.id from noroshi.person p where p.organisation_id is null and p.id in (select noroshi.line_of(p_one))
    union
    select f.founder, p.id from founded f
      join noroshi.audit_entry e on e.actor = 'person:' || f.person and e.action = 'person-invited'
                                and e.at > noroshi.moment() - interval '7 days'
      join noroshi.person p on e.subject = 'person:' || p.id and p.organisation_id is null)
  select p_one not in (select noroshi.line_of(p_other)) and p_other not in (select noroshi.line_of(p_one))
     and exists (select from founded group by founder
                 having count(*) = (select count(*) from noroshi.person p where p.organisation_id is null))
$$;

-- As before, with the one rule.
create or replace function noroshi.answer_admission(p_id uuid, p_outcome text)
returns table (submission_id uuid, organisation_id uuid, person_id uuid, ends_at timestamptz)
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  update noroshi.admission a
     set outcome = p_outcome, answered_at = noroshi.moment(), answered_by = noroshi.current_person(),
         ends_at = case p_outcome when 'allowed' then noroshi.moment() + make_interval(days => a.days) end
   where a.id = p_id and a.outcome is null and a.person_id <> noroshi.current_person() and noroshi.answers_for(a.submission_ids)
     and (p_outcome <> 'allowed' or noroshi.is_second_person(a.person_id, noroshi.current_person()))
  returning a.* into asked;
  if asked.id is null then return; end if;
  if p_outcome = 'allowed' then
    insert into noroshi.person_in_charge (submission_id, person_id, since, ends_at)
    select s, asked.person_id, asked.answered_at, asked.ends_at from unnest(asked.submission_ids) s
     where exists (select 1 from noroshi.restriction r where r.submission_id = s)
    on conflict on constraint person_in_charge_pkey do update set since = excluded.since, ends_at = excluded.ends_at
       where person_in_charge.ends_at is not null;
  end if;
  return query select s.id, s.organisation_id, asked.person_id, asked.ends_at
                 from noroshi.submission s where s.id = any (asked.submission_ids);
end $$;
drop function noroshi.brought_in_lately(uuid, uuid);

revoke all on function noroshi.line_of(uuid), noroshi.is_second_person(uuid, uuid), noroshi.is_fellow_of_founding(uuid, uuid) from public;
grant execute on function noroshi.line_of(uuid), noroshi.is_second_person(uuid, uuid), noroshi.is_fellow_of_founding(uuid, uuid) to noroshi_staff;
