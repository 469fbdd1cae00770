-- What a provider reads before it answers: every form with its bytes, as they were when it was asked. Ids that are made
-- at the release are others then; nothing else is.
alter table noroshi.approval_request add column forms jsonb not null default '[]';
-- What it wants changed, each at its place in the text.
alter table noroshi.approval_request add column remarks jsonb not null default '[]';
grant select (forms, remarks), update (remarks) on noroshi.approval_request to noroshi_member;

-- After the release an approval cannot be taken back. Its provider can ask that the bulletin be.
create table noroshi.withdrawal_request (
  id uuid primary key,
  approval_id uuid not null references noroshi.approval_request,
  organisation_id uuid not null references noroshi.organisation,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references noroshi.person,
  due_at timestamptz not null,
  outcome text check (outcome in ('withdrawn', 'declined')),
  answer text,
  answered_at timestamptz,
  answered_by uuid references noroshi.person
);
create unique index withdrawal_request_open on noroshi.withdrawal_request (approval_id) where outcome is null;
create index on noroshi.withdrawal_request (approval_id, asked_at desc);

alter table noroshi.withdrawal_request enable row level security;
alter table noroshi.withdrawal_request force row level security;
grant select, insert, update on noroshi.withdrawal_request to noroshi_staff;
grant select (id, approval_id, organisation_id, reason, asked_at, due_at, outcome, answer, answered_at) on noroshi.withdrawal_request to noroshi_member;
grant insert (id, approval_id, organisation_id, reason, asked_at, asked_by, due_at) on noroshi.withdrawal_request to noroshi_member;
create policy staff on noroshi.withdrawal_request to noroshi_staff using (true) with check (true);
create policy owner on noroshi.withdrawal_request to noroshi_owner using (true) with check (true);
create policy own on noroshi.withdrawal_request for select to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()));
create policy own_question on noroshi.withdrawal_request for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation())
    and exists (select 1 from noroshi.approval_request a where a.id = approval_id and a.state = 'approved'));

-- Whether what the provider approved has been shared, or taken back since. Says nothing of drafts or of other providers.
create function noroshi.own_approval_sharing(p_approval uuid) returns text
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select case b.state when 'withdrawn' then 'withdrawn' else 'shared' end
    from noroshi.approval_request a
    join noroshi.bulletin b on b.id = a.bulletin_id
   where a.id = p_approval and a.organisation_id = noroshi.current_organisation()
     and a.state = 'approved' and b.state in ('released', 'corrected', 'withdrawn')
$$;
revoke all on function noroshi.own_approval_sharing(uuid) from public;
grant execute on function noroshi.own_approval_sharing(uuid) to noroshi_member;

alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened', 'withdrawal-answered'));

-- The log a provider reads of itself says what became of its request.
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
    select e.sequence, e.at, e.actor, a.name, e.action, e.subject
      from noroshi.audit_entry e join own_actor a on a.key = e.actor
    union
    select e.sequence, e.at, 'hub', null, e.action, e.subject
      from noroshi.audit_entry e join own_subject s on s.key = e.subject
     where e.actor not in (select key from own_actor)
       and e.action = any (array[
         'submission-handed-in', 'submission-viewed', 'mail-opened', 'file-opened', 'web-logs-opened', 'analysed-again',
         'count-corrected', 'dates-revised', 'submission-set-aside', 'submission-reopened', 'submission-consultation',
         'organisation-registered', 'vault-revised', 'membership-joined', 'membership-left',
         'person-invited', 'person-disabled', 'person-enabled', 'link-issued', 'sign-in-failed',
         'token-revoked', 'approval-asked', 'approval-reminded',
         'withdrawal-granted', 'withdrawal-declined'])),
  numbered as (select row_number() over (order by f.sequence)::int as number, f.* from found f)
  select n.number, n.at, n.actor, n.name, n.action, n.subject
    from numbered n where p_below is null or n.number < p_below
   order by n.number desc limit p_limit
$$;
