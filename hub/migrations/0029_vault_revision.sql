-- The vault as several people keep it: group companies and postal addresses of the member's own entering, when each
-- list was changed last, and what the hub's people wrote in.
alter table noroshi.organisation add column postal_addresses text[] not null default '{}';
grant update (postal_addresses) on noroshi.organisation to noroshi_member;

grant insert, delete on noroshi.affiliate to noroshi_member;
create policy own_insert on noroshi.affiliate for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation()));
create policy own_delete on noroshi.affiliate for delete to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()));

-- One row for each list that was ever changed. The vault's revision is the highest of them.
create table noroshi.vault_list (
  organisation_id uuid not null references noroshi.organisation,
  list text not null,
  revision int not null,
  changed_at timestamptz not null,
  primary key (organisation_id, list)
);

-- Entries that the hub wrote, by their own words, so that the member sees which they are.
create table noroshi.vault_hub_entry (
  organisation_id uuid not null references noroshi.organisation,
  list text not null,
  text text not null,
  added_at timestamptz not null,
  primary key (organisation_id, list, text)
);

do $$
declare t text;
begin
  foreach t in array array['vault_list', 'vault_hub_entry'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
    execute format('grant select on noroshi.%I to noroshi_member', t);
    execute format('create policy own on noroshi.%I for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()))', t);
  end loop;
end $$;
grant insert, update on noroshi.vault_list to noroshi_member;
create policy own_insert on noroshi.vault_list for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation()));
create policy own_update on noroshi.vault_list for update to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()))
  with check (organisation_id = (select noroshi.current_organisation()));
-- A member takes entries of the hub out; what is marked as the hub's it cannot write.
grant delete on noroshi.vault_hub_entry to noroshi_member;
create policy own_delete on noroshi.vault_hub_entry for delete to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()));
