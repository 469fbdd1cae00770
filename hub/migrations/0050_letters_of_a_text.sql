-- Letters stand for organisations in one text, not in a case: those of a whole case left gaps in a text, from which its
-- readers, and each provider that saw its own, could tell how many others there were.
alter table noroshi.bulletin add column aliases jsonb not null default '{"rows": []}';
update noroshi.bulletin b set aliases = c.aliases
  from noroshi.attack_case c where c.id = b.case_id and jsonb_typeof(c.aliases) = 'object';
alter table noroshi.attack_case drop column aliases;
