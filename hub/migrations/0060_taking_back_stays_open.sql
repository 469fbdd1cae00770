-- What goes out, and what has gone out, a lead can always stop and take back (T71, T75): who restricts a case after
-- ordering a release of it would otherwise see to it that nobody cancels. Number and state are enough for that.

create function noroshi.is_lead() returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select exists (select 1 from noroshi.person p
                  where p.id = noroshi.current_person() and p.organisation_id is null and p.disabled_at is null and 'hub-lead' = any (p.roles))
$$;
-- Texts on their way out or out, of which something is closed to the lead who asks; and whether a provider wants one back.
create function noroshi.closed_texts()
returns table (id uuid, number text, state text, since timestamptz, withdrawal_asked_at timestamptz, withdrawal_due_at timestamptz)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select b.id, b.number, b.state, b.updated_at, asked.at, asked.due_at
    from noroshi.bulletin b
    left join lateral (select min(w.asked_at) as at, min(w.due_at) as due_at
                         from noroshi.withdrawal_request w join noroshi.approval_request a on a.id = w.approval_id
                        where a.bulletin_id = b.id and w.outcome is null and a.id = any ((select noroshi.closed_approvals())::uuid[])) asked on true
   where noroshi.is_lead() and b.state in ('releasing', 'released', 'corrected')
     and (b.id = any ((select noroshi.closed_bulletins())::uuid[]) or b.id in (select p.bulletin_id from noroshi.parted_bulletins() p))
$$;

-- Whether the caller was brought in or raised within a week, and somebody who reads cases was not. Whoever has just come
-- would shut those out who were there before.
create function noroshi.came_lately() returns boolean
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with lately as (
    select distinct e.subject from noroshi.audit_entry e
     where e.action in ('person-invited', 'roles-changed') and e.at > noroshi.moment() - interval '7 days')
  select exists (select 1 from lately where subject = 'person:' || noroshi.current_person())
     and exists (select 1 from noroshi.person p
                  where p.organisation_id is null and p.disabled_at is null and p.roles && array['hub-analyst', 'hub-lead']
                    and not exists (select 1 from lately where subject = 'person:' || p.id))
$$;
revoke all on function noroshi.is_lead(), noroshi.closed_texts(), noroshi.came_lately() from public;
grant execute on function noroshi.is_lead(), noroshi.closed_texts(), noroshi.came_lately() to noroshi_staff;
