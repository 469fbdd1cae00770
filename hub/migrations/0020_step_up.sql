-- Acts that weigh more than reading ask for a second factor again (ASVS v5.0.0-7.5.3).
alter table noroshi.session
  -- Until then the last proof by a second factor counts as fresh. Absent in a session that never gave one.
  add column proved_until timestamptz,
  -- Wrong codes since the last proof: whoever sits at somebody else's open screen may try a few times only.
  add column wrong_proofs int not null default 0;
