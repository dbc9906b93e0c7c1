// node version-order.mjs FILE: holds our order of versions against Maven's own, pair by pair, and
// against the order that the specification of npm's versions gives as an example.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { compareMaven, compareNpm } from '../advisories/versions.mjs';

const versions = readFileSync(process.argv[2], 'utf8').trim().split(/\s+/);
const home = '/usr/share/maven/lib';
const jar = readdirSync(home).find((name) => /^maven-artifact-3.*\.jar$/.test(name));
const SIGN = { '<': -1, '==': 0, '>': 1 };
const wrong = [];
let pairs = 0;
for (const one of versions) {
  // It compares each with the one before.
  const asked = versions.flatMap((other) => [one, other]);
  const said = execFileSync('java', ['-jar', `${home}/${jar}`, ...asked], { encoding: 'utf8' });
  for (const [, left, sign, right] of said.matchAll(/^\s+(\S+) (<|==|>) (\S+)$/gm)) {
    pairs++;
    const ours = Math.sign(compareMaven(left, right));
    if (ours !== SIGN[sign]) wrong.push(`${left} ${sign} ${right}, not ${ours}`);
  }
}
// Semantic Versioning 2.0.0, section 11, and numbers that are no texts.
const ORDERED = [
  ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'],
  ...['1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.2.0', '1.10.0', '2.0.0-0', '2.0.0', '2.0.10'],
];
ORDERED.forEach((left, at) => {
  ORDERED.forEach((right, place) => {
    const ours = Math.sign(compareNpm(left, right));
    if (ours !== Math.sign(at - place)) wrong.push(`npm: ${left} and ${right}: ${ours}`);
  });
});
console.log(wrong.join('\n') || `${pairs} pairs of Maven agree`);
process.exit(wrong.length === 0 ? 0 : 1);
