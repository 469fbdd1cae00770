-- Roles, the audit log, the queue's schema.
-- Roles belong to the whole server, so a second database finds them made.

do $$
begin
  if not exists (select from pg_roles where rolname = 'noroshi_owner') then
    raise exception 'Apply migrations as a role named noroshi_owner.';
  end if;
  if not exists (select from pg_roles where rolname = 'noroshi_member') then create role noroshi_member nologin; end if;
  if not exists (select from pg_roles where rolname = 'noroshi_staff') then create role noroshi_staff nologin; end if;
  -- Owns the queue's tables and nothing else.
  if not exists (select from pg_roles where rolname = 'noroshi_jobs') then create role noroshi_jobs nologin; end if;
  -- What the hub connects as. NOINHERIT: it has no right of its own until a transaction takes a role.
  if not exists (select from pg_roles where rolname = 'noroshi_app') then create role noroshi_app login noinherit; end if;
  if not pg_has_role('noroshi_app', 'noroshi_staff', 'member') then grant noroshi_member, noroshi_staff, noroshi_jobs to noroshi_app; end if;
  if not pg_has_role('noroshi_owner', 'noroshi_jobs', 'usage') then grant noroshi_jobs to noroshi_owner; end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to noroshi_app', current_database());
  execute format('grant create on database %I to noroshi_jobs', current_database());
end $$;

revoke all on schema public from public;
grant usage on schema noroshi to noroshi_app, noroshi_member, noroshi_staff;
-- A function may be called by those it is granted to, not by everybody.
alter default privileges revoke execute on functions from public;

-- The audit log (holds invariant 4). Rows are only added; each carries the hash of the one before.
create table noroshi.audit_entry (
  sequence bigint primary key,
  at timestamptz not null,
  -- `person:<id>`, `token:<id>`, `hub` or `nobody`.
  actor text not null,
  action text not null,
  -- Kind and id of what was touched, such as `case:<id>`.
  subject text not null,
  -- Ids, hashes, codes and counts. Never words of people or of evidence.
  detail jsonb not null,
  previous_hash text not null,
  hash text not null unique
);
create index on noroshi.audit_entry (subject, sequence);
create index on noroshi.audit_entry (actor, sequence);

-- One row: the end of the chain. Its lock gives numbers without gaps, in the order of commits.
create table noroshi.audit_head (
  is_head boolean primary key default true check (is_head),
  sequence bigint not null,
  hash text not null
);
insert into noroshi.audit_head (sequence, hash) values (0, repeat('0', 64));

create function noroshi.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only appended to';
end $$;
create trigger append_only before update or delete or truncate on noroshi.audit_entry
  for each statement execute function noroshi.refuse_change();

-- SHA-256 over the previous hash and every field. JSON text joins them so that no two entries share a form.
create function noroshi.audit_hash(e noroshi.audit_entry) returns text language sql stable
set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
  select encode(sha256(convert_to(jsonb_build_array(
    e.previous_hash, e.sequence, extract(epoch from e.at), e.actor, e.action, e.subject, e.detail)::text, 'UTF8')), 'hex')
$$;

-- Appends entries, given as a JSON array of {actor, action, subject, detail}, at the end of a transaction.
create function noroshi.append_audit(p_entries jsonb) returns void
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare
  head noroshi.audit_head;
  entry jsonb;
  e noroshi.audit_entry;
begin
  select * into strict head from noroshi.audit_head for update;
  for entry in select * from jsonb_array_elements(p_entries) loop
    e.sequence := head.sequence + 1;
    e.at := coalesce(nullif(current_setting('noroshi.now', true), '')::timestamptz, clock_timestamp());
    e.actor := entry ->> 'actor';
    e.action := entry ->> 'action';
    e.subject := entry ->> 'subject';
    e.detail := entry -> 'detail';
    e.previous_hash := head.hash;
    e.hash := noroshi.audit_hash(e);
    insert into noroshi.audit_entry select e.*;
    head.sequence := e.sequence;
    head.hash := e.hash;
  end loop;
  update noroshi.audit_head set sequence = head.sequence, hash = head.hash;
end $$;

-- The first entry at which the chain does not hold, or nothing. Also finds entries cut off at the end.
create function noroshi.first_broken_audit() returns bigint
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select min(place) from (
    select e.sequence as place from (
      select a.*, lag(a.hash, 1, repeat('0', 64)) over w as hash_before, row_number() over w as expected
        from noroshi.audit_entry a window w as (order by a.sequence)) e
     where e.sequence <> e.expected or e.previous_hash <> e.hash_before
        or e.hash <> noroshi.audit_hash((e.sequence, e.at, e.actor, e.action, e.subject, e.detail, e.previous_hash, e.hash)::noroshi.audit_entry)
    union all
    select h.sequence from noroshi.audit_head h
     where h.sequence <> (select count(*) from noroshi.audit_entry)
        or (h.sequence > 0 and h.hash is distinct from (select hash from noroshi.audit_entry where sequence = h.sequence))
  ) broken
$$;

grant select on noroshi.audit_entry, noroshi.audit_head to noroshi_staff;
grant execute on function noroshi.append_audit(jsonb) to noroshi_member, noroshi_staff;
grant execute on function noroshi.first_broken_audit() to noroshi_staff;
alter table noroshi.audit_entry enable row level security;
alter table noroshi.audit_entry force row level security;
create policy staff on noroshi.audit_entry for select to noroshi_staff using (true);
create policy owner on noroshi.audit_entry to noroshi_owner using (true) with check (true);
alter table noroshi.audit_head enable row level security;
alter table noroshi.audit_head force row level security;
create policy staff on noroshi.audit_head for select to noroshi_staff using (true);
create policy owner on noroshi.audit_head to noroshi_owner using (true) with check (true);

-- The queue. graphile-worker keeps its own tables in the schema graphile_worker, owned by noroshi_jobs.
create schema noroshi_queue authorization noroshi_jobs;
set local role noroshi_jobs;

-- Enqueues within the caller's transaction. The same key again replaces a job that has not begun.
create function noroshi_queue.start_job(p_name text, p_payload json, p_key text, p_run_at timestamptz, p_attempts int, p_queue text)
returns void language plpgsql security definer set search_path = noroshi_queue, pg_temp as $$
begin
  perform graphile_worker.add_job(p_name, p_payload, p_queue, p_run_at, p_attempts, p_key);
end $$;
revoke all on function noroshi_queue.start_job(text, json, text, timestamptz, int, text) from public;
grant usage on schema noroshi_queue to noroshi_member, noroshi_staff;
grant execute on function noroshi_queue.start_job(text, json, text, timestamptz, int, text) to noroshi_member, noroshi_staff;

-- Workers that are alive. Jobs of one that stopped saying so are freed.
create table noroshi_queue.worker (
  id text primary key,
  seen_at timestamptz not null default clock_timestamp()
);
-- Jobs that failed for good and wait for people to look at them.
-- A function, since the queue makes its own tables after this.
create function noroshi_queue.failed_jobs() returns table (job_id bigint, name text, payload json, attempts int, error text, failed_at timestamptz)
language plpgsql stable security definer set search_path = noroshi_queue, pg_temp as $$
begin
  return query select j.id, t.identifier, j.payload, j.attempts::int, coalesce(j.last_error, 'worker died'), j.updated_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts >= j.max_attempts and j.locked_at is null
   order by j.id;
end $$;
revoke all on function noroshi_queue.failed_jobs() from public;
grant execute on function noroshi_queue.failed_jobs() to noroshi_staff;
reset role;
