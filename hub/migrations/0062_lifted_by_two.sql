-- What the hub restricted a lead opens again with a second person, also against whoever set it: a single analyst would
-- otherwise keep a case to themselves for good. What a provider wants stays the provider's (T71).
alter table noroshi.admission drop constraint admission_purpose_check;
alter table noroshi.admission add constraint admission_purpose_check
  check (purpose in ('handling', 'standing-in', 'reviewing', 'answering', 'lifting', 'other'));

create function noroshi.lift_as_asked() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  delete from noroshi.restriction r
   where r.submission_id = any (new.submission_ids) and r.set_by = 'hub'
     and exists (select 1 from noroshi.person p
                  where p.id = new.person_id and p.organisation_id is null and p.disabled_at is null and 'hub-lead' = any (p.roles));
  return null;
end $$;
create trigger lift_as_asked after update of outcome on noroshi.admission
  for each row when (new.purpose = 'lifting' and new.outcome = 'allowed' and old.outcome is null)
  execute function noroshi.lift_as_asked();
revoke all on function noroshi.lift_as_asked() from public;
