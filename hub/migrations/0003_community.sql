-- Groups, organisations and memberships in time (SPEC C-1 to C-3, C-5).
-- Nothing is overwritten: a membership is closed with left_on, names are kept with their kind.

create sequence noroshi.audience_token as int minvalue 1000;

create table noroshi.sharing_group (
  id uuid primary key,
  token int not null unique default nextval('noroshi.audience_token'),
  kind text not null check (kind in ('sig', 'framework')),
  name jsonb not null,
  position int not null default 0,
  created_at timestamptz not null default now()
);

create table noroshi.organisation (
  id uuid primary key,
  token int not null unique default nextval('noroshi.audience_token'),
  name text not null,
  kind text not null check (kind in ('company', 'association', 'public-body')),
  industry text not null check (industry ~ '^[A-T]$'),
  -- Organisations behind an association; never counted as members.
  constituent_count int not null default 0 check (constituent_count >= 0),
  -- URL-rewriting services in use, by their id in the engine's table.
  url_services text[] not null default '{}',
  created_at timestamptz not null default now()
);

create table noroshi.organisation_name (
  organisation_id uuid not null references noroshi.organisation,
  text text not null,
  kind text not null check (kind in ('formal', 'alias', 'kana', 'romaji', 'abbreviation', 'brand', 'former')),
  primary key (organisation_id, text)
);

create table noroshi.organisation_domain (
  organisation_id uuid not null references noroshi.organisation,
  domain text not null check (domain = lower(domain)),
  primary key (organisation_id, domain)
);

-- People whose names must not leave, executives among them. Not accounts: those are noroshi.person.
create table noroshi.organisation_person (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  name text not null,
  aliases text[] not null default '{}',
  addresses text[] not null default '{}',
  title text,
  is_executive boolean not null default false
);

create table noroshi.affiliate (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  name text not null,
  aliases text[] not null default '{}',
  country text not null,
  domains text[] not null default '{}',
  relation text not null check (relation in ('parent', 'subsidiary', 'overseas-affiliate'))
);

-- Confidential: business partners whose look-alikes the hub should notice.
create table noroshi.watch_entry (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  name text not null,
  aliases text[] not null default '{}',
  domains text[] not null default '{}'
);

create table noroshi.membership (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  group_id uuid not null references noroshi.sharing_group,
  joined_on date not null,
  left_on date,
  check (left_on is null or left_on > joined_on)
);
create index on noroshi.membership (organisation_id);
create index on noroshi.membership (group_id, joined_on);

create table noroshi.agreement (
  id uuid primary key,
  organisation_id uuid not null references noroshi.organisation,
  group_id uuid not null references noroshi.sharing_group,
  kind text not null check (kind in ('nda', 'terms')),
  version text not null,
  signer text not null,
  signed_on date not null,
  ends_on date
);
create index on noroshi.agreement (organisation_id, group_id);

-- Groups an organisation acts in on a day: membership and agreement both in force (SPEC C-5).
create function noroshi.groups_of(p_organisation uuid, p_day date) returns table (group_id uuid, token int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select distinct g.id, g.token
    from noroshi.membership m
    join noroshi.sharing_group g on g.id = m.group_id
   where m.organisation_id = p_organisation
     and m.joined_on <= p_day and (m.left_on is null or m.left_on > p_day)
     and exists (select 1 from noroshi.agreement a
                  where a.organisation_id = m.organisation_id and a.group_id = m.group_id
                    and a.signed_on <= p_day and (a.ends_on is null or a.ends_on > p_day))
$$;

-- Makes the transaction a member's. Tokens are computed here, never taken from a client.
-- Token 0 is everybody's. Refuses a person who does not belong to the organisation or is disabled.
create or replace function noroshi.enter_member(p_person uuid, p_organisation uuid, p_day date default (now() at time zone 'Asia/Tokyo')::date)
returns void language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare
  tokens int[];
begin
  if p_person is not null and not exists (
    select 1 from noroshi.person
     where id = p_person and organisation_id = p_organisation and disabled_at is null) then
    raise exception 'person does not belong to organisation' using errcode = '28000';
  end if;
  select array[0] || array(select token from noroshi.organisation where id = p_organisation)
                  || array(select token from noroshi.groups_of(p_organisation, p_day) order by token)
    into tokens;
  perform set_config('noroshi.person', coalesce(p_person::text, ''), true),
          set_config('noroshi.organisation', p_organisation::text, true),
          set_config('noroshi.day', p_day::text, true),
          set_config('noroshi.tokens', tokens::text, true);
end $$;
revoke all on function noroshi.enter_member(uuid, uuid, date), noroshi.groups_of(uuid, date) from public;
grant execute on function noroshi.enter_member(uuid, uuid, date) to noroshi_app, noroshi_staff;
grant execute on function noroshi.groups_of(uuid, date) to noroshi_staff;

create function noroshi.current_organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('noroshi.organisation', true), '')::uuid $$;
create function noroshi.current_tokens() returns int[] language sql stable as
  $$ select coalesce(nullif(current_setting('noroshi.tokens', true), ''), '{}')::int[] $$;
