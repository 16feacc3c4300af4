import type { Express } from 'express';
import request from 'supertest';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly maximum?: number;
  readonly items?: Schema;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema & { readonly example?: unknown };
}
interface Documented {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A reading operation with a JSON answer, as the served document describes it. */
export interface ReadingOperation {
  readonly id: string;
  readonly path: string;
  readonly description: string;
  readonly query: ReadonlyMap<string, Parameter>;
  readonly pathParameters: readonly string[];
  /** Members of the answer, and those of them that are lists of things (words and ids that belong to one thing are none). */
  readonly members: readonly string[];
  readonly lists: readonly string[];
}

const membersOf = (document: Document, schema: Schema): Readonly<Record<string, Schema>> => {
  const name = schema.$ref?.split('/').at(-1);
  if (name) return membersOf(document, document.components.schemas[name]!);
  return Object.assign({}, ...(schema.allOf ?? []).map((part) => membersOf(document, part)), schema.properties ?? {});
};

const isList = (document: Document, schema: Schema): boolean => {
  const name = schema.$ref?.split('/').at(-1);
  if (name) return isList(document, document.components.schemas[name]!);
  return schema.type === 'array' && Object.keys(membersOf(document, schema.items ?? {})).length > 0;
};

/** Every operation of a server's OpenAPI document that reads and answers with JSON. */
export const readingOperations = async (app: Express): Promise<readonly ReadingOperation[]> => {
  const document = (await request(app).get('/api/openapi.json').expect(200)).body as Document;
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const schema = get?.responses[200]?.content?.['application/json']?.schema;
    if (!get || !schema) return [];
    const members = membersOf(document, schema);
    const parameters = get.parameters ?? [];
    return {
      id: get.operationId,
      path,
      description: get.description ?? '',
      query: new Map(parameters.filter((each) => each.in === 'query').map((each) => [each.name, each])),
      pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
      members: Object.keys(members),
      lists: Object.keys(members).filter((name) => isList(document, members[name]!)),
    };
  });
};
