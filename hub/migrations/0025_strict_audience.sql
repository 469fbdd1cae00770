-- TLP:AMBER+STRICT stays within the organisations that receive it, so it never goes to an association, which exists to
-- pass on. Each group has a second token, held by its members that are no associations; such a release is addressed to it.
alter table noroshi.sharing_group
  add column strict_token int not null unique default nextval('noroshi.audience_token');

-- Tokens an organisation holds on a day besides its own: of the groups it acts in.
create function noroshi.group_tokens_of(p_organisation uuid, p_day date) returns table (token int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select acts.token from noroshi.groups_of(p_organisation, p_day) acts
  union
  select g.strict_token
    from noroshi.groups_of(p_organisation, p_day) acts
    join noroshi.sharing_group g on g.id = acts.group_id
    join noroshi.organisation o on o.id = p_organisation
   where o.kind <> 'association'
$$;
revoke all on function noroshi.group_tokens_of(uuid, date) from public;
grant execute on function noroshi.group_tokens_of(uuid, date) to noroshi_staff;

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
                  || array(select token from noroshi.group_tokens_of(p_organisation, p_day) order by token)
    into tokens;
  perform set_config('noroshi.person', coalesce(p_person::text, ''), true),
          set_config('noroshi.organisation', p_organisation::text, true),
          set_config('noroshi.day', p_day::text, true),
          set_config('noroshi.tokens', tokens::text, true);
end $$;

-- What has been released under this label so far.
update noroshi.release r
   set audience = array(select g.strict_token from noroshi.sharing_group g where g.token = any (r.audience))
 where r.tlp = 'AMBER+STRICT';
update noroshi.stix_object s
   set audience = array[g.strict_token]
  from noroshi.sharing_group g, noroshi.release r
 where g.id = s.collection_id and r.id = s.release_id and r.tlp = 'AMBER+STRICT';
