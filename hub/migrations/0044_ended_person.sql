-- A person may be shut out in the middle of his own request: signed in when it came, a stranger when its transaction
-- begins. That has a state of its own (classes I to Z are free for it, ISO/IEC 9075-2 23.1), for 28000 is also what the
-- server says of a role that may not connect, which is an outage and no refusal.
create or replace function noroshi.enter_member(p_person uuid, p_organisation uuid, p_day date default (now() at time zone 'Asia/Tokyo')::date)
returns void language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare
  tokens int[];
begin
  if p_person is not null and not exists (
    select 1 from noroshi.person
     where id = p_person and organisation_id = p_organisation and disabled_at is null) then
    raise exception 'person does not belong to organisation' using errcode = 'NR001';
  end if;
  select array[0] || array(select token from noroshi.organisation where id = p_organisation)
                  || array(select token from noroshi.group_tokens_of(p_organisation, p_day) order by token)
    into tokens;
  perform set_config('noroshi.person', coalesce(p_person::text, ''), true),
          set_config('noroshi.organisation', p_organisation::text, true),
          set_config('noroshi.day', p_day::text, true),
          set_config('noroshi.tokens', tokens::text, true);
end $$;

-- The same for the hub's own people, and for members where the hub acts at their word.
create function noroshi.refuse_ended_person(p_person uuid)
returns void language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  if not exists (select 1 from noroshi.person where id = p_person and disabled_at is null) then
    raise exception 'person is shut out' using errcode = 'NR001';
  end if;
end $$;
revoke all on function noroshi.refuse_ended_person(uuid) from public;
grant execute on function noroshi.refuse_ended_person(uuid) to noroshi_app, noroshi_staff;
