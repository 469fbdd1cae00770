-- What was sent and what was found in it (SPEC §2, §3).

create table noroshi.evidence (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  stored_at timestamptz not null default now()
);

create table noroshi.submission (
  id uuid primary key,
  receipt text not null unique,
  -- Absent for the hub's own collection and for someone outside the community.
  organisation_id uuid references noroshi.organisation,
  provider_kind text not null check (provider_kind in ('member', 'affiliate', 'outside', 'hub')),
  kind text not null check (kind in ('suspicious-mail', 'malicious-traffic', 'incident', 'sample', 'fake-site', 'consultation', 'feedback')),
  channel text not null check (channel in ('web', 'api', 'smtp', 'on-behalf', 'cli')),
  state text not null check (state in ('received', 'analysed', 'consultation', 'set-aside', 'in-case')),
  analysis text not null default 'waiting' check (analysis in ('waiting', 'running', 'done', 'failed')),
  title text not null default '',
  note text,
  submitted_by uuid references noroshi.person,
  assignee_id uuid references noroshi.person,
  received_at timestamptz not null,
  -- The provider's own key; unique per provider only, so that nobody learns of another's.
  idempotency_key text,
  -- Wishes (SPEC I-6); see contract/intake.ts.
  wishes jsonb not null,
  -- Dates (SPEC I-7), each {known, value?}; see contract/intake.ts.
  dates jsonb not null,
  set_aside_reason text,
  consultation jsonb,
  mail_count int not null default 0,
  items_proposed int not null default 1,
  unreadable_count int not null default 0,
  check ((provider_kind in ('member', 'affiliate')) = (organisation_id is not null))
);
create unique index submission_idempotency on noroshi.submission (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), idempotency_key) where idempotency_key is not null;
create index on noroshi.submission (organisation_id, received_at desc);
create index on noroshi.submission (received_at desc, id);
create index on noroshi.submission (state);

create table noroshi.submission_file (
  id uuid primary key,
  submission_id uuid not null references noroshi.submission,
  ordinal int not null,
  sha256 text not null references noroshi.evidence,
  file_name text,
  size_bytes bigint not null,
  received_at timestamptz not null,
  -- When this provider had first sent the same bytes, if it had.
  repeated_from timestamptz,
  problems jsonb not null default '[]',
  unique (submission_id, ordinal)
);
create index on noroshi.submission_file (sha256);

-- Corrections of the item count (SPEC I-4); the newest before a day is the figure as of that day.
create table noroshi.count_correction (
  submission_id uuid not null references noroshi.submission,
  items int not null check (items >= 0),
  reason text not null,
  corrected_by uuid not null references noroshi.person,
  corrected_at timestamptz not null,
  primary key (submission_id, corrected_at)
);

create table noroshi.mail (
  id uuid primary key,
  submission_id uuid not null references noroshi.submission,
  file_id uuid not null references noroshi.submission_file,
  -- Place inside the file: empty for the file itself, otherwise a member name or part path.
  path text not null default '',
  -- Order inside the file, from 0.
  ordinal int not null,
  sha256 text not null references noroshi.evidence,
  size_bytes bigint not null,
  subject text not null,
  from_address text not null,
  sent_at timestamptz,
  arrived_at timestamptz,
  -- Identical sender, subject, body and attachments (SPEC R-0); SHA-256 over them.
  operation_key text,
  classification text,
  proposal jsonb,
  problems jsonb not null default '[]',
  -- What the evidence viewer shows: headers, parts with text, received chain; see contract/analysis.ts MailView.
  view jsonb not null,
  -- The mail's HTML redrawn from an allow-list by the parsing thread; shown only in a sandboxed frame.
  safe_html text,
  analysed_at timestamptz not null,
  unique (file_id, path)
);
create index on noroshi.mail (submission_id);
create index on noroshi.mail (sha256);
create index on noroshi.mail (operation_key);

create table noroshi.finding (
  id uuid primary key,
  mail_id uuid not null references noroshi.mail on delete cascade,
  number int not null,
  technique text not null,
  weight text not null check (weight in ('strong', 'medium', 'weak')),
  place jsonb not null,
  also_places jsonb not null default '[]',
  say jsonb not null,
  detail jsonb,
  dismissed_by uuid references noroshi.person,
  dismissed_at timestamptz,
  dismissed_reason text,
  unique (mail_id, number)
);
create index on noroshi.finding (technique);

create table noroshi.artefact (
  mail_id uuid not null references noroshi.mail on delete cascade,
  path text not null,
  file_name text,
  type text not null,
  declared_type text,
  size_bytes bigint not null,
  sha256 text not null,
  sha1 text not null,
  md5 text not null,
  kind text not null,
  unreadable text,
  primary key (mail_id, path)
);
create index on noroshi.artefact (sha256);

create table noroshi.indicator (
  mail_id uuid not null references noroshi.mail on delete cascade,
  type text not null,
  value text not null,
  context text not null,
  path text not null
);
-- By hash: an attacker's address may be longer than an index row.
create unique index indicator_once on noroshi.indicator (mail_id, type, context, path, md5(value));
create index on noroshi.indicator (type, md5(value));

do $$
declare t text;
begin
  foreach t in array array['evidence', 'submission', 'submission_file', 'count_correction', 'mail', 'finding', 'artefact', 'indicator'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;

-- A member sees its own submissions and files, and none of what the hub made of them.
grant select (id, receipt, organisation_id, kind, channel, state, analysis, title, note, submitted_by, received_at, idempotency_key,
              wishes, dates, set_aside_reason, consultation, mail_count, unreadable_count) on noroshi.submission to noroshi_member;
grant select on noroshi.submission_file to noroshi_member;
create policy own on noroshi.submission for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()));
grant update (wishes, note, dates) on noroshi.submission to noroshi_member;
create policy own_update on noroshi.submission for update to noroshi_member
  using (organisation_id = (select noroshi.current_organisation())) with check (organisation_id = (select noroshi.current_organisation()));
create policy own on noroshi.submission_file for select to noroshi_member
  using (exists (select 1 from noroshi.submission s where s.id = submission_id and s.organisation_id = (select noroshi.current_organisation())));

-- A member hands in for its own organisation and for nobody else. Of evidence it may add a row but read none,
-- so that "stored already" is invisible.
grant insert on noroshi.submission, noroshi.submission_file, noroshi.evidence to noroshi_member;
create policy own_insert on noroshi.submission for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation()) and provider_kind = 'member' and channel in ('web', 'api', 'smtp') and state = 'received');
create policy own_insert on noroshi.submission_file for insert to noroshi_member
  with check (exists (select 1 from noroshi.submission s where s.id = submission_id and s.organisation_id = (select noroshi.current_organisation())));
create policy add on noroshi.evidence for insert to noroshi_member with check (true);
