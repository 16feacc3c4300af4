import { ENTITY_KINDS } from '../../graph-schema/kinds.ts';
import { MisuseError } from './errors.ts';
import { type PrintOptions, printRows } from './print.ts';
import { withStore } from './with-store.ts';

interface Options extends PrintOptions {
  readonly kinds?: string;
  readonly limit?: number;
}

/** Entities by name. */
export const search = async (text: string, options: Options): Promise<void> => {
  const kinds = options.kinds?.split(',').filter(Boolean);
  const wrong = kinds?.find((kind) => !(ENTITY_KINDS as readonly string[]).includes(kind));
  if (wrong) throw new MisuseError(`--kinds: there is no kind ${wrong}; give any of ${ENTITY_KINDS.join(', ')}.`);
  await withStore(async (store) => {
    const nodes = await store.search(text, { limit: options.limit ?? 20, ...(kinds ? { kinds } : {}) });
    const rows = nodes.map((node) => [node.name, node.kind, node.country, node.role, node.articles, node.id]);
    await printRows(['name', 'kind', 'country', 'role', 'articles', 'id'], rows, options, nodes);
  });
};
