-- Information provided in a quarter by industry, as it was published: once, and never counted again (SPEC A-4).
create table noroshi.published_breakdown (
  quarter text primary key check (quarter ~ '^(19|20)[0-9]{2}Q[1-4]$'),
  -- [{"industry": "E", "items": 24}, {"industry": "D"}]: without items where the reader sees 少数.
  lines jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null references noroshi.person
);
alter table noroshi.published_breakdown enable row level security;
alter table noroshi.published_breakdown force row level security;
create policy owner on noroshi.published_breakdown to noroshi_owner using (true) with check (true);
grant select, insert on noroshi.published_breakdown to noroshi_staff;
create policy staff on noroshi.published_breakdown to noroshi_staff using (true) with check (true);
grant select (quarter, lines) on noroshi.published_breakdown to noroshi_member;
create policy everybody on noroshi.published_breakdown for select to noroshi_member using (true);

-- How many organisations got it, in steps of five: a number that moves by one with each answer could be laid beside
-- what one knows of a neighbour. In an audience of fewer than ten, where "five" may be everybody, nothing is said.
create or replace function noroshi.got_it_counts(p_releases uuid[]) returns table (release_id uuid, organisations int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with today as (
    select coalesce(nullif(current_setting('noroshi.day', true), '')::date, (now() at time zone 'Asia/Tokyo')::date) as day),
  answered as (
    select f.release_id, r.audience, count(*)::int / 5 * 5 as organisations
      from noroshi.feedback f
      join noroshi.release r on r.id = f.release_id
     where f.release_id = any (p_releases) and f.answer in ('got-it', 'blocked')
       and r.audience operator(pg_catalog.&&) noroshi.current_tokens()
       and (f.answered_at at time zone 'Asia/Tokyo')::date < (select day from today)
     group by f.release_id, r.audience having count(*) >= 5),
  acting as materialized (
    select o.id, array(select token from noroshi.groups_of(o.id, (select day from today))) as tokens
      from noroshi.organisation o where exists (select 1 from answered))
  select a.release_id, a.organisations
    from answered a
   where 10 <= (select count(*) from acting m where m.tokens operator(pg_catalog.&&) a.audience)
$$;
