-- Bytes an organisation has handed in: on its latest day, and altogether. One row for each, which every intake locks
-- until it commits, so that uploads side by side cannot pass the quota together. Kept apart from the submissions: what
-- was handed in once stays counted.
create table noroshi.intake_use (
  organisation_id uuid primary key references noroshi.organisation,
  on_day date not null,
  day_bytes bigint not null,
  all_bytes bigint not null
);
alter table noroshi.intake_use enable row level security;
alter table noroshi.intake_use force row level security;
grant select on noroshi.intake_use to noroshi_staff, noroshi_member;
create policy staff on noroshi.intake_use for select to noroshi_staff using (true);
create policy owner on noroshi.intake_use to noroshi_owner using (true) with check (true);
create policy own on noroshi.intake_use for select to noroshi_member using (organisation_id = (select noroshi.current_organisation()));

insert into noroshi.intake_use (organisation_id, on_day, day_bytes, all_bytes)
select s.organisation_id, max((f.received_at at time zone 'Asia/Tokyo')::date), 0, sum(f.size_bytes)
  from noroshi.submission_file f join noroshi.submission s on s.id = f.submission_id
 where s.organisation_id is not null group by s.organisation_id;

-- Counts what is handed in and answers how much there is now. Nobody writes the table but by this: a member for its own
-- organisation, the hub for the one it writes down a report for. The quota is compared by the caller, whose refusal
-- takes the count back with everything else of the transaction.
create function noroshi.count_intake(p_organisation uuid, p_day date, p_bytes bigint)
returns table (day_bytes bigint, all_bytes bigint)
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  if noroshi.current_organisation() is not null and noroshi.current_organisation() <> p_organisation or p_bytes < 0 then
    raise exception 'not one''s own intake' using errcode = '42501';
  end if;
  return query
  insert into noroshi.intake_use as u (organisation_id, on_day, day_bytes, all_bytes)
  values (p_organisation, p_day, p_bytes, p_bytes)
  on conflict (organisation_id) do update
     set day_bytes = case when u.on_day >= excluded.on_day then u.day_bytes else 0 end + excluded.day_bytes,
         on_day = greatest(u.on_day, excluded.on_day),
         all_bytes = u.all_bytes + excluded.all_bytes
  returning u.day_bytes, u.all_bytes;
end $$;
revoke all on function noroshi.count_intake(uuid, date, bigint) from public;
grant execute on function noroshi.count_intake(uuid, date, bigint) to noroshi_staff, noroshi_member;
