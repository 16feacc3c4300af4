// Ids are unique; what is looked up is indexed. The index over the ids of all relations follows from the
// ontology and is made at opening.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE TEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON (n.search);
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX entity_kind IF NOT EXISTS FOR (n:Entity) ON (n.kind);
CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published);
CREATE INDEX claim_article IF NOT EXISTS FOR (n:Claim) ON (n.articleId);
CREATE INDEX claim_source IF NOT EXISTS FOR (n:Claim) ON (n.sourceId);
CREATE INDEX claim_target IF NOT EXISTS FOR (n:Claim) ON (n.targetId);
CREATE INDEX claim_mediator IF NOT EXISTS FOR (n:Claim) ON (n.mediatorId);
CREATE INDEX claim_host IF NOT EXISTS FOR (n:Claim) ON (n.hostId);
CREATE INDEX claim_place IF NOT EXISTS FOR (n:Claim) ON (n.placeId);
CREATE INDEX claim_bucket IF NOT EXISTS FOR (n:Claim) ON (n.bucket);
CREATE INDEX claim_gathering IF NOT EXISTS FOR (n:Claim) ON (n.gathering);
CREATE INDEX claim_type IF NOT EXISTS FOR (n:Claim) ON (n.type);
// The ledger: what the drawing is kept in step by. Its nodes have no relationships.
CREATE CONSTRAINT said_article IF NOT EXISTS FOR (n:Said) REQUIRE n.articleId IS UNIQUE;
CREATE CONSTRAINT tally_entity IF NOT EXISTS FOR (n:Tally) REQUIRE n.entityId IS UNIQUE;
CREATE CONSTRAINT address_url IF NOT EXISTS FOR (n:Address) REQUIRE n.url IS UNIQUE;
CREATE INDEX address_article IF NOT EXISTS FOR (n:Address) ON (n.articleId);
CREATE CONSTRAINT version_key IF NOT EXISTS FOR (n:Version) REQUIRE n.key IS UNIQUE;
CREATE INDEX version_url IF NOT EXISTS FOR (n:Version) ON (n.url);
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT turn_id IF NOT EXISTS FOR (n:Turn) REQUIRE n.id IS UNIQUE;