grant execute on function noroshi.current_organisation(), noroshi.current_tokens() to noroshi_member, noroshi_staff;

-- A member sees its own organisation and keeps its own vault; of groups it sees those it acts in.
do $$
declare t text;
begin
  foreach t in array array['organisation', 'organisation_name', 'organisation_domain', 'organisation_person',
                           'affiliate', 'watch_entry', 'membership', 'agreement', 'sharing_group'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
    execute format('grant select on noroshi.%I to noroshi_member', t);
  end loop;
  foreach t in array array['organisation_name', 'organisation_domain', 'organisation_person', 'affiliate', 'watch_entry', 'membership', 'agreement'] loop
    execute format('create policy own on noroshi.%I for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()))', t);
  end loop;
  foreach t in array array['organisation_name', 'organisation_domain', 'organisation_person', 'watch_entry'] loop
    execute format('grant insert, delete on noroshi.%I to noroshi_member', t);
    execute format('create policy own_insert on noroshi.%I for insert to noroshi_member with check (organisation_id = (select noroshi.current_organisation()))', t);
    execute format('create policy own_delete on noroshi.%I for delete to noroshi_member using (organisation_id = (select noroshi.current_organisation()))', t);
  end loop;
end $$;
create policy own on noroshi.organisation for select to noroshi_member using (id = (select noroshi.current_organisation()));
grant update (url_services) on noroshi.organisation to noroshi_member;
create policy own_update on noroshi.organisation for update to noroshi_member
  using (id = (select noroshi.current_organisation())) with check (id = (select noroshi.current_organisation()));
create policy acted_in on noroshi.sharing_group for select to noroshi_member using (token = any ((select noroshi.current_tokens())::int[]));
grant usage on sequence noroshi.audience_token to noroshi_staff;

-- How long each organisation is in the groups the caller acts in, without saying which organisation:
-- the number in `organisation` only tells them apart within one answer.
create function noroshi.membership_spans()
returns table (group_id uuid, organisation bigint, joined_on date, left_on date, constituent_count int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select m.group_id, dense_rank() over (order by o.id), m.joined_on, m.left_on, o.constituent_count
    from noroshi.membership m
    join noroshi.organisation o on o.id = m.organisation_id
    join noroshi.sharing_group g on g.id = m.group_id
   where g.token = any (noroshi.current_tokens())
$$;
grant execute on function noroshi.membership_spans() to noroshi_member;

-- Counts up whenever a name, domain, person, partner or URL service changes, so that an analysis knows
-- whether the register it holds in memory is still the newest.
create table noroshi.register_version (
  is_newest boolean primary key default true check (is_newest),
  version bigint not null
);
insert into noroshi.register_version (version) values (1);
alter table noroshi.register_version enable row level security;
alter table noroshi.register_version force row level security;
grant select on noroshi.register_version to noroshi_staff;
create policy staff on noroshi.register_version for select to noroshi_staff using (true);
create policy owner on noroshi.register_version to noroshi_owner using (true) with check (true);
create function noroshi.count_register_version() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  update noroshi.register_version set version = version + 1;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['organisation', 'organisation_name', 'organisation_domain', 'organisation_person', 'affiliate', 'watch_entry'] loop
    execute format('create trigger count_version after insert or update or delete on noroshi.%I for each statement execute function noroshi.count_register_version()', t);
  end loop;
end $$;

-- The accounts of one organisation: its own for a member, anyone's for staff.
create function noroshi.contacts_of(p_organisation uuid)
returns table (person_id uuid, name text, email text, roles text[])
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select id, person.name, person.email, person.roles from noroshi.person
   where organisation_id = p_organisation and disabled_at is null
     and (noroshi.current_organisation() is null or p_organisation = noroshi.current_organisation())
   order by email
$$;
grant execute on function noroshi.contacts_of(uuid) to noroshi_member, noroshi_staff;
