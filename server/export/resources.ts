import type { GraphSource } from './graph-source.ts';
import {
  articleResource,
  claimResources,
  edgeResource,
  nodeResource,
  provenanceResource,
  type Resource,
} from './resource.ts';

/** A graph as resources with statements, in one order for every RDF syntax. */
export async function* resourcesOf(source: GraphSource): AsyncIterable<Resource> {
  yield provenanceResource(source.provenance);
  for (const article of source.provenance.sources) yield articleResource(article);
  for await (const node of source.nodes()) yield nodeResource(node);
  for await (const edge of source.edges()) yield edgeResource(edge);
  for await (const claim of source.claims()) yield* claimResources(claim);
}
