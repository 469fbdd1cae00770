-- Work that can wait, such as reading the evidence of weeks again, stands behind what somebody waits for:
-- a mail that arrives now is not read after 20,000 old ones. The higher the number, the later.

set local role noroshi_jobs;
drop function noroshi_queue.start_job(text, json, text, timestamptz, int, text);
create function noroshi_queue.start_job(p_name text, p_payload json, p_key text, p_run_at timestamptz, p_attempts int, p_queue text, p_priority int)
returns void language plpgsql security definer set search_path = noroshi_queue, pg_temp as $$
begin
  perform graphile_worker.add_job(p_name, p_payload, p_queue, p_run_at, p_attempts, p_key, p_priority);
end $$;
revoke all on function noroshi_queue.start_job(text, json, text, timestamptz, int, text, int) from public;
grant execute on function noroshi_queue.start_job(text, json, text, timestamptz, int, text, int) to noroshi_member, noroshi_staff;
reset role;
