-- A hub of two members as migration 0052 left it, written by hand. Ids end in a letter of what they are: 0a and 0b the
-- organisations, 1a the hub's analyst, 2x submissions, 3x cases, 4x bulletins, 5x approvals.
insert into noroshi.organisation (id, name, kind, industry) values
  ('00000000-0000-4000-8000-00000000000a', '汐見台精機', 'company', 'E'),
  ('00000000-0000-4000-8000-00000000000b', '海棠工業', 'company', 'E');
insert into noroshi.person (id, name, email, roles, created_at) values
  ('00000000-0000-4000-8000-00000000001a', 'Analyst', 'analyst@hub.example', '{hub-analyst}', '2026-11-01');

-- 2a and 2b share case 3a, which is called after 2b. 2c and 2d are both of the first member, in case 3b. 2e, restricted by
-- the hub, shares case 3c with 2f.
insert into noroshi.submission (id, receipt, organisation_id, provider_kind, kind, channel, state, analysis, title, received_at, wishes, dates)
select ('00000000-0000-4000-8000-00000000002' || s.letter)::uuid, 'S-2026-00000' || upper(s.letter),
       ('00000000-0000-4000-8000-00000000000' || s.owner)::uuid, 'member', 'suspicious-mail', 'web', 'analysed', 'done',
       s.title, '2026-11-02', '{}', '{}'
  from (values ('a', 'a', 'Of the first'), ('b', 'b', 'Named in a subject'), ('c', 'a', 'Own one'), ('d', 'a', 'Own two'),
               ('e', 'a', 'Kept by the hub'), ('f', 'b', 'Beside it')) s (letter, owner, title);
insert into noroshi.attack_case (id, number, title, state, classification, proposal, opened_at)
select ('00000000-0000-4000-8000-00000000003' || c.letter)::uuid, c.number, c.title, 'open', 'unclear', '{}', '2026-11-03'
  from (values ('a', 'C-2026-0001', 'Named in a subject'), ('b', 'C-2026-0002', 'Own one'), ('c', 'C-2026-0003', 'Kept')) c (letter, number, title);
insert into noroshi.case_submission (submission_id, case_id, added_at)
select ('00000000-0000-4000-8000-00000000002' || p.submission)::uuid, ('00000000-0000-4000-8000-00000000003' || p.of_case)::uuid, '2026-11-03'
  from (values ('a', 'a'), ('b', 'a'), ('c', 'b'), ('d', 'b'), ('e', 'c'), ('f', 'c')) p (submission, of_case);
update noroshi.submission set state = 'in-case';

-- 4a asks for a domain and two hashes and leaves an address out; 4b asks for nothing.
insert into noroshi.bulletin (id, number, case_id, is_hub_sourced, state, content, content_hash, questions, decisions, edited_by, created_at, updated_at) values
  ('00000000-0000-4000-8000-00000000004a', 'B-2026-AAAAAA', '00000000-0000-4000-8000-00000000003a', false, 'checked', '{}', 'aa',
   jsonb_build_array(
     '{"questionId": "identifying-domain:1", "value": "shiomidai-seikl.example"}'::jsonb,
     jsonb_build_object('questionId', 'identifying-hash:2', 'value', repeat('a', 64) || ' ' || repeat('b', 64)),
     '{"questionId": "identifying-address:3", "value": "narumi.k@fake.example"}'::jsonb),
   '{"identifying-domain:1": "ask", "identifying-hash:2": "ask", "identifying-address:3": "omit"}',
   '00000000-0000-4000-8000-00000000001a', '2026-11-04', '2026-11-04'),
  ('00000000-0000-4000-8000-00000000004b', 'B-2026-BBBBBB', '00000000-0000-4000-8000-00000000003b', false, 'waiting', '{}', 'bb',
   '[]', '{}', '00000000-0000-4000-8000-00000000001a', '2026-11-04', '2026-11-04');
insert into noroshi.approval_request (id, bulletin_id, version, organisation_id, content_hash, state, asked_at, due_at, answered_at,
    bulletin_number, content, sent, replaced, audience, alias, trace_count, identifying)
select ('00000000-0000-4000-8000-00000000005' || a.letter)::uuid, ('00000000-0000-4000-8000-00000000004' || a.bulletin)::uuid, a.version,
       '00000000-0000-4000-8000-00000000000a', 'bb', a.state, '2026-11-05', '2026-11-06', a.answered_at::timestamptz,
       'B-2026-BBBBBB', '{}', '[]', '[]', '{}', '{}', 1, a.identifying
  from (values
    ('a', 'b', 1, 'approved',      '2026-11-05', jsonb_build_array('shiomidai-seikl.example', 'k@fake.example', 'https://fake.example/narumi', repeat('a', 64))),
    ('b', 'b', 2, 'changes-asked', '2026-11-05', '["shiomidai-seikl.example"]'::jsonb),
    ('c', 'b', 3, 'outdated',      '2026-11-05', '["shiomidai-seikl.example"]'),
    ('d', 'b', 4, 'outdated',      null,         '["shiomidai-seikl.example"]'),
    ('e', 'b', 5, 'refused',       '2026-11-05', '["shiomidai-seikl.example"]'),
    ('f', 'a', 1, 'waiting',       null,         '["shiomidai-seikl.example"]')) a (letter, bulletin, version, state, answered_at, identifying);

