-- What an organisation may read of the log: what its own people and machines did, and what the hub did with what is
-- the organisation's own. Numbered by itself, because the log's own numbers would count what others do.
-- Of the hub's acts only those listed: opening a case, or folding a mail into one, would tell of others.
create function noroshi.own_audit(p_below int, p_limit int)
returns table (number int, at timestamptz, actor text, name text, action text, subject text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with own_actor as (
    select 'person:' || id as key, name from noroshi.person where organisation_id = noroshi.current_organisation()
    union all
    select 'token:' || id, name from noroshi.api_token where organisation_id = noroshi.current_organisation()),
  own_subject as (
    select 'organisation:' || noroshi.current_organisation() as key
    union all select key from own_actor
    union all select 'submission:' || id from noroshi.submission where organisation_id = noroshi.current_organisation()
    union all select 'approval:' || id from noroshi.approval_request where organisation_id = noroshi.current_organisation()),
  found as (
    select e.sequence, e.at, e.actor, a.name, e.action, e.subject
      from noroshi.audit_entry e join own_actor a on a.key = e.actor
    union
    select e.sequence, e.at, 'hub', null, e.action, e.subject
      from noroshi.audit_entry e join own_subject s on s.key = e.subject
     where e.actor not in (select key from own_actor)
       and e.action = any (array[
         'submission-handed-in', 'submission-viewed', 'mail-opened', 'file-opened', 'web-logs-opened', 'analysed-again',
         'count-corrected', 'dates-revised', 'submission-set-aside', 'submission-reopened', 'submission-consultation',
         'organisation-registered', 'vault-revised', 'membership-joined', 'membership-left',
         'person-invited', 'person-disabled', 'person-enabled', 'link-issued', 'sign-in-failed',
         'token-revoked', 'approval-asked', 'approval-reminded'])),
  numbered as (select row_number() over (order by f.sequence)::int as number, f.* from found f)
  select n.number, n.at, n.actor, n.name, n.action, n.subject
    from numbered n where p_below is null or n.number < p_below
   order by n.number desc limit p_limit
$$;
revoke all on function noroshi.own_audit(int, int) from public;
grant execute on function noroshi.own_audit(int, int) to noroshi_member;
