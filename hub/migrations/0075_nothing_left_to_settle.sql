-- Giving up beside somebody who carried the answers over said of a text that they could not be, for ever.
update noroshi.bulletin b set settling = null
 where settling is not null and state in ('approved', 'releasing', 'released', 'corrected', 'withdrawn')
   and not exists (select 1 from noroshi.approval_request a
                    where a.bulletin_id = b.id and a.settled_as is distinct from a.state
                      and a.state in ('approved', 'changes-asked', 'refused', 'withdrawn', 'answered'));
