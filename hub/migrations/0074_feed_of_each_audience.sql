-- Each group has two feeds: one that its associations read, which take no TLP:AMBER+STRICT, and one for its other
-- members. Were one made from the other, what an association is served of a value would tell it what others hold.
alter table noroshi.sharing_group
  add column relay_token int not null unique default nextval('noroshi.audience_token');

create or replace function noroshi.group_tokens_of(p_organisation uuid, p_day date) returns table (token int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select acts.token from noroshi.groups_of(p_organisation, p_day) acts
  union
  select case when o.kind = 'association' then g.relay_token else g.strict_token end
    from noroshi.groups_of(p_organisation, p_day) acts
    join noroshi.sharing_group g on g.id = acts.group_id
    join noroshi.organisation o on o.id = p_organisation
$$;

-- The feed that an object is in, by the token of those who read it.
alter table noroshi.stix_object add column token int;
alter table noroshi.stix_object drop constraint stix_object_pkey;
drop index noroshi.stix_object_order;

update noroshi.stix_object o set token = g.strict_token
  from noroshi.sharing_group g where g.id = o.collection_id;
insert into noroshi.stix_object (collection_id, stix_id, version, type, spec_version, date_added, body, is_first, is_last, release_id, audience, token)
select o.collection_id, o.stix_id, o.version, o.type, o.spec_version, o.date_added, o.body, o.is_first, o.is_last, o.release_id, o.audience, g.relay_token
  from noroshi.stix_object o
  join noroshi.sharing_group g on g.id = o.collection_id and g.token = any (o.audience);

drop policy audience on noroshi.stix_object;
alter table noroshi.stix_object
  drop column audience,
  alter column token set not null,
  add primary key (token, stix_id, version);
create unique index stix_object_order on noroshi.stix_object (token, date_added);
create index stix_object_page on noroshi.stix_object (collection_id, date_added);
create policy feed on noroshi.stix_object for select to noroshi_member
  using (token = any ((select noroshi.current_tokens())::int[]));

-- Values that stayed with associations because only what they may not see goes on naming them.
with said as materialized (
  select distinct token, stix_id as by_id,
         (regexp_matches(body, '(?:artifact|domain-name|email-addr|email-message|file|ipv4-addr|ipv6-addr|url)--[0-9a-f-]{36}', 'g'))[1] as stix_id
    from noroshi.stix_object)
delete from noroshi.stix_object o
 where o.type in ('artifact', 'domain-name', 'email-addr', 'email-message', 'file', 'ipv4-addr', 'ipv6-addr', 'url')
   and not exists (select from said where said.token = o.token and said.stix_id = o.stix_id and said.by_id <> o.stix_id);

-- What a release in force says and its feed lacks: lost where two releases were made at once, or kept from associations
-- because a stricter release had brought it first.
insert into noroshi.stix_object (collection_id, token, stix_id, version, type, spec_version, date_added, body, is_first, is_last, release_id)
select lacking.collection_id, lacking.token, lacking.stix_id, lacking.version, lacking.type, lacking.spec_version,
       coalesce((select max(date_added) from noroshi.stix_object held where held.collection_id = lacking.collection_id), lacking.released_at)
         + row_number() over (partition by lacking.token order by lacking.released_at, lacking.position) * interval '1 microsecond',
       lacking.body, true, true, lacking.release_id
  from (select distinct on (feed.token, said.object ->> 'id')
               g.id as collection_id, feed.token, r.id as release_id, origin.released_at, said.position,
               said.object ->> 'id' as stix_id,
               coalesce(said.object ->> 'modified', said.object ->> 'created', r.released_on || 'T00:00:00.000Z') as version,
               said.object ->> 'type' as type, coalesce(said.object ->> 'spec_version', '2.1') as spec_version,
               said.object::text as body
          from noroshi.release r
          join noroshi.release_origin origin on origin.release_id = r.id
          join noroshi.sharing_group g on g.id = any (origin.group_ids)
         cross join lateral (values (g.strict_token, true), (g.relay_token, r.tlp <> 'AMBER+STRICT')) feed (token, is_reached)
         cross join lateral json_array_elements((r.files ->> 'stix')::json -> 'objects') with ordinality said (object, position)
         where r.state = 'released' and r.files is not null and feed.is_reached
           and not exists (select 1 from noroshi.stix_object held
                            where held.token = feed.token and held.stix_id = said.object ->> 'id')
         order by feed.token, said.object ->> 'id', origin.released_at) lacking;
