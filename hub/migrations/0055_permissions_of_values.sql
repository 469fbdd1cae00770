-- A request asks about the text, or first about single values that could tell who provided them: the providers of one
-- bulletin read each other's values, so none stands in a text that anybody reads before its own providers said yes.
alter table noroshi.approval_request
  add column about text not null default 'text' check (about in ('text', 'values')),
  -- Of the values it was asked about, those that may go out.
  add column permitted jsonb not null default '[]';
grant select (about, permitted), update (permitted) on noroshi.approval_request to noroshi_member;

alter table noroshi.approval_request drop constraint approval_request_state_check;
alter table noroshi.approval_request add constraint approval_request_state_check
  check (state in ('waiting', 'approved', 'changes-asked', 'refused', 'withdrawn', 'outdated', 'not-asked', 'answered'));
-- An answer about values is never an approval of a text.
alter table noroshi.approval_request add constraint approval_answers_its_question
  check (case about when 'values' then state in ('waiting', 'answered', 'withdrawn', 'outdated') else state <> 'answered' end);

drop policy own_answer on noroshi.approval_request;
create policy own_answer on noroshi.approval_request for update to noroshi_member
  using (organisation_id = (select noroshi.current_organisation()))
  with check (organisation_id = (select noroshi.current_organisation())
    and state in ('approved', 'changes-asked', 'refused', 'withdrawn', 'answered'));
drop policy own_answer_to_question on noroshi.approval_request;
create policy own_answer_to_question on noroshi.approval_request as restrictive for update to noroshi_member
  using (state in ('waiting', 'approved', 'answered')) with check (true);

-- What could not be told before: of what kind a value is. An approval of a text was the permission of all in it, and so was
-- a wish for changes, which took none of them out.
update noroshi.approval_request set
  permitted = case when state in ('approved', 'changes-asked', 'outdated') and answered_at is not null then identifying else '[]' end,
  identifying = (select coalesce(jsonb_agg(jsonb_build_object('value', v, 'kind',
      case when v ~ '^[0-9a-f]{64}$' then 'hash' when v like '%://%' then 'url' when v like '%@%' then 'address' else 'domain' end)), '[]')
    from jsonb_array_elements_text(identifying) v)
 where identifying <> '[]';

-- Values of this text that every provider concerned has permitted.
alter table noroshi.bulletin add column permitted jsonb not null default '[]';
update noroshi.bulletin b set permitted = coalesce((
  select jsonb_agg(distinct v.value)
    from jsonb_array_elements(b.questions) q
    cross join lateral unnest(case when q ->> 'questionId' like 'identifying-hash:%' then string_to_array(q ->> 'value', ' ')
                                   else array[q ->> 'value'] end) as v (value)
   where b.decisions ->> (q ->> 'questionId') = 'ask'), '[]')
 where b.decisions::text like '%"ask"%';

-- After the release there is nothing left to take back by an answer about values either.
create or replace function noroshi.own_approval_sharing(p_approval uuid) returns text
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select case b.state when 'withdrawn' then 'withdrawn' else 'shared' end
    from noroshi.approval_request a
    join noroshi.bulletin b on b.id = a.bulletin_id
   where a.id = p_approval and a.organisation_id = noroshi.current_organisation()
     and a.state in ('approved', 'not-asked', 'answered') and b.state in ('released', 'corrected', 'withdrawn')
$$;
