-- An agreement that ends closes its group. Its organisation is told before, and a copy of what was signed can be printed.

-- Which signature an agreement came from; none where it was signed on paper.
alter table noroshi.agreement add column signature_id uuid references noroshi.agreement_signature;
update noroshi.agreement a set signature_id = s.id
  from noroshi.agreement_signature s join noroshi.agreement_text t on t.id = s.text_id
 where s.accepted_at is not null and s.organisation_id = a.organisation_id and s.group_id = a.group_id
   and t.kind = a.kind and t.version = a.version and s.signer = a.signer
   and (s.signed_at at time zone 'Asia/Tokyo')::date = a.signed_on;

create table noroshi.agreement_reminder (
  id uuid primary key,
  agreement_id uuid not null references noroshi.agreement,
  days_before int not null check (days_before > 0),
  reminded_at timestamptz not null,
  unique (agreement_id, days_before)
);
alter table noroshi.agreement_reminder enable row level security;
alter table noroshi.agreement_reminder force row level security;
grant select, insert on noroshi.agreement_reminder to noroshi_staff;
create policy staff on noroshi.agreement_reminder to noroshi_staff using (true) with check (true);
create policy owner on noroshi.agreement_reminder to noroshi_owner using (true) with check (true);

-- Agreements in force on a day that will end while their organisation is still in the group, and that no other one
-- outlasts; with whether a follow-up is signed and waits for the hub.
create function noroshi.agreements_ending(p_day date)
returns table (agreement_id uuid, organisation_id uuid, group_id uuid, version text, signed_on date, ends_on date, follow_up_signed boolean)
language sql stable as $$
  select a.id, a.organisation_id, a.group_id, a.version, a.signed_on, a.ends_on,
         exists (select 1 from noroshi.agreement_signature s
                  where s.organisation_id = a.organisation_id and s.group_id = a.group_id and s.accepted_at is null)
    from noroshi.agreement a
   where a.signed_on <= p_day and a.ends_on > p_day
     and exists (select 1 from noroshi.membership m
                  where m.organisation_id = a.organisation_id and m.group_id = a.group_id
                    and m.joined_on <= p_day and (m.left_on is null or m.left_on > a.ends_on))
     and not exists (select 1 from noroshi.agreement b
                      where b.organisation_id = a.organisation_id and b.group_id = a.group_id and b.id <> a.id
                        and b.signed_on <= a.ends_on
                        and (b.ends_on is null or (b.ends_on, b.id) > (a.ends_on, a.id)))
$$;
revoke all on function noroshi.agreements_ending(date) from public;
grant execute on function noroshi.agreements_ending(date) to noroshi_staff;

alter table noroshi.notice drop constraint notice_kind_check;
alter table noroshi.notice add constraint notice_kind_check check (kind in (
  'released', 'corrected', 'withdrawn', 'approval-asked', 'approval-reminder', 'receipt', 'contact-changed', 'vault-changed',
  'recovery-code-used', 'break-glass-opened', 'withdrawal-answered', 'lane-changed', 'shared-unasked', 'agreement-ending'));

create or replace function noroshi.told_acts() returns text[] language sql immutable as $$
  select array[
    'submission-handed-in', 'submission-viewed', 'mail-opened', 'file-opened', 'web-logs-opened', 'analysed-again',
    'count-corrected', 'dates-revised', 'submission-set-aside', 'submission-reopened', 'submission-consultation',
    'organisation-registered', 'vault-revised', 'membership-joined', 'membership-left',
    'agreement-accepted', 'agreement-ended', 'agreement-reminded', 'group-lane-told',
    'person-invited', 'person-disabled', 'person-enabled', 'roles-changed', 'persons-sessions-ended', 'link-issued',
    'sign-in-failed', 'token-revoked', 'approval-asked', 'approval-reminded', 'approval-not-asked',
    'withdrawal-granted', 'withdrawal-declined']
$$;
