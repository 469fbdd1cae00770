-- A provider's answer is written at once, whoever else is in the case; what follows from it for the bulletin is done by a
-- job. Were it done while the provider waits, the time of its answer would tell whether anybody else is asked.
alter table noroshi.approval_request
  -- The answer that has been carried over to the bulletin. An answer that was taken back is carried over again.
  add column settled_as text;
update noroshi.approval_request set settled_as = state
 where state in ('approved', 'changes-asked', 'refused', 'withdrawn', 'answered');
create index on noroshi.approval_request (bulletin_id);

alter table noroshi.bulletin
  -- What the answers mean for its text is yet to be written, or could not be. Absent when it reads as was answered.
  add column settling text check (settling in ('waiting', 'failed'));
