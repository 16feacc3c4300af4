/** Elements that never hold an article's words. */
const NEVER =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, input, select, nav, dialog, [role="navigation"], [role="banner"], [role="dialog"], [role="search"], [role="complementary"], [role="alertdialog"], [aria-hidden="true"], [hidden]';
/** Furniture that its own element names. */
const FRAME = 'body > header, body > footer, aside, figcaption, [role="contentinfo"]';
/** Names by which publishing systems call what stands around an article. */
const FURNITURE =
  /(?:^|[-_\s])(?:cookies?|consent|gdpr|ccpa|onetrust|privacy-?banner|newsletter|subscri(?:be|ption)s?|sign-?up|paywall|regwall|promo(?:tion)?s?|advert(?:isement)?s?|ads?|sponsor(?:ed)?|share|sharing|social|follow-?us|related(?:-?(?:posts?|stories|links?|content|articles?))?|recommend(?:ed|ations?)?|read-?more|more-?(?:from|on|stories)|most-?(?:read|popular)|trending|ticker|breaking-?bar|breadcrumbs?|comments?|disqus|tags|topics?-?list|bylines?|entry-meta|post-meta|article-meta|article-info|timestamps?|catlinks|teasers?|river|story-?list|latest-?news|navbox|print-footer|author-?bio|bio-?box|toolbar|skip-?links?|site-?(?:header|footer|nav)|global-?(?:header|footer|nav)|masthead|menu|pagination|pager|widget|sidebar|caption|photo-?credit|credit|image-?credit|correction-?link|print-?only|donat(?:e|ion)|survey|poll-?box|outbrain|taboola|toc|jump-?links?|live-?updates?-?bar|alert-?bar|app-?banner|audio-?player|video-?player|byline-?social)(?=$|[-_\s\d])/i;

const labelOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('data-component') ?? ''} ${element.getAttribute('data-testid') ?? ''}`.replace(
    /([a-z])([A-Z])/g,
    '$1-$2',
  );

const lengthOf = (element: Element): number => (element.textContent ?? '').length;

/** Whether an element holds the article itself, whatever it is called ("article-with-comments"). */
const holdsArticle = (element: Element, whole: number): boolean =>
  element.matches('html, body, main, [itemprop="articleBody"]') ||
  element.querySelector('main, [itemprop="articleBody"]') !== null ||
  [...element.querySelectorAll('p')].reduce((sum, paragraph) => sum + lengthOf(paragraph), 0) > whole * 0.5;

/**
 * Takes out of a page what stands around its article: banners, menus, boxes, captions. Changes the document given.
 * Readability leaves cookie banners and boxes in, so this comes before it.
 */
export const removeFurniture = (document: Document): void => {
  for (const element of document.querySelectorAll(NEVER)) element.remove();
  const whole = [...document.querySelectorAll('p')].reduce((sum, paragraph) => sum + lengthOf(paragraph), 0) || 1;
  for (const element of document.querySelectorAll(FRAME)) if (!holdsArticle(element, whole)) element.remove();
  for (const element of document.querySelectorAll('[class], [id], [data-component], [data-testid]')) {
    if (!element.isConnected || !FURNITURE.test(labelOf(element))) continue;
    if (!holdsArticle(element, whole)) element.remove();
  }
};