insert into noroshi.restriction (submission_id, set_by, set_at) values
  ('00000000-0000-4000-8000-00000000002b', 'provider', '2026-11-07'),
  ('00000000-0000-4000-8000-00000000002c', 'provider', '2026-11-07'),
  ('00000000-0000-4000-8000-00000000002e', 'hub', '2026-11-07');
insert into noroshi.admission (id, thing_kind, thing_id, number, submission_ids, person_id, reason, days, asked_at) values
  ('00000000-0000-4000-8000-00000000006a', 'case', '00000000-0000-4000-8000-00000000003a', 'C-2026-0001',
   '{00000000-0000-4000-8000-00000000002b}', '00000000-0000-4000-8000-00000000001a', 'I stand in', 7, '2026-11-08');

-- A mail of 2c as it is kept: HTML first, then the text that is shown beside a draft.
insert into noroshi.evidence (sha256, size_bytes) values (repeat('c', 64), 100);
insert into noroshi.submission_file (id, submission_id, ordinal, sha256, size_bytes, received_at) values
  ('00000000-0000-4000-8000-00000000007c', '00000000-0000-4000-8000-00000000002c', 0, repeat('c', 64), 100, '2026-11-02');
insert into noroshi.mail (id, submission_id, file_id, ordinal, sha256, size_bytes, subject, from_address, view, analysed_at) values
  ('00000000-0000-4000-8000-00000000008c', '00000000-0000-4000-8000-00000000002c', '00000000-0000-4000-8000-00000000007c', 0,
   repeat('c', 64), 100, 'Parcel', 'desk@parcel-desk.test',
   '{"parts": [{"text": "<p>Parcel</p>", "isHtml": true}, {"isHtml": false}, {"text": "小包です", "isHtml": false}, {"text": "Sent", "isHtml": false}]}',
   '2026-11-02');

-- A feed of one group. 9a, under TLP:AMBER+STRICT, brought the hub's identity and a domain first; 9b named the domain for
-- associations too and was withdrawn; 9c is in force, its address was lost beside another release. 9d is in force in a group
-- whose feed lost everything.
insert into noroshi.sharing_group (id, kind, name, token, strict_token) values
  ('00000000-0000-4000-8000-0000000000aa', 'sig', '{}', 101, 102),
  ('00000000-0000-4000-8000-0000000000ab', 'sig', '{}', 103, 104);
insert into noroshi.release (id, number, version, state, title, tlp, content_text, released_on, audience, files)
select ('00000000-0000-4000-8000-00000000009' || r.letter)::uuid, 'B-2026-FEED0' || upper(r.letter), 1, r.state, '{}', r.tlp, '{}',
       r.released_on::date, array[r.token], r.files::jsonb
  from (values
    ('a', 'released',  'AMBER+STRICT', '2026-11-10', 102, null),
    ('b', 'withdrawn', 'AMBER',        '2026-11-11', 101, null),
    ('c', 'released',  'AMBER',        '2026-11-12', 101, json_build_object('stix', '{"type": "bundle", "objects": [
      {"type":"identity","id":"identity--1","modified":"2026-11-10T00:00:00.000Z","name":"The hub"},
      {"type":"indicator","id":"indicator--c","modified":"2026-11-12T00:00:00.000Z"},
      {"type":"ipv4-addr","id":"ipv4-addr--00000000-0000-4000-8000-0000000000d1","value":"192.0.2.1"}]}')::text),
    ('d', 'released',  'AMBER',        '2026-11-13', 103, json_build_object('stix', '{"type": "bundle", "objects": [
      {"type":"identity","id":"identity--1","modified":"2026-11-10T00:00:00.000Z","name":"The hub"},
      {"type":"indicator","id":"indicator--d","modified":"2026-11-13T00:00:00.000Z"}]}')::text)) r (letter, state, tlp, released_on, token, files);
insert into noroshi.release_origin (release_id, bulletin_id, content_hash, group_ids, released_at, released_by)
select r.id, '00000000-0000-4000-8000-00000000004a', 'aa',
       array[('00000000-0000-4000-8000-0000000000a' || case when r.number = 'B-2026-FEED0D' then 'b' else 'a' end)::uuid], r.released_on, '00000000-0000-4000-8000-00000000001a'
  from noroshi.release r;
insert into noroshi.stix_object (collection_id, stix_id, version, type, spec_version, date_added, body, is_first, release_id, audience)
select '00000000-0000-4000-8000-0000000000aa', o.stix_id, '2026-11-10T00:00:00.000Z', split_part(o.stix_id, '--', 1), '2.1',
       '2026-11-10'::timestamptz + o.position * interval '1 second', o.body, true,
       ('00000000-0000-4000-8000-00000000009' || o.release)::uuid, array[o.token]
  from (values
    (1, 'a', 102, 'identity--1',         'The hub'),
    (2, 'a', 102, 'indicator--a',        ''),
    (3, 'a', 102, 'relationship--a',     'indicator--a to domain-name--00000000-0000-4000-8000-0000000000d1'),
    (4, 'b', 101, 'domain-name--00000000-0000-4000-8000-0000000000d1', 'relay.test'),
    (5, 'b', 101, 'indicator--b',        'revoked'),
    (6, 'c', 101, 'indicator--c',        ''),
    (7, 'c', 101, 'relationship--c',     'indicator--c to ipv4-addr--00000000-0000-4000-8000-0000000000d1')) o (position, release, token, stix_id, body);
