-- Cases: many submissions, one attack (SPEC §4 R-1, §5). Nothing here is granted to members.

create table noroshi.case_number (year int primary key, last int not null);

create table noroshi.attack_case (
  id uuid primary key,
  number text not null unique,
  title text not null,
  state text not null check (state in ('open', 'worked', 'closed')),
  classification text not null,
  classification_reason text,
  classified_by uuid references noroshi.person,
  proposal jsonb not null,
  -- AliasTable of the engine: which organisation is A社 in everything written about this case.
  aliases jsonb not null default '[]',
  opened_at timestamptz not null,
  assignee_id uuid references noroshi.person,
  closed_at timestamptz,
  -- Where its submissions went when it was merged into another.
  merged_into uuid references noroshi.attack_case,
  -- Its opening was undone: kept for the record, otherwise as if it had not been.
  withdrawn_at timestamptz
);
create index on noroshi.attack_case (state, opened_at desc);

create table noroshi.case_submission (
  submission_id uuid primary key references noroshi.submission,
  case_id uuid not null references noroshi.attack_case,
  added_at timestamptz not null,
  -- Why it belongs: array of {weight, say}.
  reasons jsonb not null default '[]'
);
create index on noroshi.case_submission (case_id);

-- Every change of what belongs together, with what is needed to undo it.
create table noroshi.case_change (
  id uuid primary key,
  case_id uuid not null references noroshi.attack_case,
  -- Order of the changes; two within one moment are still one after the other.
  sequence bigint not null unique generated always as identity,
  kind text not null check (kind in ('opened', 'added', 'folded', 'split', 'merged', 'classified', 'moved', 'renamed')),
  changed_at timestamptz not null,
  changed_by uuid references noroshi.person,
  say jsonb not null,
  before jsonb not null,
  -- Things it changed, such as `submission:<id>` or `title:<case>`; a later change of one of them stands in the way of undoing.
  touches text[] not null,
  undone_at timestamptz,
  undone_by uuid references noroshi.person
);
create index on noroshi.case_change (case_id, sequence);
create index on noroshi.case_change using gin (touches);

do $$
declare t text;
begin
  foreach t in array array['case_number', 'attack_case', 'case_submission', 'case_change'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
