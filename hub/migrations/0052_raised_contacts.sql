-- As before, and a person whom the hub raised to a contact beside a contact of now or of the last month (the log says that
-- it waits) is a new contact for as long as it takes: until a contact from before confirms them, or a second person of the
-- hub. One administrator could else make a contact of anybody's account with a day's patience.
alter function noroshi.new_contacts(timestamptz) rename to contacts_of_a_day;
revoke execute on function noroshi.contacts_of_a_day(timestamptz) from public, noroshi_member, noroshi_staff;

create function noroshi.new_contacts(p_now timestamptz) returns table (person_id uuid, name text, since timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select person_id, name, max(since) from (
    select person_id, name, since from noroshi.contacts_of_a_day(p_now)
    union all
    select p.id, p.name, r.at
      from noroshi.person p
      join lateral (
        select max(e.sequence) as sequence, max(e.at) as at from noroshi.audit_entry e
         where e.subject = 'person:' || p.id and e.action = 'roles-changed' and e.detail ->> 'waits' = 'true') r
        on r.sequence is not null
     where p.organisation_id = noroshi.current_organisation()
       and 'member-contact' = any (p.roles) and p.disabled_at is null
       and not exists (select 1 from noroshi.contact_confirmation f where f.person_id = p.id and f.confirmed_at >= r.at)
       and not exists (select 1 from noroshi.audit_entry c
                        where c.subject = 'person:' || p.id and c.action = 'contact-role-confirmed'
                          and c.sequence > r.sequence)) as waiting
   group by person_id, name
$$;
revoke execute on function noroshi.new_contacts(timestamptz) from public;
grant execute on function noroshi.new_contacts(timestamptz) to noroshi_member;
