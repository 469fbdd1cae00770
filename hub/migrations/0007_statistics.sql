-- Figures from before the software (SPEC Q-2), printed as they were published.
create table noroshi.imported_figure (
  quarter text primary key check (quarter ~ '^(19|20)[0-9]{2}Q[1-4]$'),
  submissions int not null check (submissions >= 0),
  bulletins int not null check (bulletins >= 0),
  hub_sourced int not null check (hub_sourced >= 0 and hub_sourced <= bulletins),
  source text not null,
  imported_at timestamptz not null,
  imported_by uuid not null references noroshi.person
);
alter table noroshi.imported_figure enable row level security;
alter table noroshi.imported_figure force row level security;
grant select, insert, update, delete on noroshi.imported_figure to noroshi_staff;
create policy staff on noroshi.imported_figure to noroshi_staff using (true) with check (true);
create policy owner on noroshi.imported_figure to noroshi_owner using (true) with check (true);

-- What a figure rests on, kept as it was: a quarter counted again years later must give the same number (SPEC Q-2).
create table noroshi.item_proposal (
  submission_id uuid not null references noroshi.submission,
  sequence bigint generated always as identity,
  items int not null,
  since timestamptz not null,
  primary key (submission_id, sequence)
);
-- In which case a submission was; no case means that it was taken out.
create table noroshi.case_placement (
  submission_id uuid not null references noroshi.submission,
  sequence bigint generated always as identity,
  case_id uuid references noroshi.attack_case,
  since timestamptz not null,
  primary key (submission_id, sequence)
);
create table noroshi.case_verdict (
  case_id uuid not null references noroshi.attack_case,
  sequence bigint generated always as identity,
  classification text not null,
  since timestamptz not null,
  primary key (case_id, sequence)
);

create function noroshi.moment() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('noroshi.now', true), '')::timestamptz, clock_timestamp()) $$;
grant execute on function noroshi.moment() to noroshi_staff, noroshi_member;

create function noroshi.keep_item_proposal() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  insert into noroshi.item_proposal (submission_id, items, since)
  values (new.id, new.items_proposed, case tg_op when 'INSERT' then new.received_at else noroshi.moment() end);
  return null;
end $$;
create function noroshi.keep_case_placement() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  insert into noroshi.case_placement (submission_id, case_id, since)
  select case tg_op when 'DELETE' then old.submission_id else new.submission_id end,
         case tg_op when 'DELETE' then null else new.case_id end,
         case tg_op when 'INSERT' then new.added_at else noroshi.moment() end;
  return null;
end $$;
create function noroshi.keep_case_verdict() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
begin
  insert into noroshi.case_verdict (case_id, classification, since)
  values (new.id, new.classification, case tg_op when 'INSERT' then new.opened_at else noroshi.moment() end);
  return null;
end $$;
create trigger keep_inserted after insert on noroshi.submission
  for each row execute function noroshi.keep_item_proposal();
create trigger keep_updated after update of items_proposed on noroshi.submission
  for each row when (old.items_proposed <> new.items_proposed) execute function noroshi.keep_item_proposal();
create trigger keep_placement after insert or update of case_id or delete on noroshi.case_submission
  for each row execute function noroshi.keep_case_placement();
create trigger keep_first after insert on noroshi.attack_case
  for each row execute function noroshi.keep_case_verdict();
create trigger keep_verdict after update of classification on noroshi.attack_case
  for each row when (old.classification <> new.classification) execute function noroshi.keep_case_verdict();

do $$
declare t text;
begin
  foreach t in array array['item_proposal', 'case_placement', 'case_verdict'] loop
    execute format('alter table noroshi.%I enable row level security', t);
    execute format('alter table noroshi.%I force row level security', t);
    execute format('grant select on noroshi.%I to noroshi_staff', t);
    execute format('create policy staff on noroshi.%I for select to noroshi_staff using (true)', t);
    execute format('create policy owner on noroshi.%I to noroshi_owner using (true) with check (true)', t);
  end loop;
end $$;

-- The days of a quarter as moments of Japan Standard Time: from the first, before the second.
create function noroshi.quarter_starts(p_quarter text) returns timestamptz language sql immutable as
  $$ select make_date(left(p_quarter, 4)::int, right(p_quarter, 1)::int * 3 - 2, 1)::timestamp at time zone 'Asia/Tokyo' $$;
create function noroshi.quarter_ends(p_quarter text) returns timestamptz language sql immutable as
  $$ select (make_date(left(p_quarter, 4)::int, right(p_quarter, 1)::int * 3 - 2, 1) + interval '3 months') at time zone 'Asia/Tokyo' $$;

-- The four below carry no settings of their own, so that the planner opens them up; every name in them is qualified.

-- Items of one submission as they stood before a moment: the newest correction, else the newest proposal.
create function noroshi.items_as_of(p_submission uuid, p_before timestamptz) returns int
language sql stable as $$
  select coalesce(
    (select c.items from noroshi.count_correction c
      where c.submission_id = p_submission and c.corrected_at < p_before order by c.corrected_at desc limit 1),
    (select p.items from noroshi.item_proposal p
      where p.submission_id = p_submission and p.since < p_before order by p.sequence desc limit 1))
$$;

-- Classification of the case a submission was in before a moment.
create function noroshi.verdict_as_of(p_submission uuid, p_before timestamptz) returns text
language sql stable as $$
  select v.classification
    from (select p.case_id from noroshi.case_placement p
           where p.submission_id = p_submission and p.since < p_before order by p.sequence desc limit 1) place
    join noroshi.case_verdict v on v.case_id = place.case_id
   where v.since < p_before order by v.sequence desc limit 1
$$;

