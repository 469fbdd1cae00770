-- What was checked before a release, signed: the text and its signature, for the hub and the providers.
-- Absent for what was released before.
alter table noroshi.release_origin add column certificate jsonb;
