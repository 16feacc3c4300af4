import { DataFactory, Writer } from 'n3';
import { batched } from './batches.ts';
import type { ExportFormat, GraphSource } from './graph-source.ts';
import { PREFIXES, type Resource, type Term } from './resource.ts';
import { resourcesOf } from './resources.ts';

const { namedNode, literal, quad } = DataFactory;

const whole = (prefixed: string) => {
  const [prefix, name] = prefixed.split(':') as [keyof typeof PREFIXES, string];
  return namedNode(PREFIXES[prefix] + name);
};

const term = (object: Term) =>
  'iri' in object
    ? namedNode(object.iri)
    : literal(object.literal.toWellFormed(), object.type ? whole(object.type) : undefined);

const quadsOf = ({ iri, types, statements }: Resource) => {
  const subject = namedNode(iri);
  return [
    ...types.map((type) => quad(subject, whole('rdf:type'), whole(type))),
    ...statements.map(([predicate, object]) => quad(subject, whole(predicate), term(object))),
  ];
};

async function* write(source: GraphSource): AsyncIterable<string> {
  let ready = '';
  const sink = {
    write: (chunk: string, _encoding: string, done?: () => void) => {
      ready += chunk;
      done?.();
    },
    end: (done?: () => void) => done?.(),
  };
  const writer = new Writer(sink as unknown as NodeJS.WritableStream, { prefixes: { ...PREFIXES } });
  for await (const resource of resourcesOf(source)) {
    writer.addQuads(quadsOf(resource));
    yield ready;
    ready = '';
  }
  writer.end();
  yield ready;
}

/** RDF in Turtle: schema.org for things, rdf:Statement a relation, Web Annotation a claim, PROV-O for what comes from what. */
export const turtle: ExportFormat = {
  id: 'turtle',
  label: 'Turtle (RDF)',
  extension: 'ttl',
  mediaType: 'text/turtle',
  write: (source) => batched(write(source)),
};
