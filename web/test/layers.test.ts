import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** The folders in data order; a folder imports only itself and earlier ones. */
const LAYERS = [
  'api',
  'ui',
  'access',
  'reconciliation',
  'compare',
  'home',
  'new',
  'run',
  'sources',
  'breaks',
  'matches',
  'approvals',
  'rules',
  'people',
  'profile',
  'audit',
  'system',
  'app',
];

const source = resolve(import.meta.dirname, '../src');

function layerOf(file: string): string {
  return relative(source, file).split('/')[0] ?? '';
}

function sourceFiles(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== 'main.tsx')
    .map((name) => join(source, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => {
    return resolve(dirname(file), path ?? '');
  });
}

function isAllowed(from: string, to: string): boolean {
  return LAYERS.indexOf(to) <= LAYERS.indexOf(from);
}

test('every folder is in the list', () => {
  const folders = new Set(sourceFiles().map(layerOf));
  expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([]);
});

test('a folder imports only itself and earlier ones', () => {
  const wrong = sourceFiles().flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(layerOf(file), layerOf(imported)))
      .map((imported) => `${relative(source, file)} imports ${relative(source, imported)}`),
  );
  expect(wrong).toEqual([]);
});

test('a noun does not import another noun', () => {
  const nouns = ['home', 'new', 'run', 'breaks', 'matches', 'people', 'profile', 'audit'];
  const wrong = sourceFiles().flatMap((file) => {
    const from = layerOf(file);
    return importsOf(file)
      .map(layerOf)
      .filter((to) => nouns.includes(from) && nouns.includes(to) && to !== from)
      .map((to) => `${relative(source, file)} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});

test('money is never a floating-point number', () => {
  const wrong = sourceFiles().filter((file) => {
    return /(?:parseFloat|Number)\([^)]*(?:value|amount|units)\b/i.test(readFileSync(file, 'utf8'));
  });
  expect(wrong.map((file) => relative(source, file))).toEqual([]);
});
