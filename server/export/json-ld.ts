import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';
import { PREFIXES, type Resource, type Term } from './resource.ts';
import { resourcesOf } from './resources.ts';

const value = (object: Term) =>
  'iri' in object
    ? { '@id': object.iri }
    : object.type
      ? { '@value': object.literal, '@type': object.type }
      : object.literal;

const objectOf = ({ iri, types, statements }: Resource) => {
  const predicates: Record<string, unknown[]> = {};
  for (const [predicate, object] of statements) {
    predicates[predicate] ??= [];
    predicates[predicate].push(value(object));
  }
  return { '@id': iri, '@type': types, ...predicates };
};

async function* write(source: GraphSource): AsyncIterable<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":`;
  let comma = '[\n';
  for await (const resource of resourcesOf(source)) {
    yield comma + JSON.stringify(objectOf(resource));
    comma = ',\n';
  }
  yield '\n]}\n';
}

/** The same statements as Turtle, in JSON-LD. */
export const jsonLd: ExportFormat = {
  id: 'json-ld',
  label: 'JSON-LD (RDF)',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: (source) => batched(write(source)),
};
