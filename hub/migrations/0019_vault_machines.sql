-- Hosts, networks and numbers by which an organisation could be recognised. Kept by itself, like its URL services.
alter table noroshi.organisation
  add column hosts text[] not null default '{}',
  -- Addresses, or networks as address/bits.
  add column networks text[] not null default '{}',
  -- Telephone, account and customer numbers, as people write them.
  add column numbers text[] not null default '{}';
grant update (hosts, networks, numbers) on noroshi.organisation to noroshi_member;
