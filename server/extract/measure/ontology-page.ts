import type { Frame, Relation } from '../../../graph-schema/relation.ts';
import { RELATIONS } from '../../../graph-schema/relations.ts';

const MOST_VERBS = 14;

const list = (words: readonly string[], most = MOST_VERBS): string =>
  words.length > most ? `${words.slice(0, most).join(', ')} … (${words.length})` : words.join(', ');

const frameLine = ({ verbs, object, prep, subject, when, plover }: Frame): string =>
  [
    `*${list(verbs)}*`,
    ...(subject ? [`subject: ${list(subject)}`] : []),
    ...(prep ? [`with: ${list(prep)}`] : []),
    ...(object ? [`object: ${list(object)}`] : []),
    ...(when ? [when === 'object' ? 'with an object' : 'without an object'] : []),
    ...(plover ? [`class ${plover}`] : []),
  ].join('; ');

const section = (relation: Relation): string => {
  const {
    name,
    inverse,
    plover,
    cameo,
    quad,
    goldstein,
    ploverScore,
    symmetric,
    from,
    to,
    lasting,
    verb,
    said,
    example,
  } = relation;
  const facts = [
    `"${verb}"; inverse \`${inverse}\``,
    `${quad}${plover ? `, PLOVER ${plover} (${ploverScore})` : ''}${cameo ? `, CAMEO ${cameo}` : ''}, Goldstein ${goldstein}`,
    `from ${from.join(', ')} to ${to.join(', ')}${symmetric ? '; symmetric' : ''}; ${lasting}`,
  ];
  return [
    `### ${name}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    `> ${example.text}\n> → ${example.source} **${name}** ${example.target}`,
    ...(said.frames.length > 0
      ? [`Said by verbs:\n${said.frames.map((frame) => `- ${frameLine(frame)}`).join('\n')}`]
      : []),
    ...(said.nouns?.length ? [`Said by nouns: ${said.nouns.join(', ')}`] : []),
  ].join('\n\n');
};

/** The reference page of the ontology, as Markdown. */
export const ontologyPage = (): string => {
  const relations = RELATIONS as readonly Relation[];
  const families = [...new Set(relations.map(({ quad }) => quad))];
  const overview = relations.map(
    ({ name, plover, quad, verb }) => `| [${name}](#${name.toLowerCase()}) | ${verb} | ${plover ?? '–'} | ${quad} |`,
  );
  return [
    '# The ontology',
    `${relations.length} relations between people, countries, organizations, places, events and proposals. This page is made from \`graph-schema/relations/\` by \`npm run docs\`; a new relation is one record there.`,
    ['| relation | as a reader says it | PLOVER class | quad |', '|---|---|---|---|', ...overview].join('\n'),
    ...families.flatMap((family) => [
      `## ${family[0]!.toUpperCase()}${family.slice(1).replace('-', ' ')}`,
      ...relations.filter(({ quad }) => quad === family).map(section),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
};
