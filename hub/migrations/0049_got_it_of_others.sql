-- What an organisation had answered when a day began, for those whose answer changed on that day; absent is no answer.
-- A count that drops in the minute in which somebody takes an answer back would tell what the answer was.
create table noroshi.feedback_before (
  release_id uuid not null references noroshi.release on delete cascade,
  organisation_id uuid not null references noroshi.organisation on delete cascade,
  day date not null,
  answer text,
  primary key (release_id, organisation_id)
);
alter table noroshi.feedback_before enable row level security;
alter table noroshi.feedback_before force row level security;
create policy owner on noroshi.feedback_before to noroshi_owner using (true) with check (true);

create function noroshi.keep_feedback_before() returns trigger
language plpgsql security definer set search_path = noroshi, pg_temp as $$
declare
  today date := coalesce(nullif(current_setting('noroshi.day', true), '')::date, (now() at time zone 'Asia/Tokyo')::date);
begin
  if tg_op = 'DELETE' then
    new := old;
  else
    today := (new.answered_at at time zone 'Asia/Tokyo')::date;
  end if;
  insert into noroshi.feedback_before (release_id, organisation_id, day, answer)
  values (new.release_id, new.organisation_id, today, old.answer)
  on conflict (release_id, organisation_id) do update set day = excluded.day, answer = excluded.answer
    where feedback_before.day < excluded.day;
  return null;
end $$;
create trigger keep_before after insert or update or delete on noroshi.feedback
  for each row execute function noroshi.keep_feedback_before();

-- An answer of the day of the migration was not counted on it before either.
insert into noroshi.feedback_before (release_id, organisation_id, day)
select release_id, organisation_id, (answered_at at time zone 'Asia/Tokyo')::date from noroshi.feedback;

-- How many others got it. With one's own answer among them, four could be told from fewer: by answering, reading five
-- the next day, and taking the answer back.
create or replace function noroshi.got_it_counts(p_releases uuid[]) returns table (release_id uuid, organisations int)
language sql stable security definer set search_path = noroshi, pg_temp as $$
  with today as (
    select coalesce(nullif(current_setting('noroshi.day', true), '')::date, (now() at time zone 'Asia/Tokyo')::date) as day),
  at_dawn as (
    select f.release_id, f.organisation_id, f.answer
      from noroshi.feedback f
     where f.release_id = any (p_releases)
       and not exists (select 1 from noroshi.feedback_before b
                        where b.release_id = f.release_id and b.organisation_id = f.organisation_id
                          and b.day >= (select day from today))
    union all
    select b.release_id, b.organisation_id, b.answer
      from noroshi.feedback_before b
     where b.release_id = any (p_releases) and b.day >= (select day from today)),
  answered as (
    select f.release_id, r.audience, count(*)::int / 5 * 5 as organisations
      from at_dawn f
      join noroshi.release r on r.id = f.release_id
     where f.answer in ('got-it', 'blocked')
       and f.organisation_id is distinct from noroshi.current_organisation()
       and r.audience operator(pg_catalog.&&) noroshi.current_tokens()
     group by f.release_id, r.audience having count(*) >= 5),
  acting as materialized (
    select o.id, array(select token from noroshi.group_tokens_of(o.id, (select day from today))) as tokens
      from noroshi.organisation o where exists (select 1 from answered))
  select a.release_id, a.organisations
    from answered a
   where 10 <= (select count(*) from acting m where m.tokens operator(pg_catalog.&&) a.audience)
$$;
