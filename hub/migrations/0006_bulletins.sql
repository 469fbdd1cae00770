-- Bulletins, approvals, releases, answers (SPEC §6, §7, F-1).

create table noroshi.bulletin (
  id uuid primary key,
  number text not null,
  case_id uuid references noroshi.attack_case,
  -- Made from information the hub itself obtained (表1 ※2).
  is_hub_sourced boolean not null,
  state text not null check (state in ('draft', 'checked', 'waiting', 'approved', 'released', 'corrected', 'withdrawn')),
  -- A correction is a row of its own with the same number and the next version; the old row stays as it was released.
  version int not null default 1,
  corrects uuid references noroshi.bulletin,
  content jsonb not null,
  -- SHA-256 over canonical JSON of content and audience; approvals are bound to it.
  content_hash text not null,
  group_ids uuid[] not null default '{}',
  lane text not null default 'approval-required' check (lane in ('approval-required', 'technical-only')),
  questions jsonb not null default '[]',
  decisions jsonb not null default '{}',
  leak_check jsonb,
  created_at timestamptz not null,
  created_by uuid references noroshi.person,
  updated_at timestamptz not null,
  -- Who wrote the text as it stands; releasing it takes another person.
  edited_by uuid references noroshi.person,
  unique (number, version)
);
create index on noroshi.bulletin (case_id);
create index on noroshi.bulletin (state, updated_at desc);

create table noroshi.approval_request (
  id uuid primary key,
  bulletin_id uuid not null references noroshi.bulletin,
  version int not null,
  organisation_id uuid not null references noroshi.organisation,
  content_hash text not null,
  state text not null check (state in ('waiting', 'approved', 'changes-asked', 'refused', 'withdrawn', 'outdated')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  message text,
  -- Everything the provider is shown, frozen when asked; see contract/bulletin.ts ApprovalView.
  bulletin_number text not null,
  content jsonb not null,
  sent jsonb not null,
  replaced jsonb not null,
  audience jsonb not null,
  alias jsonb not null,
  trace_count int not null,
  identifying jsonb not null default '[]',
  -- What this approval would allow beyond the provider's wishes, one {ja, en} each.
  asks jsonb not null default '[]',
  reminded_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references noroshi.person,
  note text
);
create index on noroshi.approval_request (organisation_id, asked_at desc);
create unique index approval_once on noroshi.approval_request (bulletin_id, organisation_id) where state in ('waiting', 'approved');

-- One released version for its audience: all that members ever read. Its id leads nowhere inside the hub.
create table noroshi.release (
  id uuid primary key,
  number text not null,
  version int not null,
  state text not null check (state in ('released', 'corrected', 'withdrawn')),
  title jsonb not null,
  tlp text not null,
  -- Exactly the bytes that were checked and approved, as JSON text.
  content_text text not null,
  -- Text, CSV, STIX and block lists as they were checked; absent for TLP:RED and for what was withdrawn.
  files jsonb,
  released_on date not null,
  withdrawn_reason jsonb,
  audience int[] not null,
  unique (number, version)
);
create index on noroshi.release using gin (audience);
create index on noroshi.release (released_on desc, id);

-- The way back, for the hub alone.
create table noroshi.release_origin (
  release_id uuid primary key references noroshi.release,
  bulletin_id uuid not null references noroshi.bulletin,
  content_hash text not null,
  group_ids uuid[] not null,
  released_at timestamptz not null,
  released_by uuid not null references noroshi.person,
  stix_ids jsonb not null default '{}'
);
create index on noroshi.release_origin (bulletin_id);

-- STIX objects as served by TAXII; one row per object, version and group collection.
create table noroshi.stix_object (
  collection_id uuid not null references noroshi.sharing_group,
  stix_id text not null,
  version text not null,
  type text not null,
  spec_version text not null,
  -- Order within the feed, distinct and increasing.
  date_added timestamptz not null,
  body text not null,
  -- First and last version of this object here; kept so that a page needs no second look at the table.
  is_first boolean not null,
  is_last boolean not null default true,
  release_id uuid not null references noroshi.release,
  audience int[] not null,
  primary key (collection_id, stix_id, version)
);
create unique index stix_object_order on noroshi.stix_object (collection_id, date_added);

create table noroshi.release_read (
  release_id uuid not null references noroshi.release,
  organisation_id uuid not null references noroshi.organisation,
  person_id uuid not null references noroshi.person,
  read_at timestamptz not null,
  primary key (release_id, person_id)
);

create table noroshi.feedback (
  release_id uuid not null references noroshi.release,
  organisation_id uuid not null references noroshi.organisation,
  answer text not null check (answer in ('got-it', 'blocked', 'not-found', 'false-alarm')),
  count int check (count >= 0),
  first_seen_on date,
  last_seen_on date,
  note text,
  answered_by uuid not null references noroshi.person,
  answered_at timestamptz not null,
  primary key (release_id, organisation_id)
);

-- Outbox: one row per recipient and occasion, so that a notice is sent exactly once.
create table noroshi.notice (
  id uuid primary key,
  -- Occasion, for example `release:<id>` or `approval:<id>`.
  occasion text not null,
  person_id uuid not null references noroshi.person,
  language text not null,
  kind text not null check (kind in ('released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt')),
  subject jsonb not null,
  href text not null,
  tlp text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text,
  unique (occasion, kind, person_id)
);

do $$
declare t text;
begin
  foreach t in array array['bulletin', 'approval_request', 'release', 'release_origin', 'stix_object', 'release_read', 'feedback', 'notice'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;

grant select on noroshi.release, noroshi.stix_object to noroshi_member;
create policy audience on noroshi.release for select to noroshi_member
  using (audience operator(pg_catalog.&&) (select noroshi.current_tokens()));
create policy audience on noroshi.stix_object for select to noroshi_member
  using (audience operator(pg_catalog.&&) (select noroshi.current_tokens()));

-- A provider sees and answers its own requests; it may change nothing but the answer.
grant select (id, organisation_id, content_hash, state, asked_at, due_at, message, bulletin_number, content, sent, replaced,
              audience, alias, trace_count, identifying, asks, answered_at, answered_by, note) on noroshi.approval_request to noroshi_member;
grant update (state, answered_at, answered_by, note) on noroshi.approval_request to noroshi_member;
create policy own on noroshi.approval_request for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()));
create policy own_answer on noroshi.approval_request for update to noroshi_member
  using (organisation_id = (select noroshi.current_organisation())) with check (organisation_id = (select noroshi.current_organisation()) and state in ('approved', 'changes-asked', 'refused', 'withdrawn'));

