-- One provider's wish closes its own submission and nothing of the others' (T71). Whoever hands in a mail of a running wave
-- is folded into its case, and could otherwise shut the whole hub out of it, and of what was released from it.

-- Where a submission was when its provider restricted it, and others were too.
create table noroshi.set_apart (
  submission_id uuid not null references noroshi.submission,
  case_id uuid not null references noroshi.attack_case,
  at timestamptz not null,
  primary key (submission_id, case_id)
);
alter table noroshi.set_apart enable row level security;
alter table noroshi.set_apart force row level security;
create policy owner on noroshi.set_apart to noroshi_owner using (true) with check (true);
create policy staff on noroshi.set_apart to noroshi_staff using (true);
create policy need_to_know on noroshi.set_apart as restrictive to noroshi_desk
  using ((submission_id = any ((select noroshi.closed_submissions())::uuid[])) is not true);
grant select on noroshi.set_apart to noroshi_staff;

-- Named so that it comes after keep_people: whoever looks after the case stays in charge of what leaves it.
create function noroshi.set_apart() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare own noroshi.submission; shared uuid; known text;
begin
  select s.* into own from noroshi.submission s where s.id = new.submission_id;
  select cs.case_id into shared from noroshi.case_submission cs
   where cs.submission_id = own.id
     and exists (select 1 from noroshi.case_submission o join noroshi.submission other on other.id = o.submission_id
                  where o.case_id = cs.case_id and other.organisation_id is distinct from own.organisation_id);
  if shared is null then return null; end if;
  insert into noroshi.set_apart (submission_id, case_id, at) values (own.id, shared, new.set_at)
  on conflict (submission_id, case_id) do update set at = excluded.at;
  delete from noroshi.case_submission where submission_id = own.id;
  -- Its provider sees both as one step, and so not whether there were others.
  update noroshi.submission set state = 'analysed' where id = own.id and state = 'in-case';
  -- A case that nobody named is called by the subject of a mail, which may name whom it was sent to.
  select coalesce(nullif(s.title, ''), s.receipt) into known
    from noroshi.case_submission cs join noroshi.submission s on s.id = cs.submission_id
   where cs.case_id = shared order by s.title = '', s.received_at, s.id limit 1;
  update noroshi.attack_case set title = left(known, 300)
   where id = shared and title = left(coalesce(nullif(own.title, ''), own.receipt), 300);
  return null;
end $$;
create trigger set_apart after insert on noroshi.restriction
  for each row when (new.set_by = 'provider') execute function noroshi.set_apart();

-- What closes a case to the person who asks: what is in it, and what left it otherwise than by its provider's wish.
create function noroshi.closed_parts() returns table (case_id uuid, submission_id uuid)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select distinct p.case_id, p.submission_id from noroshi.case_placement p
   where p.submission_id = any ((select noroshi.closed_submissions())::uuid[]) and p.case_id is not null
     and (not exists (select 1 from noroshi.set_apart a where a.submission_id = p.submission_id and a.case_id = p.case_id)
          or exists (select 1 from noroshi.case_submission cs where cs.submission_id = p.submission_id and cs.case_id = p.case_id))
$$;
create or replace function noroshi.closed_cases() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(distinct case_id), '{}') from noroshi.closed_parts()
$$;

-- Texts in which something that was set apart and is closed to the person has a part: begun before it left, and not
-- approved before it came.
create function noroshi.parted_bulletins() returns table (bulletin_id uuid, submission_id uuid, is_out boolean)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select b.id, a.submission_id, exists (select 1 from noroshi.release_origin o where o.bulletin_id = b.id)
    from noroshi.set_apart a
    join noroshi.bulletin b on b.case_id = a.case_id
   where a.submission_id = any ((select noroshi.closed_submissions())::uuid[])
     and (select min(v.created_at) from noroshi.bulletin v where v.number = b.number) <= a.at
     and coalesce(b.approved_at, 'infinity') >= (select min(p.since) from noroshi.case_placement p
                                                  where p.submission_id = a.submission_id and p.case_id = a.case_id)
$$;
-- What was released everybody reads anyway, and must be able to take back. What was not is a text made of it.
create or replace function noroshi.closed_bulletins() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select b.id from noroshi.bulletin b where b.case_id = any ((select noroshi.closed_cases())::uuid[])
               union select p.bulletin_id from noroshi.parted_bulletins() p where not p.is_out)
$$;
create policy made_of_it on noroshi.bulletin as restrictive to noroshi_desk
  using (id <> all ((select noroshi.closed_bulletins())::uuid[]));
