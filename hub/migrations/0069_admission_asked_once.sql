-- Of several requests of one person at the same moment one is put down, and only that one is answered as such. As in 0059 but
-- for that.
create or replace function noroshi.ask_admission(p_id uuid, p_kind text, p_thing uuid, p_purpose text, p_reason text, p_days int) returns uuid[]
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare asked noroshi.admission;
begin
  select p_id, t.kind, t.id, t.number,
         case t.kind when 'submission' then array[t.id]
                     else array(select p.submission_id from noroshi.closed_parts() p where p.case_id = t.id) end,
         noroshi.current_person(), p_purpose, p_reason, p_days, noroshi.moment()
    into asked.id, asked.thing_kind, asked.thing_id, asked.number, asked.submission_ids, asked.person_id, asked.purpose, asked.reason,
         asked.days, asked.asked_at
    from noroshi.closed_things() t where t.kind = p_kind and t.id = p_thing and not t.is_asked;
  if asked.id is null then return '{}'; end if;
  insert into noroshi.admission select asked.* on conflict do nothing;
  if not found then return '{}'; end if;
  return asked.submission_ids;
end $$;
