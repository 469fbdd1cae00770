-- Readings of earlier evidence again, so that whoever asked for one sees how far it is and how it ended.

create table noroshi.rereading (
  id uuid primary key,
  days int not null,
  -- Who asked for it; absent when a member changed its names.
  asked_by uuid references noroshi.person,
  asked_at timestamptz not null,
  -- When it was settled which submissions are read; until then it waits.
  begun_at timestamptz
);

create table noroshi.rereading_submission (
  rereading_id uuid not null references noroshi.rereading on delete cascade,
  submission_id uuid not null references noroshi.submission on delete cascade,
  ended_at timestamptz,
  has_failed boolean not null default false,
  primary key (rereading_id, submission_id)
);
create index on noroshi.rereading_submission (submission_id) where ended_at is null;

do $$
declare t text;
begin
  foreach t in array array['rereading', 'rereading_submission'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
