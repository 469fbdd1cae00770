-- How much an organisation has handed in grows with what it restricts: whoever looks before and after knows whose it is
-- (T71). A person of the hub sees it without what is closed to them; the quota itself counts everything.
create function noroshi.closed_intake(p_organisation uuid, p_day date) returns table (day_bytes bigint, all_bytes bigint)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(sum(f.size_bytes) filter (where (f.received_at at time zone 'Asia/Tokyo')::date = p_day), 0)::bigint,
         coalesce(sum(f.size_bytes), 0)::bigint
    from noroshi.submission_file f join noroshi.submission s on s.id = f.submission_id
   where s.organisation_id = p_organisation and noroshi.current_person() is not null
     and s.id = any ((select noroshi.closed_submissions())::uuid[])
$$;
revoke all on function noroshi.closed_intake(uuid, date) from public;
grant execute on function noroshi.closed_intake(uuid, date) to noroshi_staff;
