-- A correction takes back what it corrects (T42): versions corrected so far lose their words too, and the feeds what
-- only those versions said. The hub keeps its own copy with the bulletin.
update noroshi.release
   set title = '{"ja": "訂正した共有情報", "en": "Corrected bulletin"}', content_text = '', files = null
 where state = 'corrected';

delete from noroshi.stix_object o
 using noroshi.release r
 where r.id = o.release_id and r.state = 'corrected' and not o.is_last
   and o.type in ('report', 'indicator', 'relationship', 'language-content');

delete from noroshi.stix_object o
 using noroshi.release r
 where r.id = o.release_id and r.state = 'corrected'
   and o.type in ('artifact', 'domain-name', 'email-addr', 'email-message', 'file', 'ipv4-addr', 'ipv6-addr', 'url')
   and not exists (select 1 from noroshi.stix_object other
                    where other.collection_id = o.collection_id and other.stix_id <> o.stix_id
                      and position(o.stix_id in other.body) > 0);
