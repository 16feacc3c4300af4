/** A value of an answer in a line of text: for tables and CSV. */
export const textOfValue = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOfValue).join('; ');
  const object = value as Record<string, unknown>;
  if ('node' in object) return nodeText(object.node);
  if ('relationship' in object) return `[:${(object.relationship as { type: string }).type}]`;
  if ('path' in object) return pathText(object.path);
  if ('temporal' in object) return String(object.value);
  return JSON.stringify(value);
};

const nodeText = (node: unknown): string => {
  const { properties, labels } = node as { properties: Record<string, unknown>; labels: readonly string[] };
  const name = properties.name ?? properties.title ?? properties.quote ?? properties.id ?? '';
  return `(${String(name)}${labels.length > 0 ? ` :${labels.filter((label) => label !== 'Entity').join(':')}` : ''})`;
};

const pathText = (path: unknown): string => {
  const { nodes, relationships } = path as { nodes: readonly unknown[]; relationships: readonly { type: string }[] };
  return nodes.map((node, i) => `${i > 0 ? ` – ${relationships[i - 1]?.type} – ` : ''}${nodeText(node)}`).join('');
};
