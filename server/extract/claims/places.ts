import { subjectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { actorAt, type Scene } from '../scene.ts';
import { corePhrase, headOf, kids } from '../tree/tree.ts';
import type { Finding } from './finding.ts';
import { findHappenings } from './happenings.ts';
import { liesIn, located, namedAs } from './located.ts';
import { findSeats } from './seats.ts';
import { kindOfThing } from './things.ts';

const HAPPENING = /^(take|hold|happen|occur|open|begin|start|end|convene|continue)$/;

/** "The port of Gwadar in Pakistan", "Gori lies in Georgia", "the summit took place in Reykjavik". */
const locations = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const found: Finding[] = [];
  for (const mention of cast.mentions) {
    if (mention.how !== 'name' || cast.entities[mention.entity]!.kind !== 'place') continue;
    const { head } = mention;
    const isOf = tree.lower[headOf(tree, head)] === 'of';
    const above = headOf(tree, headOf(tree, head));
    const spots = [
      ...nounsAfter(tree, head, ['in']),
      ...(isOf ? [...nounsAfter(tree, above, ['in']), ...liesIn(tree, above)] : []),
      ...kids(tree, head, 'appos').flatMap((noun) => [noun, ...nounsAfter(tree, noun, ['in', 'of'])]),
      ...liesIn(tree, head),
    ];
    for (const spot of spots) {
      const target = namedAs(scene, spot, /^(country|place)$/);
      if (target === undefined || target === mention.entity) continue;
      found.push(
        located(tree, 'LOCATED_IN', { source: mention.entity, target }, { source: head, target: spot }, 'place in'),
      );
      break;
    }
  }
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!HAPPENING.test(tree.lemma[verb]!) || tree.tokens[verb]!.pos !== 'VERB') continue;
    const events = [
      ...kids(tree, verb, 'nsubj', 'nsubjpass'),
      ...(kids(tree, verb, 'nsubjpass').length > 0 ? subjectsOf(scene, verb) : []),
    ];
    const event = events.find((token) => kindOfThing(tree, token) === 'event');
    if (event === undefined) continue;
    for (const spot of nounsAfter(tree, verb, ['in'])) {
      const target = namedAs(scene, spot, /^(country|place)$/);
      const source = target === undefined ? -1 : cast.thingOf(event, 'event');
      if (target === undefined || source < 0) continue;
      found.push(located(tree, 'LOCATED_IN', { source, target }, { source: event, target: spot }, 'took place in'));
    }
  }
  return found;
};

/** "The foreign ministry of Mexico", "the General Assembly of the United Nations": a body of a state or of another body. */
const bodies = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const mention of cast.mentions) {
    if (mention.how === 'pronoun' || cast.entities[mention.entity]!.kind !== 'organization') continue;
    const body = mention.entity;
    // a citizen of Sudan, or its rebels, are no body of it
    if (/^(civilians|rebels|opposition)$/.test(cast.entities[body]!.role ?? '')) continue;
    const owners = [...nounsAfter(tree, mention.head, ['of']), ...kids(tree, mention.head, 'poss')];
    for (const owner of owners) {
      const target =
        namedAs(scene, owner, /^(country|organization)$/) ?? actorAt(scene, owner, { shallow: true })?.entity;
      if (target === undefined || target === body || !/^(country|organization)$/.test(cast.entities[target]!.kind))
        continue;
      if (cast.entities[target]!.country !== cast.entities[body]!.country || seen.has(`${body} ${target}`)) continue;
      seen.add(`${body} ${target}`);
      found.push(
        located(tree, 'PART_OF', { source: body, target }, { source: mention.head, target: owner }, 'body of'),
      );
    }
  }
  return found;
};

/** "The Czech writer Pavel Dvorak", "Ana Morales, a Chilean": a nationality said of a person who holds no office. */
const nationalities = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const officials = new Set(cast.offices.map((office) => office.person));
  const found: Finding[] = [];
  const seen = new Set<number>();
  for (const mention of cast.mentions) {
    const person = mention.entity;
    if (
      mention.how === 'pronoun' ||
      cast.entities[person]!.kind !== 'person' ||
      officials.has(person) ||
      seen.has(person)
    )
      continue;
    const noun = tree.tokens[mention.head]!.dep === 'appos' ? headOf(tree, mention.head) : mention.head;
    const beside = tree.tokens[noun]!.pos === 'NOUN' && noun === mention.start - 1 ? corePhrase(tree, noun) : [];
    const before = [...corePhrase(tree, mention.head), ...beside].filter((token) => token < mention.start);
    const after = kids(tree, mention.head, 'appos');
    for (const token of [...before, ...after]) {
      const country = namedAs(scene, token, /^country$/);
      if (country === undefined || !/^(JJ|NNP|NN)$/.test(tree.tokens[token]!.tag)) continue;
      if (tree.tokens[token]!.dep === 'poss' || kids(tree, token, 'case').length > 0) continue;
      seen.add(person);
      found.push(
        located(
          tree,
          'CITIZEN_OF',
          { source: person, target: country },
          { source: mention.head, target: token },
          'nationality',
        ),
      );
      break;
    }
  }
  return found;
};

/** Where places and events are, what bodies belong to, and of what country people are said to be. */
export const findPlaces = (scene: Scene): Finding[] => [
  ...locations(scene),
  ...findSeats(scene),
  ...findHappenings(scene),
  ...bodies(scene),
  ...nationalities(scene),
];
