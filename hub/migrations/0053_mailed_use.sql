-- What came in by mail on the latest day: from everywhere together (network '') and from each connecting network. Nothing
-- proves who wrote a mail, so none counts against a member's quota; this bounds them all alike.
create table noroshi.mailed_use (
  network text primary key,
  on_day date not null,
  bytes bigint not null,
  mails int not null
);
-- Mails asked to come again another day, by the organisation they claim to be from. Nobody's stand under no organisation.
create table noroshi.mail_turned_away (
  organisation_id uuid references noroshi.organisation,
  on_day date not null,
  times int not null,
  unique nulls not distinct (organisation_id)
);
do $$
declare t text;
begin
  foreach t in array array['mailed_use', 'mail_turned_away'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('create policy staff on noroshi.%I to noroshi_staff using (true) with check (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;
grant select on noroshi.mailed_use to noroshi_staff;
grant select, insert, update on noroshi.mail_turned_away to noroshi_staff;
grant select on noroshi.mail_turned_away to noroshi_member;
create policy own on noroshi.mail_turned_away for select to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()));

-- Counts a mail and answers how much there is now; without a network it counts for the whole alone. The row of the whole
-- is locked first, so that intakes side by side take turns and cannot pass the bound together. Networks of earlier days
-- are forgotten.
create function noroshi.count_mailed(p_network text, p_day date, p_bytes bigint)
returns table (day_bytes bigint, day_mails int, network_bytes bigint, network_mails int)
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare
  one text;
  today date;
  used noroshi.mailed_use;
begin
  if p_bytes < 0 or p_network = '' then raise exception 'not a mail' using errcode = '42501'; end if;
  network_bytes := 0; network_mails := 0;
  foreach one in array array['', p_network] loop
    continue when one is null;
    insert into noroshi.mailed_use as u (network, on_day, bytes, mails)
    values (one, coalesce(today, p_day), p_bytes, 1)
    on conflict (network) do update
       set bytes = case when u.on_day >= excluded.on_day then u.bytes else 0 end + excluded.bytes,
           mails = case when u.on_day >= excluded.on_day then u.mails else 0 end + 1,
           on_day = greatest(u.on_day, excluded.on_day)
    returning * into used;
    if one = '' then
      today := used.on_day; day_bytes := used.bytes; day_mails := used.mails;
    else
      network_bytes := used.bytes; network_mails := used.mails;
    end if;
  end loop;
  delete from noroshi.mailed_use u where u.on_day < today;
  return next;
end $$;
revoke all on function noroshi.count_mailed(text, date, bigint) from public;
grant execute on function noroshi.count_mailed(text, date, bigint) to noroshi_staff, noroshi_member;
