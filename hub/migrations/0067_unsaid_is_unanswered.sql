-- A wish for changes that says nothing of the values answers none of them (T33): absent, where `[]` is a no to each.
alter table noroshi.approval_request alter column permitted drop not null;
