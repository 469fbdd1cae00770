-- What an organisation's own mails show of itself, for its contact to confirm. Read from its own submissions only,
-- and gone with the mail it was read in.
create table noroshi.vault_sighting (
  mail_id uuid not null references noroshi.mail on delete cascade,
  organisation_id uuid not null references noroshi.organisation,
  submission_id uuid not null references noroshi.submission,
  list text not null check (list in ('domains', 'people', 'hosts')),
  value text not null,
  address text,
  witness text not null check (witness in ('received', 'addressed', 'foreign')),
  sender text not null
);
create index on noroshi.vault_sighting (organisation_id);
create index on noroshi.vault_sighting (mail_id);

-- Each suggestion is answered once: what was refused stays refused.
create table noroshi.vault_answer (
  organisation_id uuid not null references noroshi.organisation,
  list text not null check (list in ('domains', 'people', 'hosts')),
  value text not null,
  answer text not null check (answer in ('accept', 'refuse')),
  answered_at timestamptz not null,
  primary key (organisation_id, list, value)
);

do $$
declare t text;
begin
  foreach t in array array['vault_sighting', 'vault_answer'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
    execute format('grant select on noroshi.%I to noroshi_member', t);
    execute format('create policy own on noroshi.%I for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()))', t);
  end loop;
end $$;
grant insert on noroshi.vault_answer to noroshi_member;
create policy own_insert on noroshi.vault_answer for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation()));
