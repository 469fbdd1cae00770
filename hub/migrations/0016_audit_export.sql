-- The text over which an entry's hash was made, for those who check an export without this database.
create function noroshi.audit_form(e noroshi.audit_entry) returns text language sql stable
set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
  select jsonb_build_array(
    e.previous_hash, e.sequence, extract(epoch from e.at), e.actor, e.action, e.subject, e.detail)::text
$$;

create or replace function noroshi.audit_hash(e noroshi.audit_entry) returns text language sql stable
set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(noroshi.audit_form(e), 'UTF8')), 'hex')
$$;

grant execute on function noroshi.audit_form(noroshi.audit_entry) to noroshi_staff;
