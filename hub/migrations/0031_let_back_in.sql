-- A former contact whom the hub lets back in is as new as one it invites: an account that had ended could otherwise be
-- revived to approve at once.
create or replace function noroshi.new_contacts(p_now timestamptz) returns table (person_id uuid, name text, since timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own as (
    select p.* from noroshi.person p where p.organisation_id = noroshi.current_organisation()),
  by_hub as (
    select e.subject, e.at, e.action from noroshi.audit_entry e
     where e.subject in (select 'person:' || id from own) and e.actor not in (select 'person:' || id from own)
       and e.at > p_now - interval '24 hours'
       and (e.action in ('person-invited', 'person-enabled', 'roles-changed')
            or (e.action = 'link-issued' and e.detail ->> 'purpose' = 'recovery'))),
  changed as (
    select o.id, o.name, max(h.at) as at, bool_or(h.action = 'link-issued') as is_recovered
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

-- Of a release under TLP:AMBER+STRICT too: its audience is a token that only group_tokens_of knows (migration 0025).
create or replace function noroshi.got_it_counts(p_releases uuid[]) returns table (release_id uuid, organisations int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with today as (
    select coalesce(nullif(current_setting('noroshi.day', true), '')::date, (now() at time zone 'Asia/Tokyo')::date) as day),
  answered as (
    select f.release_id, r.audience, count(*)::int / 5 * 5 as organisations
      from noroshi.feedback f
      join noroshi.release r on r.id = f.release_id
     where f.release_id = any (p_releases) and f.answer in ('got-it', 'blocked')
       and r.audience operator(pg_catalog.&&) noroshi.current_tokens()
       and (f.answered_at at time zone 'Asia/Tokyo')::date < (select day from today)
     group by f.release_id, r.audience having count(*) >= 5),
  acting as materialized (
    select o.id, array(select token from noroshi.group_tokens_of(o.id, (select day from today))) as tokens
      from noroshi.organisation o where exists (select 1 from answered))
  select a.release_id, a.organisations
    from answered a
   where 10 <= (select count(*) from acting m where m.tokens operator(pg_catalog.&&) a.audience)
$$;
