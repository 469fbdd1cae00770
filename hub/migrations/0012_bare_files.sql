-- A file that is no mail is read as the attachment of one made for it; it is no message (通) and is not counted as one.
alter table noroshi.mail add column is_file boolean not null default false;
