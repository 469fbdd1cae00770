-- Need to know (T71): a restricted submission is read at the hub by the people in charge of it alone.
-- Whoever of the hub asks for something does it as noroshi_desk: staff, less the rows below. Jobs and sign-in stay noroshi_staff.

do $$
begin
  if not exists (select from pg_roles where rolname = 'noroshi_desk') then create role noroshi_desk nologin; end if;
  if not pg_has_role('noroshi_desk', 'noroshi_staff', 'usage') then grant noroshi_staff to noroshi_desk; end if;
  if not pg_has_role('noroshi_app', 'noroshi_desk', 'member') then grant noroshi_desk to noroshi_app; end if;
end $$;

-- A submission is restricted while its provider or the hub wants it so; each takes back its own wish only.
create table noroshi.restriction (
  submission_id uuid not null references noroshi.submission,
  set_by text not null check (set_by in ('provider', 'hub')),
  set_at timestamptz not null,
  primary key (submission_id, set_by)
);
-- Written by the functions below alone. Who had it in hand when it was restricted stays in charge; who is let in, until a day.
create table noroshi.person_in_charge (
  submission_id uuid not null references noroshi.submission,
  person_id uuid not null references noroshi.person,
  since timestamptz not null,
  ends_at timestamptz,
  primary key (submission_id, person_id)
);
-- Somebody of the hub asks to be let in, and somebody else answers.
create table noroshi.admission (
  id uuid primary key,
  -- What was asked for, as those who may not read it know it.
  thing_kind text not null check (thing_kind in ('submission', 'case')),
  thing_id uuid not null,
  number text not null,
  submission_ids uuid[] not null,
  person_id uuid not null references noroshi.person,
  reason text not null,
  days int not null check (days > 0),
  asked_at timestamptz not null,
  outcome text check (outcome in ('allowed', 'declined')),
  answered_at timestamptz,
  answered_by uuid references noroshi.person,
  ends_at timestamptz,
  -- Two persons, also where the software errs.
  check (answered_by is distinct from person_id),
  check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null))
);
create unique index admission_once on noroshi.admission (thing_id, person_id) where outcome is null;
create index on noroshi.admission using gin (submission_ids);

create function noroshi.current_person() returns uuid language sql stable as
  $$ select nullif(current_setting('noroshi.person', true), '')::uuid $$;

-- The one rule: what is closed to the person who asks. Everything else below follows from it.
create function noroshi.closed_submissions() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(distinct r.submission_id), '{}') from noroshi.restriction r
   where not exists (select 1 from noroshi.person_in_charge p
                      where p.submission_id = r.submission_id and p.person_id = noroshi.current_person()
                        and (p.ends_at is null or p.ends_at > noroshi.moment()))
$$;
create function noroshi.closed_mails() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(m.id), '{}') from noroshi.mail m where m.submission_id = any (noroshi.closed_submissions())
$$;
create function noroshi.closed_web_logs() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(l.id), '{}') from noroshi.web_log l where l.submission_id = any (noroshi.closed_submissions())
$$;
-- Also a case that held one earlier: what was made of it then still tells of it.
create function noroshi.closed_cases() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(distinct p.case_id), '{}') from noroshi.case_placement p
   where p.submission_id = any (noroshi.closed_submissions()) and p.case_id is not null
$$;
create function noroshi.closed_bulletins() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(b.id), '{}') from noroshi.bulletin b where b.case_id = any (noroshi.closed_cases())
$$;
create function noroshi.closed_approvals() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(a.id), '{}') from noroshi.approval_request a where a.bulletin_id = any (noroshi.closed_bulletins())
$$;
-- A line of the log on one of these names its provider by who acted, or by whom the hub asked.
create function noroshi.closed_subjects() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'submission:' || id from unnest(noroshi.closed_submissions()) id
               union all select 'case:' || id from unnest(noroshi.closed_cases()) id
               union all select 'bulletin:' || id from unnest(noroshi.closed_bulletins()) id
               union all select 'approval:' || id from unnest(noroshi.closed_approvals()) id)
