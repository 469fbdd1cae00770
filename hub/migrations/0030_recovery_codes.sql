-- Ten codes that stand for the second factor of somebody whose telephone or key is lost. Only their keyed hashes are
-- kept, bound to the person; each is used once.
create table noroshi.recovery_code (
  code_hash text primary key,
  person_id uuid not null references noroshi.person,
  made_at timestamptz not null,
  used_at timestamptz
);
create index on noroshi.recovery_code (person_id);
alter table noroshi.recovery_code enable row level security;
alter table noroshi.recovery_code force row level security;
grant select, insert, update, delete on noroshi.recovery_code to noroshi_staff;
create policy staff on noroshi.recovery_code to noroshi_staff using (true) with check (true);
create policy owner on noroshi.recovery_code to noroshi_owner using (true) with check (true);

alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened'));
