// Loaded before the runners, which are TypeScript that Node reads as it is.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Sideline's tools need Node 22.18 or newer and found ${process.versions.node}: start them by npm (npm test), or install it.`,
  );
  process.exit(1);
}