-- What 表1 counts in a quarter: items from members and their group companies. Consultations have 表2, answers are no information.
create function noroshi.counted_submissions(p_quarter text, p_before timestamptz)
returns table (submission_id uuid, provider_kind text, items int, verdict text)
language sql stable as $$
  select s.id, s.provider_kind, noroshi.items_as_of(s.id, p_before), noroshi.verdict_as_of(s.id, p_before)
    from noroshi.submission s
   where s.received_at >= noroshi.quarter_starts(p_quarter)
     and s.received_at < least(noroshi.quarter_ends(p_quarter), p_before)
     and s.kind not in ('consultation', 'feedback')
$$;

-- Bulletins first released in a quarter. A correction is the same bulletin; one withdrawn later was shared all the same.
create function noroshi.counted_bulletins(p_quarter text, p_before timestamptz)
returns table (number text, bulletin_id uuid, is_hub_sourced boolean, released_at timestamptz)
language sql stable as $$
  select f.* from (
    select distinct on (b.number) b.number, b.id, b.is_hub_sourced, o.released_at
      from noroshi.release_origin o join noroshi.bulletin b on b.id = o.bulletin_id
     order by b.number, o.released_at) f
   where f.released_at >= noroshi.quarter_starts(p_quarter)
     and f.released_at < least(noroshi.quarter_ends(p_quarter), p_before)
$$;

-- The figures of one quarter as they stood before a moment; those taken over from before the software stand as published.
create function noroshi.quarter_figures(p_quarter text, p_before timestamptz)
returns table (quarter text, source text, submissions int, bulletins int, hub_sourced int, targeted int,
               from_member int, from_affiliate int, from_outside int, from_hub int, corrections int)
language sql stable set search_path = noroshi, pg_temp as $$
  select p_quarter, case when i.quarter is null then 'counted' else 'imported' end,
         coalesce(i.submissions, s.member + s.affiliate), coalesce(i.bulletins, b.bulletins),
         coalesce(i.hub_sourced, b.hub_sourced), s.targeted, s.member, s.affiliate, s.outside, s.hub, c.corrections
    from (select coalesce(sum(items) filter (where provider_kind = 'member'), 0)::int as member,
                 coalesce(sum(items) filter (where provider_kind = 'affiliate'), 0)::int as affiliate,
                 coalesce(sum(items) filter (where provider_kind = 'outside'), 0)::int as outside,
                 coalesce(sum(items) filter (where provider_kind = 'hub'), 0)::int as hub,
                 -- Business e-mail compromise is fraud aimed at chosen people: it counts as targeted mail.
                 coalesce(sum(items) filter (where provider_kind in ('member', 'affiliate')
                   and (verdict = 'targeted' or verdict like 'bec-type-%')), 0)::int as targeted
            from noroshi.counted_submissions(p_quarter, p_before)) s,
         (select count(*)::int as bulletins, (count(*) filter (where is_hub_sourced))::int as hub_sourced
            from noroshi.counted_bulletins(p_quarter, p_before)) b,
         (select count(distinct k.submission_id)::int as corrections
            from noroshi.count_correction k join noroshi.submission s on s.id = k.submission_id
           where k.corrected_at < p_before and s.provider_kind in ('member', 'affiliate') and s.kind not in ('consultation', 'feedback')
             and s.received_at >= noroshi.quarter_starts(p_quarter) and s.received_at < noroshi.quarter_ends(p_quarter)) c
    left join noroshi.imported_figure i on i.quarter = p_quarter
$$;

-- Groups and memberships on a day, over the whole community (the heading of 表1).
create function noroshi.structure_totals(p_day date)
returns table (sig_count int, sig_membership_count int, framework_count int)
language sql stable set search_path = noroshi, pg_temp as $$
  select (count(distinct g.id) filter (where g.kind = 'sig'))::int, (count(*) filter (where g.kind = 'sig'))::int,
         (count(distinct g.id) filter (where g.kind = 'framework'))::int
    from noroshi.membership m join noroshi.sharing_group g on g.id = m.group_id
   where m.joined_on <= p_day and (m.left_on is null or m.left_on > p_day)
$$;
grant execute on function noroshi.quarter_starts(text), noroshi.quarter_ends(text), noroshi.items_as_of(uuid, timestamptz),
  noroshi.verdict_as_of(uuid, timestamptz), noroshi.counted_submissions(text, timestamptz),
  noroshi.counted_bulletins(text, timestamptz), noroshi.quarter_figures(text, timestamptz),
  noroshi.structure_totals(date) to noroshi_staff;

-- The published totals, for members: quarters that are over, as they stood at the end of the last of them.
-- A running total would tell when somebody has just submitted (SPEC G-4), so none is given.
create function noroshi.published_figures(p_quarters text[])
returns table (quarter text, source text, submissions int, bulletins int, hub_sourced int, targeted int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select f.quarter, f.source, f.submissions, f.bulletins, f.hub_sourced, f.targeted
    from (select max(noroshi.quarter_ends(q)) as ends from unnest(p_quarters) q) last,
         unnest(p_quarters) with ordinality as asked (quarter, place),
         lateral noroshi.quarter_figures(asked.quarter, last.ends) f
   where last.ends <= current_setting('noroshi.day')::timestamp at time zone 'Asia/Tokyo'
   order by asked.place
$$;
create function noroshi.published_structure_totals(p_quarter text)
returns table (sig_count int, sig_membership_count int, framework_count int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  select t.* from noroshi.structure_totals((noroshi.quarter_ends(p_quarter) at time zone 'Asia/Tokyo')::date - 1) t
   where noroshi.quarter_ends(p_quarter) <= current_setting('noroshi.day')::timestamp at time zone 'Asia/Tokyo'
$$;
grant execute on function noroshi.published_figures(text[]), noroshi.published_structure_totals(text) to noroshi_member;
