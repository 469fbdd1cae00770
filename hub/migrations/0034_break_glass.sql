-- Each time the glass was broken on the machine of the hub: seen by all of its people until an administrator says why.
create table noroshi.break_glass (
  id uuid primary key,
  person_id uuid not null references noroshi.person,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references noroshi.person,
  reason text,
  check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (reason is null))
);
alter table noroshi.break_glass enable row level security;
alter table noroshi.break_glass force row level security;
grant select, insert, update on noroshi.break_glass to noroshi_staff;
create policy staff on noroshi.break_glass to noroshi_staff using (true) with check (true);
create policy owner on noroshi.break_glass to noroshi_owner using (true) with check (true);
