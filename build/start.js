/** First file of `npm start`, in words that an old Node reads too: where the packages bring no Node, it may be one. */
const neededMajor = 24;

if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
  void import('./start.ts');
} else {
  process.stderr.write(
    `Relay Console needs Node.js ${neededMajor} or later here; this is ${process.version}.\n`,
  );
  process.exitCode = 70;
}
