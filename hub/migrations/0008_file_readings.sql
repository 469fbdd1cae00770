-- What was read in a file of the evidence (text, links, signs, facts), and its fuzzy hash; see contract/analysis.ts.
alter table noroshi.artefact add column reading jsonb;
alter table noroshi.artefact add column tlsh text;
