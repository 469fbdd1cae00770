-- Need to know (T71) for what 0051 left open: which submissions are read again, what members answered to a text, and the
-- outbox, whose lines name a provider by whom they are for.

create function noroshi.closed_releases() returns uuid[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select coalesce(array_agg(o.release_id), '{}') from noroshi.release_origin o where o.bulletin_id = any (noroshi.closed_bulletins())
$$;
create function noroshi.closed_occasions() returns text[]
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select array(select 'approval:' || id from unnest(noroshi.closed_approvals()) id
               union all select 'withdrawal:' || w.id from noroshi.withdrawal_request w where w.approval_id = any (noroshi.closed_approvals())
               union all select 'release:' || id from unnest(noroshi.closed_releases()) id)
$$;
grant execute on function noroshi.closed_releases(), noroshi.closed_occasions() to noroshi_staff;

create policy need_to_know on noroshi.rereading_submission as restrictive to noroshi_desk
  using ((submission_id = any ((select noroshi.closed_submissions())::uuid[])) is not true);
create policy need_to_know on noroshi.feedback as restrictive to noroshi_desk
  using ((release_id = any ((select noroshi.closed_releases())::uuid[])) is not true);
create policy need_to_know on noroshi.release_read as restrictive to noroshi_desk
  using ((release_id = any ((select noroshi.closed_releases())::uuid[])) is not true);
-- Nobody at a desk reads the outbox; the kinds named are those a person's own act puts into it, which the database looks
-- at to add none twice. All others come from jobs. That somebody was let in, say, is told to the provider, and so names it.
create policy need_to_know on noroshi.notice as restrictive to noroshi_desk
  using (split_part(occasion, ':', 1) = any (array['approval', 'withdrawal', 'release'])
         and occasion <> all ((select noroshi.closed_occasions())::text[]));
