/**
 * The layers of the house, checked on every run:
 * core ← problems ← run ← { net, platform, dns, directory, submission, lab, … } ← chain ← engine-host ← { cli, electron }; renderer
 * knows core, problems, run and the contract.
 */
const rooms = ['net', 'platform', 'dns', 'directory', 'discovery', 'submission', 'mailbox', 'clients', 'lab'];
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
      name: 'engine-host-knows-chain',
      severity: 'error',
      from: { path: '^src/engine-host/' },
      to: { path: '^src/', pathNot: ['^src/(engine-host|core|problems|run|chain)/', '^src/engine-protocol\\.ts$'] },
    },
    {
      name: 'window-knows-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(src|electron)/', pathNot: ['^src/(core|problems|run)/', '^electron/contract(/|\\.ts$)'] },
    },
    {
      name: 'preload-knows-the-contract',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { path: '^(src|electron|renderer)/', pathNot: ['^electron/contract\\.ts$'] },
    },
    {
      name: 'contract-knows-values',
      severity: 'error',
      from: { path: '^electron/contract(/|\\.ts$)' },
      to: { path: '^(src|electron)/', pathNot: ['^src/(core|problems|run)/', '^electron/contract/'] },
    },
    {
      name: 'shell-knows-no-view',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|src/cli)/' },
    },
    {
      name: 'engine-knows-no-view',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(electron|renderer)/' },
    },
    {
      name: 'window-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
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
    onePlace('imapflow', 'mailbox'),
    {
      name: 'imapflow-loaded-for-a-sign-in-only',
      comment: 'Whoever only looks at a server without credentials does not pay for it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/imapflow/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    onePlace('dns-packet', 'dns|lab'),
    onePlace('smtp-server', 'lab'),
    onePlace('commander', 'cli'),
    onePlace('tldts', 'chain'),
    onePlace('uqr', 'clients'),
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
