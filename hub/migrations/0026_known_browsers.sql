-- Browsers in which somebody signed in before. Strangers' guesses at the account do not slow its owner there.
create table noroshi.known_browser (
  secret_hash text primary key,
  person_id uuid not null references noroshi.person,
  seen_on date not null
);
create index on noroshi.known_browser (person_id, seen_on);
alter table noroshi.known_browser enable row level security;
alter table noroshi.known_browser force row level security;
grant select, insert, update, delete on noroshi.known_browser to noroshi_staff;
create policy staff on noroshi.known_browser to noroshi_staff using (true) with check (true);
create policy owner on noroshi.known_browser to noroshi_owner using (true) with check (true);