$$;
-- Bytes that came with nothing else. A stranger's hash would otherwise fetch them.
create function noroshi.closed_evidence() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with seen as (
    select f.sha256, f.submission_id from noroshi.submission_file f
    union all select m.sha256, m.submission_id from noroshi.mail m
    union all select a.sha256, m.submission_id from noroshi.artefact a join noroshi.mail m on m.id = a.mail_id),
  closed as (select distinct s.sha256 from seen s where s.submission_id = any (noroshi.closed_submissions()))
  select coalesce(array_agg(c.sha256), '{}') from closed c
   where not exists (select 1 from seen s where s.sha256 = c.sha256 and s.submission_id <> all (noroshi.closed_submissions()))
$$;

do $$
declare r record;
begin
  for r in select * from (values
    ('submission', 'id', 'submissions'), ('submission_file', 'submission_id', 'submissions'),
    ('count_correction', 'submission_id', 'submissions'), ('item_proposal', 'submission_id', 'submissions'),
    ('case_placement', 'submission_id', 'submissions'), ('case_submission', 'submission_id', 'submissions'),
    ('mail', 'submission_id', 'submissions'), ('web_log', 'submission_id', 'submissions'),
    ('vault_sighting', 'submission_id', 'submissions'),
    ('restriction', 'submission_id', 'submissions'), ('person_in_charge', 'submission_id', 'submissions'),
    ('finding', 'mail_id', 'mails'), ('artefact', 'mail_id', 'mails'), ('indicator', 'mail_id', 'mails'),
    ('web_log_source', 'web_log_id', 'web_logs'),
    ('attack_case', 'id', 'cases'), ('case_change', 'case_id', 'cases'), ('case_verdict', 'case_id', 'cases'),
    ('bulletin', 'case_id', 'cases'),
    ('approval_request', 'bulletin_id', 'bulletins'), ('release_origin', 'bulletin_id', 'bulletins'),
    ('release_order', 'bulletin_id', 'bulletins'), ('weak_trace_confirmation', 'bulletin_id', 'bulletins'),
    ('withdrawal_request', 'approval_id', 'approvals')) as t (table_name, key, closed)
  loop
    execute format('create policy need_to_know on noroshi.%I as restrictive to noroshi_desk using ((%I = any ((select noroshi.closed_%s())::uuid[])) is not true)',
      r.table_name, r.key, r.closed);
  end loop;
end $$;
create policy need_to_know on noroshi.audit_entry as restrictive for select to noroshi_desk
  using (subject <> all ((select noroshi.closed_subjects())::text[]));
-- For reading alone: whoever hands in the same bytes himself must not be told that they are here.
create policy need_to_know on noroshi.evidence as restrictive for select to noroshi_desk
  using (sha256 <> all ((select noroshi.closed_evidence())::text[]));

