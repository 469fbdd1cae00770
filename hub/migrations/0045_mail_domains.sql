-- Mail domains at which an organisation's contacts may invite, as the hub has confirmed them: each of one organisation
-- alone. What a contact is answered rests on this and on nothing that another member has or does.
create table noroshi.mail_domain (
  domain text primary key check (domain = lower(domain)),
  organisation_id uuid not null references noroshi.organisation,
  confirmed_at timestamptz not null
);
create index on noroshi.mail_domain (organisation_id);
alter table noroshi.mail_domain enable row level security;
alter table noroshi.mail_domain force row level security;
grant select, insert, update, delete on noroshi.mail_domain to noroshi_staff;
create policy staff on noroshi.mail_domain to noroshi_staff using (true) with check (true);
create policy owner on noroshi.mail_domain to noroshi_owner using (true) with check (true);
