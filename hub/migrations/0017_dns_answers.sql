-- DNS answers that analysts recorded: public keys, SPF and DMARC policies, with which mails are checked
-- without asking anybody (SPEC §3, T-auth). For staff and jobs; members see none of it.

create table noroshi.dns_answer (
  name text not null,
  type text not null,
  -- Empty when the answer was that there is none.
  record_values jsonb not null,
  recorded_on date not null,
  saved_by uuid not null references noroshi.person,
  saved_at timestamptz not null,
  primary key (name, type)
);

alter table noroshi.dns_answer enable row level security;
alter table noroshi.dns_answer force row level security;
grant select, insert, update, delete on noroshi.dns_answer to noroshi_staff;
create policy staff on noroshi.dns_answer to noroshi_staff using (true) with check (true);
create policy owner on noroshi.dns_answer to noroshi_owner using (true) with check (true);
-- An analysis that holds older knowledge in memory takes the new before its next file.
create trigger count_version after insert or update or delete on noroshi.dns_answer
  for each statement execute function noroshi.count_register_version();
