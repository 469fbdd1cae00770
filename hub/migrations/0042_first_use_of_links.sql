-- As before, but every link of the hub counts, an invitation too. An administrator could else renew what a colleague had
-- sent, or keep an invitation until its day had passed, and open a contact's account that approves at once. The day begins
-- with the first use of the link. Who was invited by the organisation itself and is let in by the hub counts as recovered.
create or replace function noroshi.new_contacts(p_now timestamptz) returns table (person_id uuid, name text, since timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own as (
    select p.* from noroshi.person p where p.organisation_id = noroshi.current_organisation()),
  own_invited as (
    select e.subject from noroshi.audit_entry e
     where e.subject in (select 'person:' || id from own) and e.action = 'person-invited'
       and e.actor in (select 'person:' || id from own)),
  -- What a contact says of a newcomer holds for the link that was out when it was said, though it is used later.
  by_hub as (
    select e.subject, e.at, e.action, coalesce(l.at, e.at) as confirmed_from,
           e.action = 'recovery-confirmed'
             or (e.action in ('link-issued', 'signed-in')
                 and (e.detail ->> 'purpose' = 'recovery' or e.subject in (select subject from own_invited))) as is_recovered
      from noroshi.audit_entry e
      left join lateral (
        select i.at, i.actor from noroshi.audit_entry i
         where e.action = 'signed-in' and e.detail ->> 'purpose' = 'invitation' and i.subject = e.subject
           and i.action = 'link-issued' and i.detail ->> 'purpose' = 'invitation' and i.sequence < e.sequence
         order by i.sequence desc limit 1) l on true
     where e.subject in (select 'person:' || id from own) and e.at > p_now - interval '24 hours'
       and ((e.action = 'signed-in' and e.detail ->> 'purpose' = 'recovery')
            or (l.actor is not null and l.actor not in (select 'person:' || id from own))
            or (e.actor not in (select 'person:' || id from own)
                and (e.action in ('person-invited', 'person-enabled', 'roles-changed', 'recovery-confirmed')
                     or (e.action = 'link-issued' and e.detail ->> 'purpose' in ('invitation', 'recovery')))))),
  changed as (
    select o.id, o.name, max(h.at) as at, max(h.confirmed_from) as confirmed_from, bool_or(h.is_recovered) as is_recovered,
           coalesce(max(h.at) filter (where h.action in ('person-enabled', 'roles-changed')), o.created_at) as made_at
      from own o join by_hub h on h.subject = 'person:' || o.id
     where 'member-contact' = any (o.roles) and o.disabled_at is null
     group by o.id, o.name, o.created_at)
  select c.id, c.name, c.at from changed c
   where not exists (
           select 1 from noroshi.contact_confirmation f where f.person_id = c.id and f.confirmed_at >= c.confirmed_from)
     and (c.is_recovered
          -- Of two invited at once, the one who comes in while the other has not is the first: there is nobody to ask.
          or exists (select 1 from own elder
                      where elder.id <> c.id
                        and (elder.created_at <= c.made_at
                             or exists (select 1 from noroshi.session s where s.person_id = elder.id and s.created_at <= c.at))
                        and (elder.disabled_at is null or elder.disabled_at > p_now - interval '24 hours')
                        and ('member-contact' = any (elder.roles)
                             or exists (select 1 from by_hub h where h.subject = 'person:' || elder.id and h.action = 'roles-changed'))))
$$;
