-- Tokens that wait for their maker's account or role to come back are ended for good: whoever took the account over may
-- have made them.
update noroshi.api_token t set revoked_at = now()
  from noroshi.person p
 where p.id = t.created_by and t.revoked_at is null
   and (p.disabled_at is not null or not 'member-contact' = any (p.roles));
