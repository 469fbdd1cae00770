-- A release that has been ordered and has not happened yet: until it is due, it can be cancelled (T75).
alter table noroshi.bulletin drop constraint bulletin_state_check;
alter table noroshi.bulletin add constraint bulletin_state_check
  check (state in ('draft', 'checked', 'waiting', 'approved', 'releasing', 'released', 'corrected', 'withdrawn'));
-- When the last approval came in: who joins the case later has nothing in the text.
alter table noroshi.bulletin add column approved_at timestamptz;
update noroshi.bulletin set approved_at = updated_at where state = 'approved';

create table noroshi.release_order (
  id uuid primary key,
  bulletin_id uuid not null references noroshi.bulletin,
  content_hash text not null,
  -- Whom the number on the button counted; at the due moment it must be the same organisations.
  organisation_ids uuid[] not null,
  ordered_at timestamptz not null,
  ordered_by uuid not null references noroshi.person,
  due_at timestamptz not null,
  -- How it ended: released, cancelled by a person, or stopped, with the code of the refusal that says why.
  outcome text check (outcome in ('released', 'cancelled', 'stopped')),
  ended_at timestamptz,
  -- Absent when the hub itself ended it, or a provider by its answer.
  ended_by uuid references noroshi.person,
  reason text
);
create unique index release_order_open on noroshi.release_order (bulletin_id) where outcome is null;
create index on noroshi.release_order (bulletin_id, ordered_at desc);

alter table noroshi.release_order enable row level security;
alter table noroshi.release_order force row level security;
grant select, insert, update on noroshi.release_order to noroshi_staff;
create policy staff on noroshi.release_order to noroshi_staff using (true) with check (true);
create policy owner on noroshi.release_order to noroshi_owner using (true) with check (true);
