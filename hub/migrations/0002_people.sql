-- Persons and machines, how they prove who they are, and their sessions (SPEC C-4).
-- Of all this a member's own transaction sees nothing: sign-in is the hub's work.

create table noroshi.person (
  id uuid primary key,
  -- Absent for the hub's own people. References noroshi.organisation, which a later migration makes.
  organisation_id uuid,
  name text not null,
  email text not null check (email = lower(email)),
  roles text[] not null check (roles <@ array['hub-admin', 'hub-analyst', 'hub-lead', 'member-contact', 'member-reader'] and cardinality(roles) > 0),
  language text not null default 'ja' check (language in ('ja', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- A person works for the hub or for a member, never for both.
  check (case when organisation_id is null
         then roles <@ array['hub-admin', 'hub-analyst', 'hub-lead']
         else roles <@ array['member-contact', 'member-reader'] end)
);
create unique index person_email on noroshi.person (email);
create index on noroshi.person (organisation_id);

create table noroshi.password_credential (
  person_id uuid primary key references noroshi.person,
  argon2 text not null,
  changed_at timestamptz not null
);

create table noroshi.totp_credential (
  person_id uuid primary key references noroshi.person,
  secret_encrypted bytea not null,
  -- Absent until the first code proved that the app holds the secret.
  confirmed_at timestamptz,
  -- Time step of the last accepted code: a code is good for one use.
  last_used_step bigint not null default 0
);

create table noroshi.passkey (
  id uuid primary key,
  person_id uuid not null references noroshi.person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index on noroshi.passkey (person_id);

-- A challenge is answered once, by the browser that asked for it.
create table noroshi.passkey_challenge (
  token_hash text primary key,
  challenge text not null,
  -- Present when a signed-in person adds a passkey, absent when somebody signs in.
  person_id uuid references noroshi.person,
  expires_at timestamptz not null
);

create table noroshi.sign_in_link (
  token_hash text primary key,
  person_id uuid not null references noroshi.person,
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'recovery', 'demo')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on noroshi.sign_in_link (person_id);

create table noroshi.session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references noroshi.person,
  -- False after a link: such a session may only register a factor.
  second_factor boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  -- Kind of browser in one word, for the person's own list.
  browser text not null
);
create index on noroshi.session (person_id);

create table noroshi.api_token (
  id uuid primary key,
  token_hash text not null unique,
  organisation_id uuid not null,
  name text not null,
  scopes text[] not null check (scopes <@ array['read:bulletins', 'write:submissions'] and cardinality(scopes) > 0),
  created_by uuid not null references noroshi.person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date
);
create index on noroshi.api_token (organisation_id);

-- Failed sign-ins by keyed hash of the account or of the network address; only ever used to slow down.
create table noroshi.sign_in_failure (
  key text not null,
  failed_at timestamptz not null
);
create index on noroshi.sign_in_failure (key, failed_at);

do $$
declare t text;
begin
  foreach t in array array['person', 'password_credential', 'totp_credential', 'passkey', 'passkey_challenge', 'sign_in_link', 'session', 'api_token', 'sign_in_failure'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
