-- What a group's members agreed on (SPEC A-3): every text waits for its providers, or technical information may go at once.
alter table noroshi.sharing_group
  add column lane text not null default 'approval-required' check (lane in ('approval-required', 'technical-only')),
  -- A wish of a provider from before this moment was given under another rule and does not count.
  add column lane_since timestamptz;

-- A provider that wants to be asked each time, whatever its groups agreed on.
alter table noroshi.organisation add column is_always_asked boolean not null default false;
grant update (is_always_asked) on noroshi.organisation to noroshi_member;

-- When the provider last said how its submission may be handled; absent while it has said nothing.
alter table noroshi.submission add column wishes_at timestamptz;
grant update (wishes_at) on noroshi.submission to noroshi_member;

-- What went out as technical information stands among the requests of its provider, with everything that one shows.
alter table noroshi.approval_request drop constraint approval_request_state_check;
alter table noroshi.approval_request add constraint approval_request_state_check
  check (state in ('waiting', 'approved', 'changes-asked', 'refused', 'withdrawn', 'outdated', 'not-asked'));
drop policy own_question on noroshi.withdrawal_request;
create policy own_question on noroshi.withdrawal_request for insert to noroshi_member
  with check (organisation_id = (select noroshi.current_organisation())
    and exists (select 1 from noroshi.approval_request a where a.id = approval_id and a.state in ('approved', 'not-asked')));
-- An answer needs a question: what was not asked stays so.
create policy own_answer_to_question on noroshi.approval_request as restrictive for update to noroshi_member
  using (state in ('waiting', 'approved')) with check (true);

create or replace function noroshi.own_approval_sharing(p_approval uuid) returns text
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select case b.state when 'withdrawn' then 'withdrawn' else 'shared' end
    from noroshi.approval_request a
    join noroshi.bulletin b on b.id = a.bulletin_id
   where a.id = p_approval and a.organisation_id = noroshi.current_organisation()
     and a.state in ('approved', 'not-asked') and b.state in ('released', 'corrected', 'withdrawn')
$$;

create or replace function noroshi.own_sharing_steps(p_submissions uuid[]) returns table (submission_id uuid, step text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select s.id, case when bool_or(a.state in ('approved', 'not-asked') and b.state in ('released', 'corrected')) then 'shared' else 'approval' end
    from noroshi.submission s
    join noroshi.case_submission cs on cs.submission_id = s.id
    join noroshi.bulletin b on b.case_id = cs.case_id
    join noroshi.approval_request a on a.bulletin_id = b.id and a.organisation_id = s.organisation_id
   where s.id = any (p_submissions) and s.organisation_id = noroshi.current_organisation()
     and (a.state = 'waiting' or (a.state in ('approved', 'not-asked') and b.state in ('released', 'corrected')))
   group by s.id
$$;

-- What went out of one of the provider's own submissions without a question, the newest first. A submission that came
-- into the case after the text was let go has nothing in it.
create function noroshi.own_unasked(p_submission uuid) returns table (approval_id uuid, number text)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select a.id, a.bulletin_number
    from noroshi.submission s
    join noroshi.approval_request a on a.organisation_id = s.organisation_id and a.state = 'not-asked'
    join noroshi.bulletin b on b.id = a.bulletin_id
   where s.id = p_submission and s.organisation_id = noroshi.current_organisation()
     and (exists (select 1 from noroshi.case_submission cs where cs.submission_id = s.id and cs.case_id = b.case_id)
          or exists (select 1 from noroshi.case_placement p where p.submission_id = s.id and p.case_id = b.case_id))
     and coalesce((select min(p.since) from noroshi.case_placement p
                    where p.submission_id = s.id and p.case_id = b.case_id), s.received_at) <= b.approved_at
   order by a.asked_at desc, a.id
$$;
revoke all on function noroshi.own_unasked(uuid) from public;
grant execute on function noroshi.own_unasked(uuid) to noroshi_member;

alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened', 'withdrawal-answered', 'lane-changed', 'shared-unasked'));

create or replace function noroshi.told_acts() returns text[] language sql immutable as $$
  select array[
    'submission-handed-in', 'submission-viewed', 'mail-opened', 'file-opened', 'web-logs-opened', 'analysed-again',
    'count-corrected', 'dates-revised', 'submission-set-aside', 'submission-reopened', 'submission-consultation',
    'organisation-registered', 'vault-revised', 'membership-joined', 'membership-left',
    'agreement-accepted', 'agreement-ended', 'group-lane-told',
    'person-invited', 'person-disabled', 'person-enabled', 'roles-changed', 'persons-sessions-ended', 'link-issued',
    'sign-in-failed', 'token-revoked', 'approval-asked', 'approval-reminded', 'approval-not-asked',
    'withdrawal-granted', 'withdrawal-declined']
$$;
