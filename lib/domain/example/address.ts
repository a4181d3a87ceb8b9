/**
 * What stands after the `?` of the workspace's address where it shows the example team. The page that shows it and the
 * background that judges the page read it from here, so that the two never disagree.
 */
export const EXAMPLE_SEARCH = '?example';
