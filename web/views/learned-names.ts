import type { App } from '../app.ts';

/** Names of nodes that are not in the graph shown: asked for, and until then read off the id. */
export interface LearnedNames {
  readonly nameOf: (id: string) => string;
  readonly learn: (ids: readonly string[]) => void;
}

/** The words of an id like `person:john-kerry:USA`. */
const wordsOf = (id: string): string =>
  id
    .replace(/^[a-z]+:/, '')
    .replace(/:[A-Z]{3}$/, '')
    .replaceAll('-', ' ');

export const createLearnedNames = (app: App, onLearned: () => void): LearnedNames => {
  const names = new Map<string, string>();
  const asked = new Set<string>();
  const shown = (id: string) => app.graph().nodes.find((node) => node.id === id);
  return {
    nameOf: (id) => shown(id)?.name ?? names.get(id) ?? wordsOf(id),
    learn(ids) {
      for (const id of ids) {
        if (asked.has(id) || shown(id)) continue;
        asked.add(id);
        app.api.node(id).then(
          (node) => {
            names.set(id, node.name);
            onLearned();
          },
          () => undefined,
        );
      }
    },
  };
};
