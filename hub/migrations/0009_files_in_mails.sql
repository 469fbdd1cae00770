-- What may be drawn of a file inside a mail: size of a PNG or JPEG, HTML without anything that acts. Its bytes, where
-- they are kept, are evidence under their SHA-256 like all others.
alter table noroshi.artefact add column picture jsonb;
alter table noroshi.artefact add column safe_html text;
