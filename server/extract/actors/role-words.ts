import type { Role } from '../../../graph-schema/kinds.ts';
import type { Token } from '../../language/document.ts';
import { peopleNamed } from './peoples.ts';
import { readTable } from './read-table.ts';

let loaded: ReadonlyMap<string, Role> | undefined;

const roles = (): ReadonlyMap<string, Role> => {
  loaded ??= new Map(readTable('role-words.tsv').map((row) => [row.lemma!, row.role as Role]));
  return loaded;
};

/** Lemmas found, by word and lemma of a token; emptied when it grows beyond what a language needs. */
const found = new Map<string, string | undefined>();
const MOST_FOUND = 50_000;

const lookUp = (text: string, lemma: string): string | undefined => {
  const lower = text.toLowerCase();
  const candidates = [
    lemma.toLowerCase(),
    lower,
    lower.replace(/s$/, ''),
    lower.replace(/ies$/, 'y'),
    lower.replace(/men$/, 'man'),
    lower.replace(/women$/, 'woman'),
  ];
  return candidates.find((word) => roles().has(word));
};

/** The lemma under which a noun stands in the table of role words, whatever its case, number or tag. */
export const roleLemma = ({ text, lemma }: Token): string | undefined => {
  const key = `${text}\t${lemma}`;
  const known = found.get(key);
  if (known !== undefined || found.has(key)) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const word = lookUp(text, lemma);
  found.set(key, word);
  return word;
};

/** The role that a noun gives to what it heads: "troops" → military. */
export const roleOfWord = (token: Token): Role | undefined => {
  const lemma = roleLemma(token);
  return lemma === undefined ? undefined : roles().get(lemma);
};

/** Words by which a state itself acts: with its adjective they mean the country. */
const METONYM = new Set(
  'government regime authority administration official officials state leadership delegation negotiator diplomat envoy ambassador spokesman spokeswoman spokesperson representative embassy consulate leader ruler side country nation republic presidency president premier chancellor minister secretary king queen prince emir sultan monarch monarchy kingdom cabinet mission emissary mediator adviser advisor aide consul attache adviser politician intelligence palace crown capital commissioner counterpart'.split(
    ' ',
  ),
);

export const isMetonym = (lemma: string): boolean => METONYM.has(lemma);

/** Nouns of one meaning that one group goes by, so that "Israeli troops" and "the Israeli army" are one actor. */
const GROUP_NAME: readonly (readonly [RegExp, string])[] = [
  [
    /^(military|army|troop|troops|force|soldier|armed-force|militaryman|serviceman|warplane|missile|artillery|aircraft|helicopter|drone|jet|airstrike|tank|general|colonel|commander|officer|pilot|guard|airman|bomber|security-force|conscript|reservist|brigade|battalion|division|regiment|commando|paratrooper|sniper|convoy|defense|defence)$/,
    'military',
  ],
  [/^(navy|warship|submarine|gunboat|vessel|sailor|admiral|fleet)$/, 'navy'],
  [/^(police|policeman|policewoman|cop|detective|gendarme|constabulary|sheriff)$/, 'police'],
  [
    /^(rebel|militant|insurgent|guerrilla|guerilla|fighter|gunman|insurgency|attacker|terrorist|suicide-bomber|jihadist|jihadi|extremist|militia|militiaman|warlord|islamist)$/,
    'rebels',
  ],
  [/^(separatist|secessionist)$/, 'separatists'],
  [/^(court|judge|judiciary|magistrate|tribunal|judicial)$/, 'courts'],
  [/^(prosecutor|attorney|attorney-general)$/, 'prosecutors'],
  [
    /^(parliament|lawmaker|parliamentarian|legislator|legislature|mp|deputy|assembly|congress|knesset|senator|senate|congressman|speaker)$/,
    'parliament',
  ],
  [/^(opposition|opponent|dissident|oppositionist)$/, 'opposition'],
  [/^(protester|demonstrator|crowd|activist|campaigner)$/, 'protesters'],
  [/^(company|firm|business|businessman|corporation|tycoon|enterprise|oligarch|investor)$/, 'companies'],
  [/^(bank)$/, 'banks'],
  [/^coalition$/, 'coalition'],
  [
    /^(journalist|reporter|correspondent|photographer|blogger|media|press|newspaper|broadcaster|television|outlet|daily)$/,
    'media',
  ],
  [
    /^(people|civilian|citizen|man|woman|resident|national|population|public|villager|society|individual|person|boy|girl|child|family|village|market|school|hospital|church|mosque|neighborhood|neighbourhood|bus)$/,
    'people',
  ],
  [/^(ngo|charity|nonprofit)$/, 'charities'],
];

const plural = (lemma: string): string =>
  /^(barracks|headquarters|forces|customs|police|clergy|military|media|press|personnel|staff)$/.test(lemma)
    ? lemma
    : /(s|x|ch|sh)$/.test(lemma)
      ? `${lemma}es`
      : /[^aeiou]y$/.test(lemma)
        ? `${lemma.slice(0, -1)}ies`
        : /man$/.test(lemma)
          ? lemma.replace(/man$/, 'men')
          : `${lemma}s`;

/** What a group goes by, after its country's adjective. */
export const groupName = (lemma: string): string =>
  peopleNamed(lemma)?.name ??
  GROUP_NAME.find(([pattern]) => pattern.test(lemma))?.[1] ??
  plural(lemma.replaceAll('-', ' '));
