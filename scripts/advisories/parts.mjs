// What the product is made of, and what builds it: { ecosystem, name, version, where }.
import { readFileSync } from 'node:fs';

// The Java parts of a bill of materials (CycloneDX).
export function javaParts(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
    .components.filter((part) => part.group !== 'dev.recon')
    .map((part) => ({
      ecosystem: 'Maven',
      name: `${part.group}:${part.name}`,
      version: part.version,
      where: 'server and command line',
    }));
}

// The parts that a package-lock.json names, the ones that only build and test as well.
export function npmParts(file, where) {
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
    .filter(([path, part]) => path !== '' && part.version !== undefined)
    .map(([path, part]) => ({
      ecosystem: 'npm',
      name: part.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: part.version,
      where: part.dev ? `${where}, build and tests` : where,
    }));
}
