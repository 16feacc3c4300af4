/** Parameters that tell where a reader came from and nothing of what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|ns_campaign|ns_mchannel|ns_source|cmpid|ocid|smid)$/i;

/**
 * An address as it counts for an article, so that the same page reached from a feed, a mail and a search is one: without
 * its place in the page and without tracking parameters. What is no web address stays as it is.
 */
export const canonicalAddress = (address: string): string => {
  if (!/^https?:\/\//i.test(address.trim())) return address;
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return address;
  }
  if (!url.hash.startsWith('#!') && !url.hash.startsWith('#/')) url.hash = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
};
