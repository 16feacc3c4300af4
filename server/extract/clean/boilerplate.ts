/** A kind of line that is no part of the report, and the reason given for cutting it. */
export interface Boilerplate {
  readonly reason: string;
  readonly line: RegExp;
  /** Whether it is looked for only in the last part of a text, where reports do not speak so. */
  readonly tail?: true;
}

/** Lines of web pages and wire services. Each must fit a line from its beginning, so that a sentence of the report never does. */
export const BOILERPLATE: readonly Boilerplate[] = [
  { reason: 'copyright', line: /^\s*(\(c\)|©|&copy;|copyright\b)\s*(\(c\)|©)?\s*\d{0,4}.{0,160}$/i },
  { reason: 'copyright', line: /^.{0,120}\ball rights reserved\b.{0,80}$/i },
  { reason: 'copyright', line: /^\s*this material may not be published, broadcast, rewritten.{0,120}$/i },
  { reason: 'credit', line: /^\s*distributed by .{0,100}$/i },
  { reason: 'credit', line: /^\s*(visit|read more (from|at)) (the )?[\w .,'’-]{1,60}\b(at|online)\b.{0,80}$/i },
  { reason: 'credit', line: /^.{0,80}\b(contributed|contributing) to this (report|story|article)\.?\s*$/i },
  {
    reason: 'credit',
    line: /^\s*\(?(additional )?(reporting|writing|editing|compiled|edited|reported|written) by .{1,160}$/i,
    tail: true,
  },
  { reason: 'credit', line: /^\s*(photo|image|picture|video|photograph)( credit| courtesy|s)?\s*(:|by\b).{0,160}$/i },
  {
    reason: 'credit',
    line: /^\s*(REUTERS|AP Photo|AFP|Getty Images?|EPA)\s*\/\s*\p{Lu}[\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]+){0,2}(\/[\p{L} ]+)?\s*$/u,
  },
  {
    reason: 'licence',
    line: /^\s*this (content|article|story) (is|was) (published|republished|distributed|produced|provided|originally published).{0,200}$/i,
  },
  { reason: 'licence', line: /^.{0,120}\bcreative commons\b.{0,160}$/i },
  { reason: 'rating', line: /^\s*(no votes yet|please wait|rating: .{0,40}|\d+ votes?.{0,40})[.\s…]*$/i },
  {
    reason: 'subscription',
    line: /^\s*(subscribe|sign up|sign in|log in|register|join) (now|today|here|to|for|with|our|free)\b.{0,200}$/i,
  },
  {
    reason: 'subscription',
    line: /^\s*(get|receive) (the|our|all|breaking|daily|unlimited)\b.{0,80}\b(inbox|newsletter|alerts?|access|subscription).{0,80}$/i,
  },
  {
    reason: 'subscription',
    line: /^\s*(already a subscriber|not a subscriber|you have \d+ free|this article is for subscribers|support our journalism|enter your e-?mail|thank you for (subscribing|signing up)).{0,160}$/i,
  },
  { reason: 'cookies', line: /^.{0,80}\b(uses?|accept( all)?|using|of) cookies\b.{0,240}$/i },
  {
    reason: 'cookies',
    line: /^\s*(accept( all)?|reject all|manage (preferences|cookies)|cookie (policy|settings|preferences)|privacy (policy|settings)|terms (of use|and conditions|of service))\s*[.|]?\s*$/i,
  },
  {
    reason: 'link',
    line: /^\s*(read more|read also|also read|see also|related( articles| stories| topics| news)?|more on this( story)?|recommended|you may also like|don['’]t miss|watch( now| live| more)?|listen|click here|most (read|popular)|trending( now)?|top stories|up next|story continues.{0,40}|continue reading.{0,60}|advertisement|sponsored( content)?|share( this)?( article| story)?|tweet|print|e-?mail|comments?|leave a (comment|reply)|view comments|show more|load more|back to top|skip to .{0,40}|next article|previous article|follow us.{0,80})\s*[:.…>»|]?\s*$/i,
  },
  {
    reason: 'link',
    line: /^\s*(read more|read also|also read|see also|related|more|recommended|watch|must read|click here)\s*(:|»|>|\|).{0,160}$/i,
  },
  {
    reason: 'link',
    line: /^\s*(follow|like|find|join) (us|\S+( \S+)?) on (twitter|facebook|instagram|x|youtube|telegram|whatsapp|linkedin).{0,120}$/i,
  },
  { reason: 'link', line: /^\s*(https?:\/\/|www\.)\S+\s*$/i },
  {
    reason: 'link',
    line: /^\s*(facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|instagram|e-?mail|print|share|copy link)(\s*[|•·/,]?\s*(facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|instagram|e-?mail|print|share|copy link))*\s*$/i,
  },
  {
    reason: 'stamp',
    line: /^\s*(published|updated|posted|last (updated|modified)|first published|modified)\s*(on|at|:|\d).{0,80}$/i,
  },
  {
    reason: 'byline',
    line: /^\s*(?:By|BY|by) \p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|el|bin|da|di)){0,4}(?:,? (?:and|with) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3})?(?:\s*[,|].{0,80})?\s*$/u,
  },
  { reason: 'stamp', line: /^\s*\d+ (min|minute|minutes) read\s*$/i },
];

/** Stretches inside a line that a wire or a camera left there. */
export const INLINE: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  {
    reason: 'credit',
    pattern:
      /\b(?:REUTERS|AP Photo|AFP PHOTO|Getty Images)\/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?(?:\/(?:File(?: Photo)?|Pool|Handout|Files))?/gu,
  },
  { reason: 'credit', pattern: /\((?:Photo|Image|File photo|Reporting|Editing|Additional reporting)[^)\n]{0,160}\)/g },
  { reason: 'link', pattern: /https?:\/\/[^\s)>\]]+/g },
  {
    reason: 'tag',
    pattern: /\[(?:caption|embed|gallery|video|ad)[^\]\n]{0,200}\]|\[\/(?:caption|embed|gallery|video)\]/gi,
  },
];
