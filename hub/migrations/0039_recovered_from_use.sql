-- As before, but the day of an account that was recovered begins once more when its link is used: a link that was kept until
-- the day had passed would else open an account that approves at once.
create or replace function noroshi.new_contacts(p_now timestamptz) returns table (person_id uuid, name text, since timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own as (
    select p.* from noroshi.person p where p.organisation_id = noroshi.current_organisation()),
  by_hub as (
    select e.subject, e.at, e.action from noroshi.audit_entry e
     where e.subject in (select 'person:' || id from own) and e.at > p_now - interval '24 hours'
       and ((e.action = 'signed-in' and e.detail ->> 'purpose' = 'recovery')
            or (e.actor not in (select 'person:' || id from own)
                and (e.action in ('person-invited', 'person-enabled', 'roles-changed', 'recovery-confirmed')
                     or (e.action = 'link-issued' and e.detail ->> 'purpose' = 'recovery'))))),
  changed as (
    select o.id, o.name, max(h.at) as at, bool_or(h.action in ('link-issued', 'recovery-confirmed', 'signed-in')) as is_recovered
      from own o join by_hub h on h.subject = 'person:' || o.id
     where 'member-contact' = any (o.roles) and o.disabled_at is null
     group by o.id, o.name)
  select c.id, c.name, c.at from changed c
   where not exists (select 1 from noroshi.contact_confirmation f where f.person_id = c.id and f.confirmed_at >= c.at)
     and (c.is_recovered
          or exists (select 1 from own elder
                      where elder.id <> c.id and elder.created_at <= c.at
                        and (elder.disabled_at is null or elder.disabled_at > p_now - interval '24 hours')
                        and ('member-contact' = any (elder.roles)
                             or exists (select 1 from by_hub h where h.subject = 'person:' || elder.id and h.action = 'roles-changed'))))
$$;
