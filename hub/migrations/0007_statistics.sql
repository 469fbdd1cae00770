-- Figures from before the software (SPEC Q-2), printed as they were published.
create table noroshi.imported_figure (
  quarter text primary key check (quarter ~ '^(19|20)[0-9]{2}Q[1-4]$'),
  submissions int not null check (submissions >= 0),
  bulletins int not null check (bulletins >= 0),
  hub_sourced int not null check (hub_sourced >= 0 and hub_sourced <= bulletins),
  source text not null,
  imported_at timestamptz not null,
  imported_by uuid not null references noroshi.person
);
alter table noroshi.imported_figure enable row level security;
alter table noroshi.imported_figure force row level security;
grant select, insert, update, delete on noroshi.imported_figure to noroshi_staff;
create policy staff on noroshi.imported_figure to noroshi_staff using (true) with check (true);
create policy owner on noroshi.imported_figure to noroshi_owner using (true) with check (true);
