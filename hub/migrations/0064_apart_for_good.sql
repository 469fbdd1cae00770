-- What its provider restricts never stands beside another organisation's: as soon as one wish ended before the other, the
-- case of the others would be closed with it.

-- As in 0059, for one submission, so that what stood together before is set apart too. Whoever wrote a text of the case
-- that has not gone out has read it and stays in charge of it: the text would otherwise be closed to everybody.
create function noroshi.part_from_shared(p_submission uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare own noroshi.submission; shared uuid; known text;
begin
  select s.* into own from noroshi.submission s where s.id = p_submission;
  select cs.case_id into shared from noroshi.case_submission cs
   where cs.submission_id = own.id
     and exists (select 1 from noroshi.case_submission o join noroshi.submission other on other.id = o.submission_id
                  where o.case_id = cs.case_id and other.organisation_id is distinct from own.organisation_id);
  if shared is null then return; end if;
  insert into noroshi.set_apart (submission_id, case_id, at) values (own.id, shared, p_at)
  on conflict (submission_id, case_id) do update set at = excluded.at;
  delete from noroshi.case_submission where submission_id = own.id;
  -- Its provider sees both as one step, and so not whether there were others.
  update noroshi.submission set state = 'analysed' where id = own.id and state = 'in-case';
  insert into noroshi.person_in_charge (submission_id, person_id, since)
  select distinct own.id, p.id, p_at
    from noroshi.bulletin b join noroshi.person p on p.id = b.edited_by and p.organisation_id is null
   where b.case_id = shared and b.state in ('draft', 'checked', 'waiting', 'approved')
     -- Where the hub restricts it as well, who reads it is settled already.
     and not exists (select 1 from noroshi.restriction r where r.submission_id = own.id and r.set_by = 'hub')
  on conflict do nothing;
  -- A case that nobody named is called by the subject of a mail, which may name whom it was sent to.
  select coalesce(nullif(s.title, ''), s.receipt) into known
    from noroshi.case_submission cs join noroshi.submission s on s.id = cs.submission_id
   where cs.case_id = shared order by s.title = '', s.received_at, s.id limit 1;
  update noroshi.attack_case set title = left(known, 300)
   where id = shared and title = left(coalesce(nullif(own.title, ''), own.receipt), 300);
end $$;
create or replace function noroshi.set_apart() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  perform noroshi.part_from_shared(new.submission_id, new.set_at);
  return null;
end $$;
revoke all on function noroshi.part_from_shared(uuid, timestamptz) from public;
-- Until now each stood in its case, and has a part in every text begun there.
select noroshi.part_from_shared(r.submission_id, noroshi.moment()) from noroshi.restriction r where r.set_by = 'provider'
 order by r.set_at, r.submission_id;

-- Also texts that wait for their providers or are ready, where only a part of their case is closed to the lead: another can
-- be written from the case as it stands without it. Which case that is, is open to the lead anyway.
drop function noroshi.closed_texts();
create function noroshi.closed_texts()
returns table (id uuid, number text, state text, since timestamptz, withdrawal_asked_at timestamptz, withdrawal_due_at timestamptz, case_id uuid)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with parted as materialized (select distinct p.bulletin_id from noroshi.parted_bulletins() p),
       kept as materialized (select noroshi.closed_cases() as cases)
  select b.id, b.number, b.state, b.updated_at, asked.at, asked.due_at, case when b.case_id <> all (kept.cases) then b.case_id end
    from kept cross join noroshi.bulletin b
    left join lateral (select min(w.asked_at) as at, min(w.due_at) as due_at
                         from noroshi.withdrawal_request w join noroshi.approval_request a on a.id = w.approval_id
                        where a.bulletin_id = b.id and w.outcome is null and a.id = any ((select noroshi.closed_approvals())::uuid[])) asked on true
   where noroshi.is_lead()
     and ((b.state in ('releasing', 'released', 'corrected')
           and (b.id = any ((select noroshi.closed_bulletins())::uuid[]) or b.id in (select bulletin_id from parted)))
          or (b.state in ('waiting', 'approved') and b.id in (select bulletin_id from parted) and b.case_id <> all (kept.cases)))
$$;
revoke all on function noroshi.closed_texts() from public;
grant execute on function noroshi.closed_texts() to noroshi_staff;
