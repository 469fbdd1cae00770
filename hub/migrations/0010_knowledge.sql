-- What the hub knows beside mails and members (SPEC §3): YARA rules of its own, recorded registrations of
-- domains, rules by which campaigns name their addresses. For staff and jobs; members see none of it.

create table noroshi.yara_rule (
  id uuid primary key,
  name text not null unique,
  text text not null,
  is_enabled boolean not null,
  saved_by uuid not null references noroshi.person,
  saved_at timestamptz not null
);

create table noroshi.domain_registration (
  domain text primary key,
  registered_on date,
  registrar text,
  registrant text,
  source text not null,
  -- The text it was read from, as it was pasted.
  record text not null,
  saved_by uuid not null references noroshi.person,
  saved_at timestamptz not null
);

create table noroshi.naming_rule (
  id uuid primary key,
  title text not null,
  words jsonb not null,
  saved_by uuid not null references noroshi.person,
  saved_at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['yara_rule', 'domain_registration', 'naming_rule'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
    -- An analysis that holds older knowledge in memory takes the new before its next file.
    execute format('create trigger count_version after insert or update or delete on noroshi.%I for each statement execute function noroshi.count_register_version()', t);
  end loop;
end $$;
