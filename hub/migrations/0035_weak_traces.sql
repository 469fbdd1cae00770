-- Ordinary words by which a provider is called as well refuse nothing; a person looks at each and says so, for one
-- version of a bulletin. The id is made from the word and what stands around it, so that another place asks anew.
create table noroshi.weak_trace_confirmation (
  bulletin_id uuid not null references noroshi.bulletin,
  weak_trace_id text not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null references noroshi.person,
  primary key (bulletin_id, weak_trace_id)
);
alter table noroshi.weak_trace_confirmation enable row level security;
alter table noroshi.weak_trace_confirmation force row level security;
grant select, insert on noroshi.weak_trace_confirmation to noroshi_staff;
create policy staff on noroshi.weak_trace_confirmation to noroshi_staff using (true) with check (true);
create policy owner on noroshi.weak_trace_confirmation to noroshi_owner using (true) with check (true);

-- Checks from before knew neither such words nor which version read them.
update noroshi.bulletin
   set leak_check = '{"checker": "1", "spellingCount": 0, "weakTraces": [], "skipped": [], "skippedCount": 0}'::jsonb || leak_check
 where leak_check is not null;

alter table noroshi.approval_request add column skipped_count int not null default 0, add column weak_count int not null default 0;
grant select (skipped_count, weak_count) on noroshi.approval_request to noroshi_member;
