// Measures what a first visit loads against the budget of the design: gzip, in kB of 1000 bytes.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS = { firstRoute: 260_000, lazyRoute: 60_000, css: 30_000 };
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const sizes = new Map();

function gzipBytes(file) {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length);
  }
  return sizes.get(file);
}

function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const each of manifest[key].imports ?? []) withImports(each, found);
  return found;
}

function bytesOf(keys, pick) {
  const files = new Set([...keys].flatMap((key) => pick(manifest[key])));
  return [...files].reduce((sum, file) => sum + gzipBytes(file), 0);
}

const scripts = (chunk) => [chunk.file].filter((file) => file.endsWith('.js'));
const styles = (chunk) => chunk.css ?? [];
const first = withImports('src/home/HomePage.tsx', withImports('index.html'));
const rows = [['first route (home)', bytesOf(first, scripts), BUDGETS.firstRoute]];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || key === 'src/home/HomePage.tsx') continue;
  const own = [...withImports(key)].filter((each) => !first.has(each));
  rows.push([`lazy ${key.replace('src/', '')}`, bytesOf(own, scripts), BUDGETS.lazyRoute]);
}
rows.push(['css of the first route', bytesOf(first, styles), BUDGETS.css]);

let over = false;
for (const [name, bytes, budget] of rows) {
  over ||= bytes > budget;
  const mark = bytes > budget ? 'OVER' : 'ok';
  console.log(
    `${mark.padEnd(5)}${name.padEnd(40)}${(bytes / 1000).toFixed(1)} of ${budget / 1000} kB`,
  );
}
if (over) process.exit(1);
