/**
 * The layers of the house, checked on every run:
 * core ← problems ← run ← { net, platform, dns, directory, submission, lab, … } ← chain ← { engine, cli }.
 */
const rooms = ['net', 'platform', 'dns', 'directory', 'discovery', 'submission', 'clients', 'lab'];
const anyRoom = `^src/(${rooms.join('|')})/`;

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((room) => `^src/${room}/`).concat('\\.d\\.ts$') },
});

const onePlace = (library, place) => ({
  name: `${library}-only-in-${place.replaceAll(/\W+/g, '-')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${place})/` },
  to: { path: `node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    only('core-knows-nobody', 'core', []),
    only('problems-know-core', 'problems', ['core']),
    only('run-knows-problems', 'run', ['core', 'problems']),
    ...rooms.map((room) => only(`${room}-meets-siblings`, room, ['core', 'problems', 'run', ...rooms])),
    only('chain-knows-rooms', 'chain', ['core', 'problems', 'run', ...rooms]),
    {
      name: 'siblings-meet-at-the-door',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: anyRoom, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'lower-layers-have-no-node',
      severity: 'error',
      from: { path: '^src/(core|problems|run)/' },
      to: { dependencyTypes: ['core'] },
    },
    onePlace('ldapts', 'directory|lab'),
    onePlace('nodemailer', 'submission'),
    onePlace('dns-packet', 'dns|lab'),
    onePlace('smtp-server', 'lab'),
    onePlace('commander', 'cli'),
    onePlace('tldts', 'chain'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
