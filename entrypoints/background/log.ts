/**
 * Tells whoever opens the browser's console that something went wrong. Only kinds of things, never names or texts: what is
 * kept is about people, and logs are copied into mails.
 */
export function complain(...what: readonly string[]): void {
  // oxlint-disable-next-line no-console -- the one place
  console.error('Sideline:', ...what);
}
