-- Agreements signed in the product (SPEC C-5): what text, in which version, by whom, and that the hub took it.
-- The row in noroshi.agreement, which alone opens a group, is made when the hub accepts.
create table noroshi.agreement_text (
  id uuid primary key,
  kind text not null check (kind in ('nda', 'terms')),
  version text not null,
  ja text not null,
  en text not null,
  -- SHA-256 over kind, version and both languages: what a signer signs.
  hash text not null,
  published_at timestamptz not null,
  unique (kind, version)
);

create table noroshi.agreement_signature (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  group_id uuid not null references noroshi.sharing_group,
  text_id uuid not null references noroshi.agreement_text,
  text_hash text not null,
  person_id uuid not null references noroshi.person,
  -- Name and title as they would stand on paper.
  signer text not null,
  signed_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references noroshi.person
);
create unique index agreement_signature_waiting on noroshi.agreement_signature (organisation_id, group_id)
  where accepted_at is null;

-- A text that somebody signed is never changed: nobody may, so nobody can.
do $$
declare t text;
begin
  foreach t in array array['agreement_text', 'agreement_signature'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
grant update (accepted_at, accepted_by) on noroshi.agreement_signature to noroshi_staff;
