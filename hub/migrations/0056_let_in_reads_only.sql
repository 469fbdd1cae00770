-- Who is let in until a day reads until that day and decides nothing: not who else reads, not how long (T71).

create function noroshi.is_let_in(p_submission uuid) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select exists (select 1 from noroshi.person_in_charge i
                  where i.submission_id = p_submission and i.person_id = noroshi.current_person() and i.ends_at > noroshi.moment())
$$;
drop policy own_wish on noroshi.restriction;
create policy own_wish on noroshi.restriction as restrictive for delete to noroshi_desk
  using (set_by = 'hub' and not noroshi.is_let_in(submission_id));
drop policy own_wish_kept on noroshi.restriction;
create policy own_wish_kept on noroshi.restriction as restrictive for insert to noroshi_desk
  with check (set_by = 'hub' and not noroshi.is_let_in(submission_id));

create or replace function noroshi.answers_for(p_submissions uuid[]) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select exists (select 1 from noroshi.person p
                  where p.id = noroshi.current_person() and p.organisation_id is null and p.disabled_at is null
                    and (p.roles && array['hub-admin'] or not exists (
                      select 1 from unnest(p_submissions) s where not exists (
                        select 1 from noroshi.person_in_charge i
                         where i.submission_id = s and i.person_id = p.id and i.ends_at is null))))
$$;

-- Whoever was let in stays so until the day, over a restriction lifted and set again: a wish taken back and made once
-- more throws nobody out, and makes nobody's day later.
create or replace function noroshi.keep_people_in_charge() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from noroshi.person_in_charge p where p.submission_id = old.submission_id and p.ends_at is null
       and not exists (select 1 from noroshi.restriction r where r.submission_id = old.submission_id);
    return null;
  end if;
  insert into noroshi.person_in_charge (submission_id, person_id, since)
  select new.submission_id, w.person_id, new.set_at
    from (select s.assignee_id as person_id from noroshi.submission s where s.id = new.submission_id
          union select c.assignee_id from noroshi.case_submission cs join noroshi.attack_case c on c.id = cs.case_id
                 where cs.submission_id = new.submission_id
          union select noroshi.current_person()) w
    join noroshi.person p on p.id = w.person_id and p.organisation_id is null
   where not exists (select 1 from noroshi.restriction r where r.submission_id = new.submission_id and r.set_by <> new.set_by)
  on conflict (submission_id, person_id) do update set since = excluded.since, ends_at = null
     -- Whoever was let in once and restricts later what everybody may read. Nobody else's end becomes none by this.
     where person_in_charge.person_id = noroshi.current_person() and person_in_charge.ends_at <= noroshi.moment();
  return null;
end $$;

-- What comes into a restricted case is read by the same people for the same time, also by whoever puts it there.
create or replace function noroshi.inherit_restriction() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare sibling uuid;
begin
  select cs.submission_id into sibling from noroshi.case_submission cs
    join noroshi.restriction r on r.submission_id = cs.submission_id and r.set_by = 'hub'
   where cs.case_id = new.case_id and cs.submission_id <> new.submission_id order by r.set_at limit 1;
  if sibling is null or exists (select 1 from noroshi.restriction r where r.submission_id = new.submission_id) then return null; end if;
  insert into noroshi.restriction (submission_id, set_by, set_at) values (new.submission_id, 'hub', noroshi.moment());
  insert into noroshi.person_in_charge (submission_id, person_id, since, ends_at)
  select new.submission_id, p.person_id, noroshi.moment(), p.ends_at from noroshi.person_in_charge p where p.submission_id = sibling
  on conflict (submission_id, person_id) do update set ends_at = excluded.ends_at;
  return null;
end $$;

-- Why somebody asks, in a word that can be chosen. Its providers read this: one reason is about everything in a case, and
-- words that anybody types could name one provider to another, or to a contact of a provider who joins later.
alter table noroshi.admission add column purpose text not null default 'other'
  check (purpose in ('handling', 'standing-in', 'reviewing', 'answering', 'other'));

drop function noroshi.ask_admission(uuid, text, uuid, text, int);
create function noroshi.ask_admission(p_id uuid, p_kind text, p_thing uuid, p_purpose text, p_reason text, p_days int) returns uuid[]
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  select p_id, t.kind, t.id, t.number,
         case t.kind when 'submission' then array[t.id]
                     else array(select distinct p.submission_id from noroshi.case_placement p
                                 where p.case_id = t.id and p.submission_id = any (noroshi.closed_submissions())) end,
         noroshi.current_person(), p_purpose, p_reason, p_days, noroshi.moment()
    into asked.id, asked.thing_kind, asked.thing_id, asked.number, asked.submission_ids, asked.person_id, asked.purpose, asked.reason,
         asked.days, asked.asked_at
    from noroshi.closed_things() t where t.kind = p_kind and t.id = p_thing and not t.is_asked;
  if asked.id is null then return '{}'; end if;
  insert into noroshi.admission select asked.* on conflict do nothing;
  return asked.submission_ids;
end $$;

drop function noroshi.own_admissions(uuid);
create function noroshi.own_admissions(p_submission uuid) returns table (purpose text, allowed_on date, ends_on date)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select a.purpose, (a.answered_at at time zone 'Asia/Tokyo')::date, (a.ends_at at time zone 'Asia/Tokyo')::date
    from noroshi.admission a join noroshi.submission s on s.id = p_submission
   where p_submission = any (a.submission_ids) and a.outcome = 'allowed' and s.organisation_id = noroshi.current_organisation()
   order by a.answered_at desc limit 50
$$;

-- Who fetched the bytes of what, by their hash.
create or replace function noroshi.closed_subjects() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'submission:' || id from unnest(noroshi.closed_submissions()) id
               union all select 'case:' || id from unnest(noroshi.closed_cases()) id
               union all select 'bulletin:' || id from unnest(noroshi.closed_bulletins()) id
               union all select 'approval:' || id from unnest(noroshi.closed_approvals()) id
               union all select 'evidence:' || sha256 from unnest(noroshi.closed_evidence()) sha256)
$$;
revoke all on function noroshi.is_let_in(uuid), noroshi.ask_admission(uuid, text, uuid, text, text, int), noroshi.own_admissions(uuid) from public;
grant execute on function noroshi.is_let_in(uuid), noroshi.ask_admission(uuid, text, uuid, text, text, int) to noroshi_staff;
grant execute on function noroshi.own_admissions(uuid) to noroshi_member;
