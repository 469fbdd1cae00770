-- How much there is to read in a mail, measured when it is written: every look at a bulletin asks it of all mails of a case,
-- and a view has up to millions of letters. `text_letters` are those of the text that is shown beside a draft.
alter table noroshi.mail
  add column view_letters int not null generated always as (length(view::text)) stored,
  add column text_letters int not null generated always as (
    coalesce(length(jsonb_path_query_first(view, '$.parts[*] ? (exists (@.text) && @.isHtml == false).text') #>> '{}'), 0)) stored;
