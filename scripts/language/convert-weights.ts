import { type Packed, type Tensor, unpack } from './message-pack.ts';

type Files = (name: string) => Uint8Array;
interface Node {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, Tensor>;
}

/** Columns of the embedding, in the order in which spaCy concatenates them. */
const COLUMNS = ['norm', 'prefix', 'suffix', 'shape', 'space_after', 'white_space'] as const;

/**
 * The weights the engine uses, by name. `shared` is the token encoder of tagger and parser, `names` that of the
 * entity recognizer; shapes are spaCy's (maxout: units, pieces, inputs).
 */
export function collectTensors(file: Files): ReadonlyMap<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  encoder('shared', modelNodes(file('tok2vec/model')), tensors);
  const softmax = modelNodes(file('tagger/model')).find((node) => node.name === 'softmax')!;
  tensors.set('tagger.weight', softmax.parameters.get('W')!).set('tagger.bias', softmax.parameters.get('b')!);
  stateScorer('parser', modelNodes(file('parser/model')), tensors);
  const names = modelNodes(file('ner/model'));
  encoder('names', names, tensors);
  stateScorer('names', names, tensors);
  return tensors;
}

function encoder(prefix: string, nodes: readonly Node[], tensors: Map<string, Tensor>): void {
  const named = (name: string): readonly Node[] => nodes.filter((node) => node.name === name);
  named('hashembed').forEach((node, i) => {
    tensors.set(`${prefix}.embed.${COLUMNS[i]!}`, node.parameters.get('E')!);
  });
  const norms = named('layernorm');
  named('maxout').forEach((node, i) => {
    const layer = i === 0 ? `${prefix}.mix` : `${prefix}.convolution.${i - 1}`;
    tensors.set(`${layer}.weight`, node.parameters.get('W')!).set(`${layer}.bias`, node.parameters.get('b')!);
    tensors.set(`${layer}.scale`, norms[i]!.parameters.get('G')!).set(`${layer}.shift`, norms[i]!.parameters.get('b')!);
  });
}

function stateScorer(prefix: string, nodes: readonly Node[], tensors: Map<string, Tensor>): void {
  const features = nodes.find((node) => node.name === 'precomputable_affine')!.parameters;
  for (const [name, key] of [
    ['weight', 'W'],
    ['bias', 'b'],
    ['pad', 'pad'],
  ] as const)
    tensors.set(`${prefix}.features.${name}`, features.get(key)!);
  for (const { name, parameters } of nodes) {
    if (name !== 'linear') continue;
    const layer = parameters.get('W')!.shape[1] === 96 ? 'reduce' : 'actions';
    tensors.set(`${prefix}.${layer}.weight`, parameters.get('W')!);
    tensors.set(`${prefix}.${layer}.bias`, parameters.get('b')!);
  }
}

function modelNodes(bytes: Uint8Array): readonly Node[] {
  const model = unpack(bytes) as ReadonlyMap<Packed, Packed>;
  const parameters = model.get('params') as readonly ReadonlyMap<string, Tensor>[];
  return (model.get('nodes') as readonly ReadonlyMap<Packed, Packed>[]).map((node, i) => ({
    name: node.get('name') as string,
    parameters: parameters[i]!,
  }));
}
