-- The record: one row an article, with all that it says. The drawing is computed from it.
CREATE TABLE article (
  id TEXT PRIMARY KEY,
  published TEXT,
  source TEXT,
  title TEXT,
  signature TEXT NOT NULL,
  facts TEXT NOT NULL,
  entities TEXT NOT NULL,
  claims TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE address (
  url TEXT PRIMARY KEY,
  article_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What stood at an address before a corrected version took its place.
CREATE TABLE version (
  article_id TEXT NOT NULL,
  url TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (url, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What changed last, so that another process with the same file open can follow.
CREATE TABLE change (
  subject TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX change_sequence ON change (sequence);

CREATE VIEW claim AS
  SELECT article.id AS article_id, article.published, article.source AS outlet,
         claim.value ->> 'id' AS id, claim.value ->> 'type' AS type,
         claim.value ->> 'source' AS source, claim.value ->> 'target' AS target,
         claim.value ->> 'polarity' AS polarity, claim.value ->> 'modality' AS modality,
         claim.value ->> 'quote' AS quote, claim.value ->> 'confidence' AS confidence
  FROM article, json_each(article.claims) AS claim;
