-- An administrator of the hub could invite "a contact" of a provider, or take over the account of one, and approve in its
-- name. So the organisation's contacts are told, and who has become a contact by the hub's hand does not approve for a
-- day, unless a contact from before says that it is one of theirs.
alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed'));

create table noroshi.contact_confirmation (
  person_id uuid not null references noroshi.person,
  organisation_id uuid not null references noroshi.organisation,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null references noroshi.person,
  primary key (person_id, confirmed_at)
);
alter table noroshi.contact_confirmation enable row level security;
alter table noroshi.contact_confirmation force row level security;
grant select on noroshi.contact_confirmation to noroshi_staff;
grant select, insert on noroshi.contact_confirmation to noroshi_member;
create policy staff on noroshi.contact_confirmation for select to noroshi_staff using (true);
create policy owner on noroshi.contact_confirmation to noroshi_owner using (true) with check (true);
create policy own on noroshi.contact_confirmation to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()))
  with check (organisation_id = (select noroshi.current_organisation()));

-- Contacts of the caller's organisation who may not approve yet, and since when. Of an organisation that has no other
-- contact, the first one may at once: there is nobody to ask. Whoever was a contact until yesterday counts as one, or
-- shutting out the true ones first would open the way. An account taken over by a recovery link always waits.
create function noroshi.new_contacts(p_now timestamptz) returns table (person_id uuid, name text, since timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own as (
    select p.* from noroshi.person p where p.organisation_id = noroshi.current_organisation()),
  by_hub as (
    select e.subject, e.at, e.action from noroshi.audit_entry e
     where e.subject in (select 'person:' || id from own) and e.actor not in (select 'person:' || id from own)
       and e.at > p_now - interval '24 hours'
       and (e.action in ('person-invited', 'roles-changed')
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
revoke all on function noroshi.new_contacts(timestamptz) from public;
grant execute on function noroshi.new_contacts(timestamptz) to noroshi_member;