grant select, insert, update on noroshi.feedback, noroshi.release_read to noroshi_member;
-- An answer can be taken back; what was read stays read.
grant delete on noroshi.feedback to noroshi_member;
create policy own on noroshi.feedback to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()))
  with check (organisation_id = (select noroshi.current_organisation()) and exists (select 1 from noroshi.release r where r.id = release_id));
create policy own on noroshi.release_read to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()))
  with check (organisation_id = (select noroshi.current_organisation()) and exists (select 1 from noroshi.release r where r.id = release_id));

-- How many organisations got it, only from five on and only what was answered before today (SPEC A-4):
-- a count that moves while one watches would tell who has just answered.
create function noroshi.got_it_counts(p_releases uuid[]) returns table (release_id uuid, organisations int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select f.release_id, count(*)::int
    from noroshi.feedback f
    join noroshi.release r on r.id = f.release_id
   where f.release_id = any (p_releases) and f.answer in ('got-it', 'blocked')
     and r.audience operator(pg_catalog.&&) noroshi.current_tokens()
     and (f.answered_at at time zone 'Asia/Tokyo')::date < coalesce(nullif(current_setting('noroshi.day', true), '')::date, (now() at time zone 'Asia/Tokyo')::date)
   group by f.release_id having count(*) >= 5
$$;
revoke all on function noroshi.got_it_counts(uuid[]) from public;
grant execute on function noroshi.got_it_counts(uuid[]) to noroshi_member, noroshi_staff;

-- How far the provider's own submissions have come beyond its own rows: its approval is asked for, or what it
-- approved is released. Says nothing of cases or of other providers.
create function noroshi.own_sharing_steps(p_submissions uuid[]) returns table (submission_id uuid, step text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select s.id, case when bool_or(a.state = 'approved' and b.state in ('released', 'corrected')) then 'shared' else 'approval' end
    from noroshi.submission s
    join noroshi.case_submission cs on cs.submission_id = s.id
    join noroshi.bulletin b on b.case_id = cs.case_id
    join noroshi.approval_request a on a.bulletin_id = b.id and a.organisation_id = s.organisation_id
   where s.id = any (p_submissions) and s.organisation_id = noroshi.current_organisation()
     and (a.state = 'waiting' or (a.state = 'approved' and b.state in ('released', 'corrected')))
   group by s.id
$$;
revoke all on function noroshi.own_sharing_steps(uuid[]) from public;
grant execute on function noroshi.own_sharing_steps(uuid[]) to noroshi_member;

-- Names of people of the member's own organisation, for "answered by": the table of persons itself is the hub's.
create function noroshi.colleague_names(p_persons uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select p.id, p.name from noroshi.person p
   where p.id = any (p_persons) and p.organisation_id = noroshi.current_organisation()
$$;
revoke all on function noroshi.colleague_names(uuid[]) from public;
grant execute on function noroshi.colleague_names(uuid[]) to noroshi_member;
