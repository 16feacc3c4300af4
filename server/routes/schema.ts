import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { OPERATIONS } from '../../graph-schema/api.ts';
import { ENTITY_KINDS, LABEL_OF_KIND } from '../../graph-schema/kinds.ts';
import { type Relation, signOfQuad } from '../../graph-schema/relation.ts';
import { RELATIONS } from '../../graph-schema/relations.ts';
import type { Console } from '../console/console.ts';
import { allFunctions } from '../cypher/functions/find.ts';
import type { Store } from '../store/store.ts';
import { cypherProblem } from './cypher.ts';
import { route } from './route.ts';

const relationAnswer = (relation: Relation) => ({
  name: relation.name,
  inverse: relation.inverse,
  verb: relation.verb,
  ...(relation.plover ? { plover: relation.plover } : {}),
  ...(relation.cameo ? { cameo: relation.cameo } : {}),
  quad: relation.quad,
  sign: signOfQuad(relation.quad),
  goldstein: relation.goldstein,
  symmetric: relation.symmetric,
  lasting: relation.lasting,
  from: [...relation.from],
  to: [...relation.to],
  example: relation.example.text,
});

/** Labels a query may use; a Neo4j also knows those of the store's own books. */
const LABELS: ReadonlySet<string> = new Set(['Entity', ...Object.values(LABEL_OF_KIND), 'Article', 'Claim']);
const PROPERTIES_OF_BOOKS: ReadonlySet<string> = new Set(['data', 'entityId', 'number', 'at']);

const RELATION_ANSWERS = RELATIONS.map(relationAnswer);
const FUNCTIONS = allFunctions.map(({ name, signature }) => ({ name, signature, description: signature }));

/** What a query may speak of: the ontology, and what the store holds now. */
export const schemaRoutes = (
  router: Router,
  { store, console }: { readonly store: Store; readonly console: Console },
): void => {
  /** One column of names, in order. */
  const names = async (query: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const event of console.stream({ query, runId: randomUUID() })) {
      if ('rows' in event) found.push(...event.rows.map(([name]) => String(name)));
    }
    return found.sort();
  };

  route(router, OPERATIONS.schema, async () => {
    try {
      return {
        store: store.kind,
        kinds: ENTITY_KINDS.map((kind) => ({ kind, label: LABEL_OF_KIND[kind] })),
        relations: RELATION_ANSWERS,
        labels: (await names('CALL db.labels() YIELD label RETURN label')).filter((label) => LABELS.has(label)),
        relationshipTypes: await names('CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType'),
        propertyKeys: (await names('CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey')).filter(
          (key) => !PROPERTIES_OF_BOOKS.has(key),
        ),
        functions: FUNCTIONS,
      };
    } catch (error) {
      throw cypherProblem(error);
    }
  });
};
