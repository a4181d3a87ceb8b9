/**
 * Origins: scheme, host and port of a site, and the patterns by which a browser is asked for them.
 */

/**
 * The origin of an address, for example `https://crm.example.com:8443`. An address typed without a scheme is taken as https.
 * @returns null where it is no http or https address, or carries a name and password
 */
export function originOf(address: string): string | null {
  const typed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || /\s/.test(typed) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.origin;
}

/**
 * The match pattern of an origin, for `permissions.request`.
 * @param origin what `originOf` gave
 * @param withoutPort for Firefox: it grants a pattern with a port and then never matches it, so it is asked for the host
 */
export function matchPattern(origin: string, { withoutPort }: { withoutPort: boolean }): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${withoutPort ? hostname : host}/*`;
}
