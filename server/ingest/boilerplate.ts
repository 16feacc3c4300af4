import type { Cut } from '../../graph-schema/article.ts';

/** Paragraphs that are no part of what an article says, and why. Each pattern is anchored and bounded. */
const RULES: readonly { readonly reason: string; readonly pattern: RegExp; readonly longest: number }[] = [
  {
    reason: 'link to other articles',
    longest: 200,
    pattern:
      /^(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:articles?|stories|coverage|topics))?|more (?:on|from|stories|in)|recommended|don.t miss|watch|listen|in pictures|most read|editors?.? picks?|what to read next|you may also like|up next|keep reading)\b\s*(?:[:–—>»]|this|\w+(?: \w+){0,4}$|$)/i,
  },
  {
    reason: 'subscription',
    longest: 400,
    pattern:
      /^(?:sign ?up|subscribe|get (?:our|the) (?:\w+ ){0,3}newsletter|join (?:our|the) (?:\w+ ){0,3}newsletter|support (?:our|independent)|already a subscriber|become a (?:member|subscriber)|to continue reading|this (?:article|story|content) is (?:for|only|available to)|you have (?:\w+ ){1,3}(?:free )?articles?|log in|create (?:a|your) free account|start your free trial|unlimited (?:digital )?access)\b/i,
  },
  {
    reason: 'sharing',
    longest: 160,
    pattern:
      /^(?:share (?:this|on|via)|follow (?:us|@?\w+ on)|like us on|tweet(?: this)?$|facebook$|twitter$|whatsapp$|email(?: this)?$|print(?: this)?$|copy link|click here|download (?:our|the) app|comments?(?: \(\d+\))?$|leave a comment|join the (?:conversation|discussion))/i,
  },
  {
    reason: 'cookies',
    longest: 600,
    pattern:
      /^(?:(?:this (?:web)?site|we(?: and our partners)?)\b.{0,60}\bcookies\b|by (?:continuing|using).{0,80}\bcookies\b|(?:accept|reject|manage) (?:all )?cookies)/i,
  },
  {
    reason: 'advertisement',
    longest: 80,
    pattern:
      /^(?:advertisement|advertising|sponsored(?: content| by.{0,40})?|ad|story continues below(?: advertisement)?|scroll to continue|continue reading below|promoted)$/i,
  },
  {
    reason: 'credit',
    longest: 300,
    pattern:
      /^(?:\(?(?:photo(?:graph)?s?|image|picture|illustration|video|graphic)s?(?: credit)?(?: by)?\s*[:/]|\(?(?:photo|image|picture) (?:by|courtesy)|file photo\b|reporting by .{3,120}(?:;|$)|additional reporting|editing by|writing by|compiled by|\(?(?:reporting|writing|editing) by|©|\(c\)|copyright\b|all rights reserved|our standards:|this (?:material|article) (?:may not|was (?:first|originally) published))/i,
  },
  {
    reason: 'credit',
    longest: 200,
    pattern:
      /^.{0,160}\((?:[\w ]{2,40}\/)?(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|TASS|Sputnik|Sample Wire)(?: (?:Photo|Images|File))?(?:\/[\w .]{2,40})?\)$/,
  },
  {
    reason: 'contact',
    longest: 300,
    pattern:
      /^(?:contact (?:the|us|our)|(?:have|got) a (?:tip|story|news tip)|send (?:us|your) (?:tips|comments)|email (?:the|us) |[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}$)/i,
  },
];

/** The ranges of a text that are paragraphs of boilerplate, in order, with the reason. The text itself stays whole. */
export const boilerplateOf = (text: string): readonly Cut[] => {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    const rule = RULES.find(({ pattern, longest }) => line.length <= longest && pattern.test(line));
    if (rule) cuts.push({ start: match.index, end: match.index + match[0].length, reason: rule.reason });
  }
  return cuts;
};

/** A text without its cut ranges, empty paragraphs closed. */
export const withoutCuts = (text: string, cuts: readonly Cut[]): string => {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of cuts) {
    parts.push(text.slice(at, start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