do $$
declare t text;
begin
  foreach t in array array['restriction', 'person_in_charge', 'admission'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
grant insert, delete on noroshi.restriction to noroshi_staff, noroshi_member;
grant select (submission_id, set_by) on noroshi.restriction to noroshi_member;
-- What the provider wants restricted, no person of the hub opens.
create policy own_wish on noroshi.restriction as restrictive for delete to noroshi_desk using (set_by = 'hub');
create policy own_wish_kept on noroshi.restriction as restrictive for insert to noroshi_desk with check (set_by = 'hub');
create policy own on noroshi.restriction for select to noroshi_member
  using (exists (select 1 from noroshi.submission s where s.id = submission_id and s.organisation_id = (select noroshi.current_organisation())));
create policy own_insert on noroshi.restriction for insert to noroshi_member
  with check (set_by = 'provider' and exists (select 1 from noroshi.submission s where s.id = submission_id and s.organisation_id = (select noroshi.current_organisation())));
create policy own_delete on noroshi.restriction for delete to noroshi_member
  using (set_by = 'provider' and exists (select 1 from noroshi.submission s where s.id = submission_id and s.organisation_id = (select noroshi.current_organisation())));

-- Whoever looks after it stays in charge, and whoever of the hub restricts it. With the last wish everybody may read again.
create function noroshi.keep_people_in_charge() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from noroshi.person_in_charge p where p.submission_id = old.submission_id
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
  on conflict do nothing;
  return null;
end $$;
create trigger keep_people after insert or delete on noroshi.restriction
  for each row execute function noroshi.keep_people_in_charge();

-- What comes into a case that the hub restricted is read by the same people.
create function noroshi.inherit_restriction() returns trigger
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
  on conflict do nothing;
  return null;
end $$;
create trigger inherit_restriction after insert or update of case_id on noroshi.case_submission
  for each row execute function noroshi.inherit_restriction();

-- What the hub's people may know of what is closed to them: that it is there, its number and how far it is.
create function noroshi.closed_things() returns table (kind text, id uuid, number text, state text, since timestamptz, people int, is_asked boolean)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with thing as (
    select 'submission' as kind, s.id, s.receipt as number, s.state, s.received_at as since, array[s.id] as submissions
      from noroshi.submission s where s.id = any (noroshi.closed_submissions())
    union all
    select 'case', c.id, c.number, c.state, c.opened_at,
           array(select distinct p.submission_id from noroshi.case_placement p
                  where p.case_id = c.id and p.submission_id = any (noroshi.closed_submissions()))
      from noroshi.attack_case c where c.id = any (noroshi.closed_cases()) and c.withdrawn_at is null)
  select t.kind, t.id, t.number, t.state, t.since,
         (select count(*)::int from (select i.person_id from noroshi.person_in_charge i join noroshi.person p on p.id = i.person_id
                  where i.submission_id = any (t.submissions) and p.disabled_at is null and (i.ends_at is null or i.ends_at > noroshi.moment())
                  group by i.person_id having count(*) = cardinality(t.submissions)) all_of_them),
         exists (select 1 from noroshi.admission a where a.thing_id = t.id and a.person_id = noroshi.current_person() and a.outcome is null)
    from thing t where noroshi.current_person() is not null
$$;

-- Whether the person who asks may answer for these: in charge of all of them, or an administrator.
create function noroshi.answers_for(p_submissions uuid[]) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select exists (select 1 from noroshi.person p
                  where p.id = noroshi.current_person() and p.organisation_id is null and p.disabled_at is null
                    and (p.roles && array['hub-admin'] or not exists (
                      select 1 from unnest(p_submissions) s where not exists (
                        select 1 from noroshi.person_in_charge i where i.submission_id = s and i.person_id = p.id
                           and (i.ends_at is null or i.ends_at > noroshi.moment())))))
$$;
create policy need_to_know on noroshi.admission as restrictive for select to noroshi_desk
  using (person_id = (select noroshi.current_person()) or noroshi.answers_for(submission_ids));

-- Asks to be let in. Gives what it was asked for, and nothing where nothing is closed to the person.
create function noroshi.ask_admission(p_id uuid, p_kind text, p_thing uuid, p_reason text, p_days int) returns uuid[]
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  select p_id, t.kind, t.id, t.number,
         case t.kind when 'submission' then array[t.id]
                     else array(select distinct p.submission_id from noroshi.case_placement p
                                 where p.case_id = t.id and p.submission_id = any (noroshi.closed_submissions())) end,
         noroshi.current_person(), p_reason, p_days, noroshi.moment()
    into asked.id, asked.thing_kind, asked.thing_id, asked.number, asked.submission_ids, asked.person_id, asked.reason, asked.days, asked.asked_at
    from noroshi.closed_things() t where t.kind = p_kind and t.id = p_thing and not t.is_asked;
  if asked.id is null then return '{}'; end if;
  insert into noroshi.admission select asked.* on conflict do nothing;
  return asked.submission_ids;
end $$;

-- Whether one of two made the other's account, raised it or made a link for it within a week. Whoever did could be both.
create function noroshi.brought_in_lately(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select exists (select 1 from noroshi.audit_entry e
                  where e.action in ('person-invited', 'roles-changed', 'link-issued') and e.at > noroshi.moment() - interval '7 days'
                    and ((e.actor = 'person:' || p_one and e.subject = 'person:' || p_other)
                      or (e.actor = 'person:' || p_other and e.subject = 'person:' || p_one)))
$$;

-- Answers one. Gives what was answered for; nothing to whoever asked it, may not answer, or comes second.
create function noroshi.answer_admission(p_id uuid, p_outcome text)
returns table (submission_id uuid, organisation_id uuid, person_id uuid, ends_at timestamptz)
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  update noroshi.admission a
     set outcome = p_outcome, answered_at = noroshi.moment(), answered_by = noroshi.current_person(),
         ends_at = case p_outcome when 'allowed' then noroshi.moment() + make_interval(days => a.days) end
   where a.id = p_id and a.outcome is null and a.person_id <> noroshi.current_person() and noroshi.answers_for(a.submission_ids)
     and not (p_outcome = 'allowed' and noroshi.brought_in_lately(a.person_id, noroshi.current_person()))
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

-- An export of the log holds every link of its chain. What a line says that is closed to the person is left out of it.
create function noroshi.audit_lines(p_from bigint, p_limit int)
returns table (sequence bigint, previous_hash text, hash text, form text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with closed as (select case when noroshi.current_person() is null then '{}' else noroshi.closed_subjects() end as subjects)
  select e.sequence, e.previous_hash, e.hash, case when e.subject <> all (c.subjects) then noroshi.audit_form(e) end
    from noroshi.audit_entry e, closed c where e.sequence >= p_from order by e.sequence limit p_limit
$$;

-- How many of the hub may read one of the provider's own, and why somebody was let in. Nobody's name.
create function noroshi.own_people_in_charge(p_submission uuid) returns int
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select count(*)::int from noroshi.person_in_charge i
    join noroshi.submission s on s.id = i.submission_id join noroshi.person p on p.id = i.person_id
   where i.submission_id = p_submission and s.organisation_id = noroshi.current_organisation()
     and p.disabled_at is null and (i.ends_at is null or i.ends_at > noroshi.moment())
$$;
create function noroshi.own_admissions(p_submission uuid) returns table (reason text, allowed_on date, ends_on date)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select a.reason, (a.answered_at at time zone 'Asia/Tokyo')::date, (a.ends_at at time zone 'Asia/Tokyo')::date
    from noroshi.admission a join noroshi.submission s on s.id = p_submission
   where p_submission = any (a.submission_ids) and a.outcome = 'allowed' and s.organisation_id = noroshi.current_organisation()
   order by a.answered_at desc limit 50
$$;
revoke all on function noroshi.keep_people_in_charge(), noroshi.inherit_restriction(), noroshi.brought_in_lately(uuid, uuid) from public;
grant execute on function noroshi.current_person(), noroshi.closed_submissions(), noroshi.closed_mails(), noroshi.closed_web_logs(),
  noroshi.closed_cases(), noroshi.closed_bulletins(), noroshi.closed_approvals(), noroshi.closed_subjects(), noroshi.closed_evidence(),
  noroshi.closed_things(), noroshi.audit_lines(bigint, int), noroshi.answers_for(uuid[]), noroshi.ask_admission(uuid, text, uuid, text, int),
  noroshi.answer_admission(uuid, text) to noroshi_staff;
grant execute on function noroshi.own_people_in_charge(uuid), noroshi.own_admissions(uuid) to noroshi_member;

alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened', 'withdrawal-answered', 'lane-changed', 'shared-unasked', 'agreement-ending',
  'somebody-let-in'));

create or replace function noroshi.told_acts() returns text[] language sql immutable as $$
  select array[
    'submission-handed-in', 'submission-viewed', 'mail-opened', 'file-opened', 'web-logs-opened', 'analysed-again',
    'count-corrected', 'dates-revised', 'submission-set-aside', 'submission-reopened', 'submission-consultation',
    'submission-restricted', 'restriction-lifted', 'admission-allowed',
    'organisation-registered', 'vault-revised', 'membership-joined', 'membership-left',
    'agreement-accepted', 'agreement-ended', 'agreement-reminded', 'group-lane-told',
    'person-invited', 'person-disabled', 'person-enabled', 'roles-changed', 'persons-sessions-ended', 'link-issued',
    'sign-in-failed', 'token-revoked', 'approval-asked', 'approval-reminded', 'approval-not-asked',
    'withdrawal-granted', 'withdrawal-declined']
$$;
