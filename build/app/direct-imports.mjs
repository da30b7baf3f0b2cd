// esbuild cuts a program into parts by whole files. A file that only passes on what others export would tie them all
// together: one button on the first screen would bring every dialogue with it. So what is imported from such a file is
// imported from where it comes from.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { root } from '../project.mjs';

const packages = join(root, 'node_modules');

/** An esbuild plugin for our own sources, whose doors are called `index.ts`, and for the packages of Fluent UI. */
export const directImports = {
  name: 'direct-imports',
  setup(build) {
    const find = finder();
    build.onLoad({ filter: /\.(js|tsx?)$/ }, ({ path }) => {
      if (/[\\/]node_modules[\\/](?!@fluentui[\\/][^\\/]+[\\/]lib[\\/])/.test(path)) return undefined;
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/^import \{([^}]*)\} from ['"]([^'"]+)['"];/gm, (whole, names, from) => {
        const door = doorOf(from, path);
        return door === null ? whole : direct(names, from, (name) => find(door, name));
      });
      return { contents, loader: extname(path).slice(1) };
    });
  },
};

/** The file that passes on what this import asks for; null when it is not one of ours or of Fluent UI. */
function doorOf(from, importer) {
  if (from.startsWith('.')) return from.endsWith('/index.ts') ? resolve(dirname(importer), from) : null;
  const door = join(packages, from, 'lib', 'index.js');
  return /^@fluentui\/[^/]+$/.test(from) && existsSync(door) ? door : null;
}

/** One import for each name. Lines are kept, so that an error names the right one. */
function direct(names, from, find) {
  const wanted = names.split(',').map((name) => name.trim());
  const values = wanted.filter((name) => name !== '' && !name.startsWith('type '));
  const imports = values.map((name) => {
    const [exported] = name.split(' as ');
    return `import { ${name} } from '${(find(exported) ?? from).replaceAll('\\', '/')}';`;
  });
  return imports.join(' ') + '\n'.repeat(names.split('\n').length - 1);
}

/** → (door, name) → the file or package that a name comes from, through as many doors as there are; null when it is not told. */
function finder() {
  const tables = new Map();
  const find = (door, name) => {
    if (!tables.has(door)) tables.set(door, passedOn(door));
    const next = tables.get(door).get(name) ?? null;
    return next === null || !isAbsolute(next) ? next : (find(next, name) ?? next);
  };
  return find;
}

/** What a file passes on under the same name: name → file or package that it takes it from. */
function passedOn(file) {
  const source = readFileSync(file, 'utf8').replace(/^\s*\/\/.*$|\/\/ .*$/gm, '');
  const table = new Map();
  for (const [, names, from] of source.matchAll(/export \{([^}]*)\} from ['"]([^'"]+)['"]/g)) {
    const target = from.startsWith('.') ? fileOf(resolve(dirname(file), from)) : (doorOf(from, file) ?? from);
    for (const name of target === null ? [] : names.split(',').map((one) => one.trim())) {
      if (name !== '' && !/^type | as /.test(name)) table.set(name, target);
    }
  }
  return table;
}

function fileOf(path) {
  return (
    [path, `${path}.js`, join(path, 'index.js')].find((file) => /\.[jt]sx?$/.test(file) && existsSync(file)) ?? null
  );
}
