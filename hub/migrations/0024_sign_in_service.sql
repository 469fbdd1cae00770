-- Sign-in through an organisation's OpenID provider. Who somebody is there is known by issuer and subject alone,
-- never by a mail address that the provider or its user may set.
create table noroshi.linked_identity (
  -- Keyed hash of issuer and subject: the table tells nobody's number at their provider.
  fingerprint text primary key,
  person_id uuid not null unique references noroshi.person,
  linked_at timestamptz not null,
  last_used_at timestamptz
);

-- A way to the provider and back, walked once by the browser that began it.
create table noroshi.provider_visit (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  -- Present when a signed-in person links an identity, absent when somebody signs in.
  person_id uuid references noroshi.person,
  expires_at timestamptz not null
);
create index on noroshi.provider_visit (expires_at);

do $$
declare t text;
begin
  foreach t in array array['linked_identity', 'provider_visit'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
