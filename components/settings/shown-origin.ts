/** https goes without saying; plain http is said. */
export function shownOrigin(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
