import seedrandom from 'seedrandom';

/** A made-up graph of the shape of news: communities, a few very busy nodes, several relations to a pair. */
export interface SyntheticGraph {
  readonly nodes: readonly {
    readonly label: string;
    readonly type: number;
    readonly community: number;
    readonly degree: number;
  }[];
  readonly links: readonly { readonly source: number; readonly target: number; readonly type: number }[];
}

const SYLLABLES =
  'al ba ca da el fa go ha in jo ka la ma na or pa qu ra sa ta un va wi xe yo za bel dor gen kir lan mor nov per ros sto ver tan gar min'.split(
    ' ',
  );
/** Shares of the six kinds. */
const KIND_SHARES = [0.12, 0.34, 0.22, 0.16, 0.1, 0.06];
export const LINK_TYPES = 20;

/** So many nodes and three times as many links; the same size gives the same graph. */
export const syntheticGraph = (count: number): SyntheticGraph => {
  const random = seedrandom(`synthetic ${count}`);
  const communities = Math.max(5, Math.round(Math.sqrt(count) / 1.6));
  const weights = Array.from({ length: communities }, (_, i) => (i + 1.5) ** -0.7);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const draw = (shares: readonly number[], total = 1): number => {
    let left = random() * total;
    for (let i = 0; i < shares.length; i++) {
      left -= shares[i]!;
      if (left < 0) return i;
    }
    return shares.length - 1;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const label = (): string => {
    const length = 5 + Math.floor(random() * 21);
    let text = '';
    while (text.length < length) {
      const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
      text += (text ? ' ' : '') + word[0]!.toUpperCase() + word.slice(1);
    }
    return text.slice(0, length).trim();
  };
  const nodes = Array.from({ length: count }, () => ({
    label: label(),
    type: draw(KIND_SHARES),
    community: draw(weights, whole),
    degree: 0,
  }));
  const links: { source: number; target: number; type: number }[] = [];
  const members: number[][] = Array.from({ length: communities }, () => []);
  const all: number[] = [];
  const add = (source: number, target: number): void => {
    links.push({ source, target, type: Math.min(LINK_TYPES - 1, Math.floor(-Math.log(1 - random()) * 5)) });
    for (const end of [source, target]) {
      nodes[end]!.degree++;
      members[nodes[end]!.community]!.push(end);
      all.push(end);
    }
  };
  const first = new Map<number, number>();
  nodes.forEach(({ community }, i) => {
    const known = first.get(community);
    if (known === undefined) {
      first.set(community, i);
      members[community]!.push(i);
      all.push(i);
      return;
    }
    const target = pick(members[community]!);
    add(i, target === i ? known : target);
  });
  while (links.length < 3 * count) {
    if (random() < 0.12) {
      const { source, target } = pick(links);
      if (random() < 0.5) add(source, target);
      else add(target, source);
      continue;
    }
    const source = random() < 0.5 ? Math.floor(random() * count) : pick(all);
    const target = pick(random() < 0.9 ? members[nodes[source]!.community]! : all);
    if (source !== target) add(source, target);
  }
  return { nodes, links };
};
