-- Access logs among the files of a submission, in figures (SPEC §3, T-web-probe), and the sources that probed.

create table noroshi.web_log (
  id uuid primary key,
  submission_id uuid not null references noroshi.submission,
  file_id uuid not null references noroshi.submission_file,
  -- Place inside the file: empty for the file itself, otherwise its place in the archive.
  path text not null default '',
  file_name text,
  -- See contract/web-log.ts.
  summary jsonb not null,
  analysed_at timestamptz not null,
  unique (file_id, path)
);
create index on noroshi.web_log (submission_id);

-- Addresses that probed, as others can look for them; at most those that the summary lists.
create table noroshi.web_log_source (
  web_log_id uuid not null references noroshi.web_log on delete cascade,
  type text not null check (type in ('ipv4', 'ipv6')),
  value text not null,
  probes bigint not null,
  primary key (web_log_id, value)
);
create index on noroshi.web_log_source (value);

do $$
declare t text;
begin
  foreach t in array array['web_log', 'web_log_source'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select, insert, update, delete on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