-- Whoever approved a text had a part in it.
create or replace function noroshi.closed_approvals() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select a.id from noroshi.approval_request a where a.bulletin_id = any ((select noroshi.closed_bulletins())::uuid[])
               union select a.id from noroshi.parted_bulletins() p
                 join noroshi.submission s on s.id = p.submission_id
                 join noroshi.approval_request a on a.bulletin_id = p.bulletin_id and a.organisation_id = s.organisation_id)
$$;
create policy of_a_part on noroshi.approval_request as restrictive to noroshi_desk
  using (id <> all ((select noroshi.closed_approvals())::uuid[]));
-- The log of a text says who of its providers answered.
create or replace function noroshi.closed_subjects() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'submission:' || id from unnest(noroshi.closed_submissions()) id
               union select 'case:' || id from unnest(noroshi.closed_cases()) id
               union select 'bulletin:' || id from unnest(noroshi.closed_bulletins()) id
               union select 'bulletin:' || bulletin_id from noroshi.parted_bulletins()
               union select 'approval:' || id from unnest(noroshi.closed_approvals()) id
               union select 'evidence:' || sha256 from unnest(noroshi.closed_evidence()) sha256)
$$;
-- A change of a case says by receipt what was put where.
create function noroshi.closed_touches() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'submission:' || id from unnest(noroshi.closed_submissions()) id)
$$;
create policy no_receipts on noroshi.case_change as restrictive to noroshi_desk
  using (not touches && (select noroshi.closed_touches())::text[]);

create or replace function noroshi.closed_things() returns table (kind text, id uuid, number text, state text, since timestamptz, people int, is_asked boolean)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with thing as (
    select 'submission' as kind, s.id, s.receipt as number, s.state, s.received_at as since, array[s.id] as submissions
      from noroshi.submission s where s.id = any ((select noroshi.closed_submissions())::uuid[])
    union all
    select 'case', c.id, c.number, c.state, c.opened_at,
           array(select p.submission_id from noroshi.closed_parts() p where p.case_id = c.id)
      from noroshi.attack_case c where c.id = any ((select noroshi.closed_cases())::uuid[]) and c.withdrawn_at is null)
  select t.kind, t.id, t.number, t.state, t.since,
         (select count(*)::int from (select i.person_id from noroshi.person_in_charge i join noroshi.person p on p.id = i.person_id
                  where i.submission_id = any (t.submissions) and p.disabled_at is null and (i.ends_at is null or i.ends_at > noroshi.moment())
                  group by i.person_id having count(*) = cardinality(t.submissions)) all_of_them),
         exists (select 1 from noroshi.admission a where a.thing_id = t.id and a.person_id = noroshi.current_person() and a.outcome is null)
    from thing t where noroshi.current_person() is not null
$$;
create or replace function noroshi.ask_admission(p_id uuid, p_kind text, p_thing uuid, p_purpose text, p_reason text, p_days int) returns uuid[]
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  select p_id, t.kind, t.id, t.number,
         case t.kind when 'submission' then array[t.id]
                     else array(select p.submission_id from noroshi.closed_parts() p where p.case_id = t.id) end,
         noroshi.current_person(), p_purpose, p_reason, p_days, noroshi.moment()
    into asked.id, asked.thing_kind, asked.thing_id, asked.number, asked.submission_ids, asked.person_id, asked.purpose, asked.reason,
         asked.days, asked.asked_at
    from noroshi.closed_things() t where t.kind = p_kind and t.id = p_thing and not t.is_asked;
  if asked.id is null then return '{}'; end if;
  insert into noroshi.admission select asked.* on conflict do nothing;
  return asked.submission_ids;
end $$;

-- How far a provider's own has come does not change by being set apart: that would tell it that there were others.
create or replace function noroshi.own_sharing_steps(p_submissions uuid[]) returns table (submission_id uuid, step text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select s.id, case when bool_or(a.state in ('approved', 'not-asked') and b.state in ('released', 'corrected')) then 'shared' else 'approval' end
    from noroshi.submission s
    join (select cs.submission_id, cs.case_id from noroshi.case_submission cs
          union select sa.submission_id, sa.case_id from noroshi.set_apart sa) was on was.submission_id = s.id
    join noroshi.bulletin b on b.case_id = was.case_id
    join noroshi.approval_request a on a.bulletin_id = b.id and a.organisation_id = s.organisation_id
   where s.id = any (p_submissions) and s.organisation_id = noroshi.current_organisation()
     and (a.state = 'waiting' or (a.state in ('approved', 'not-asked') and b.state in ('released', 'corrected')))
   group by s.id
$$;

revoke all on function noroshi.set_apart(), noroshi.closed_parts(), noroshi.parted_bulletins(), noroshi.closed_touches() from public;
grant execute on function noroshi.parted_bulletins(), noroshi.closed_touches() to noroshi_staff;
