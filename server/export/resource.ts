import type { GraphEdge, GraphNode } from '../../graph-schema/graph.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { cellsOf, EDGE_COLUMNS } from './columns.ts';
import type { Citation, CitedClaim, Provenance } from './graph-source.ts';

/** Prefixes of the vocabularies used: schema.org, PROV-O, Web Annotation, Dublin Core and our own terms. */
export const PREFIXES = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  wd: 'http://www.wikidata.org/entity/',
  entente: 'urn:entente:term:',
} as const;

/** An object of a statement: a resource, or a literal with its XML Schema type. */
export type Term = { readonly iri: string } | { readonly literal: string; readonly type?: string };

/** One resource with what is stated of it: predicates as prefixed names, each with its objects. */
export interface Resource {
  readonly iri: string;
  readonly types: readonly string[];
  readonly statements: readonly (readonly [predicate: string, object: Term])[];
}

const TYPE_OF_KIND: Readonly<Record<EntityKind, string>> = {
  person: 'schema:Person',
  country: 'schema:Country',
  organization: 'schema:Organization',
  place: 'schema:Place',
  event: 'schema:Event',
  proposal: 'entente:Proposal',
};

/** The IRI of something of ours; ids may hold any character. */
export const iriOf = (kind: 'entity' | 'relation' | 'claim' | 'article', id: string): string =>
  `urn:entente:${kind}:${encodeURIComponent(id).replace(/%3A/g, ':')}`;

const iri = (value: string): Term => ({ iri: value });
const literal = (value: string | number, type?: string): Term =>
  type ? { literal: String(value), type } : { literal: String(value) };
const day = (value: string): Term => literal(value, 'xsd:date');

/** Statements of the predicates whose value is there. */
const stated = (
  values: Readonly<Record<string, Term | readonly Term[] | undefined>>,
): readonly (readonly [string, Term])[] =>
  Object.entries(values).flatMap(([predicate, value]): (readonly [string, Term])[] =>
    value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map((object: Term) => [predicate, object] as const),
  );

export const nodeResource = (node: GraphNode): Resource => ({
  iri: iriOf('entity', node.id),
  types: [TYPE_OF_KIND[node.kind]],
  statements: stated({
    'dcterms:identifier': literal(node.id),
    'schema:name': literal(node.name),
    'schema:alternateName': node.aliases.map((alias) => literal(alias)),
    'schema:sameAs': node.wikidata ? iri(PREFIXES.wd + node.wikidata) : undefined,
    'entente:country': node.country ? literal(node.country) : undefined,
    'entente:role': node.role ? literal(node.role) : undefined,
    'entente:asks': node.asks ? literal(node.asks) : undefined,
    'schema:startDate': node.occurredFrom ? day(node.occurredFrom) : undefined,
    'schema:endDate': node.occurredTo ? day(node.occurredTo) : undefined,
    'entente:mentions': literal(node.mentions, 'xsd:integer'),
  }),
});

const XSD = {
  string: undefined,
  strings: undefined,
  integer: 'xsd:integer',
  double: 'xsd:double',
  boolean: 'xsd:boolean',
} as const;

export const edgeResource = (edge: GraphEdge): Resource => ({
  iri: iriOf('relation', edge.id),
  types: ['rdf:Statement', `entente:${edge.type}`],
  statements: [
    ...stated({
      'rdf:subject': iri(iriOf('entity', edge.source)),
      'rdf:predicate': iri(`${PREFIXES.entente}${edge.type}`),
      'rdf:object': iri(iriOf('entity', edge.target)),
      'prov:wasDerivedFrom': edge.claimIds.map((id) => iri(iriOf('claim', id))),
    }),
    ...cellsOf(EDGE_COLUMNS, edge)
      .filter(([{ name }]) => name !== 'claimIds')
      .map(([{ name, type }, value]) => [`entente:${name}`, literal(String(value), XSD[type])] as const),
  ],
});

export const articleResource = (article: Citation): Resource => ({
  iri: iriOf('article', article.id),
  types: ['schema:NewsArticle', 'prov:Entity'],
  statements: stated({
    'schema:headline': article.title ? literal(article.title) : undefined,
    'schema:publisher': article.source ? literal(article.source) : undefined,
    'schema:datePublished': article.published ? day(article.published) : undefined,
    'schema:url': article.url ? literal(article.url, 'xsd:anyURI') : undefined,
  }),
});

/** A claim as an annotation of its article: the quotation and its place are the selectors. */
export const claimResources = ({ claim, article }: CitedClaim): readonly Resource[] => {
  const self = iriOf('claim', claim.id);
  return [
    {
      iri: self,
      types: ['oa:Annotation', 'prov:Entity'],
      statements: stated({
        'oa:hasTarget': iri(`${self}#target`),
        'prov:wasQuotedFrom': iri(iriOf('article', article.id)),
        'entente:type': literal(claim.type),
        'entente:source': iri(iriOf('entity', claim.source)),
        'entente:target': iri(iriOf('entity', claim.target)),
        'entente:polarity': literal(claim.polarity),
        'entente:modality': literal(claim.modality),
        'entente:speaker': claim.speaker ? iri(iriOf('entity', claim.speaker)) : undefined,
        'entente:confidence': literal(claim.confidence, 'xsd:double'),
        'entente:rule': literal(claim.rule),
        'prov:wasGeneratedBy': literal(claim.extractor),
      }),
    },
    {
      iri: `${self}#target`,
      types: ['oa:SpecificResource'],
      statements: stated({
        'oa:hasSource': iri(iriOf('article', article.id)),
        'oa:hasSelector': [iri(`${self}#quote`), iri(`${self}#position`)],
      }),
    },
    { iri: `${self}#quote`, types: ['oa:TextQuoteSelector'], statements: stated({ 'oa:exact': literal(claim.quote) }) },
    {
      iri: `${self}#position`,
      types: ['oa:TextPositionSelector'],
      statements: stated({
        'oa:start': literal(claim.start, 'xsd:nonNegativeInteger'),
        'oa:end': literal(claim.end, 'xsd:nonNegativeInteger'),
      }),
    },
  ];
};

/** The file itself: what made it, and of what. */
export const provenanceResource = (provenance: Provenance): Resource => ({
  iri: `urn:entente:export:${provenance.digest}`,
  types: ['prov:Collection'],
  statements: stated({
    'dcterms:title': literal(provenance.title),
    'dcterms:creator': literal(provenance.program),
    'entente:query': provenance.query ? literal(provenance.query) : undefined,
    'entente:around': provenance.around ? literal(provenance.around) : undefined,
    'entente:filter': provenance.filter ? literal(JSON.stringify(provenance.filter)) : undefined,
    'entente:digest': literal(provenance.digest),
    'dcterms:source': provenance.sources.map((source) => iri(iriOf('article', source.id))),
  }),
});
