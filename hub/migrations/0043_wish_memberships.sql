-- In which memberships its provider was when it last said how a submission may be handled (SPEC A-3): what it said
-- covers no group that it came to later. By membership and not by day, since a day may be written down afterwards and
-- who comes back to a group comes with a new row. A wish from before this column covers none until it is said again.
alter table noroshi.submission add column wished_in uuid[] not null default '{}';
grant update (wished_in) on noroshi.submission to noroshi_member;
