/** The report's format as one page of Markdown. Pure: a JSON Schema (draft 2020-12) in, the page out. */
export function reportPage(schema) {
  const definitions = new Map();
  const body = rows('', schema, schema, definitions);
  const lines = [
    '# The report',
    '',
    '<!-- Generated from src/run/report/schema.ts by `npm run docs`; edit the schema instead. -->',
    '',
    '`waypost … --json` prints one report. Its `version` is counted up when a change would break a reader; fields may be added',
    'without that, so readers ignore what they do not know. Times are milliseconds from the start of the run, dates ISO 8601 in',
    'UTC. Texts in `evidence`, `answered`, `text`, `greeting` and `reply` come from servers: control and direction',
    'characters are escaped (`\\u{…}` or `\\uXXXX`), what is too long is cut, and a password that a server repeats is masked. They',
    'stay untrusted: escape them for the place where you show them.',
    '',
    '`waypost … --json-lines` prints the events that the report is folded from, one a line, as they happen:',
    '`run-started`, `probe-started`, `observation`, `probe-finished`, `run-finished`. Each has the run’s id, its place in the',
    'sequence (`seq`), the `seq` of the event it belongs under (`parent`), and its time (`at`). Events recorded in a file',
    'replay to the same report. The app keeps its history in files of this kind, and opens them.',
    '',
    '## Support bundles',
    '',
    'The app saves a run for whoever helps as one JSON file, `waypost-support-<date>-<time>-<run>.json` (UTC), and shows every',
    'character of it before. It opens again in the app and replays as the run that it was made of.',
    '',
    '| field | what it is |',
    '|---|---|',
    '| `kind`, `version` | `waypost-support`, `1` |',
    '| `madeAt` | ISO 8601, UTC |',
    '| `waypost`, `platform`, `versions` | of the program, and of what it runs on |',
    '| `settings` | as they were; of the certificates only their number |',
    '| `policy` | which settings an administrator has set or locked, and where; not to what |',
    '| `report`, `events` | the run; the report is folded from these very events |',
    '',
    'No password is in it, since none gets into an event. The home folder is written `~` and this machine’s name',
    '`this-computer`. Where people are to be hidden, each becomes one `person-N` wherever and however the name is written; mail',
    'addresses keep their domain, servers their names.',
    '',
    '## Outcomes',
    '',
    '| outcome of a run | meaning | exit code |',
    '|---|---|---|',
    '| passed | every link holds; there may be warnings | 0 |',
    '| failed | at least one link is broken: see `firstFailure` | 1 |',
    '| inconclusive | nothing is known to be broken, but something could not be checked or needs a decision | 3 |',
    '| cancelled | somebody ended it | 130 |',
    '',
    'A probe ends `passed`, `warned`, `failed`, `skipped` (it was not tried, `because` says why) or `unknown` (it could not be',
    'checked).',
    '',
    '## Fields',
    '',
    ...table(body),
  ];
  for (const [name, definition] of definitions) {
    lines.push('', `### ${name}`, '', ...table(rows('', definition, schema, definitions)));
  }
  return `${lines.join('\n')}\n`;
}

function table(body) {
  return ['| field | type | what it is |', '|---|---|---|', ...body];
}

function rows(path, node, root, definitions) {
  const { inner } = unwrap(node, definitions, root);
  if (inner.type === 'array') return rows(`${path}[]`, inner.items, root, definitions);
  if (inner.properties === undefined) return [];
  return Object.entries(inner.properties).flatMap(([key, child]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [
      `| \`${at}\` | ${typeName(child, definitions, root)} | ${child.description ?? ''} |`,
      ...nested(at, child, root, definitions),
    ];
  });
}

function nested(at, child, root, definitions) {
  const { inner, named } = unwrap(child, definitions, root);
  return named === null ? rows(at, inner, root, definitions) : [];
}

/** Looks through references and "or null". A definition that is referred to gets a section of its own. */
function unwrap(node, definitions, root) {
  const alternatives = (node.anyOf ?? node.oneOf ?? []).filter(({ type }) => type !== 'null');
  if (alternatives.length === 1) return unwrap(alternatives[0], definitions, root);
  if (node.type === 'array' && node.items?.$ref)
    return { inner: node, named: nameOf(node.items.$ref, definitions, root) };
  if (node.$ref === undefined) return { inner: node, named: null };
  return { inner: node, named: nameOf(node.$ref, definitions, root) };
}

function nameOf(reference, definitions, root) {
  const key = reference.split('/').at(-1);
  const name = root.$defs?.[key]?.title ?? key;
  if (!definitions.has(name)) definitions.set(name, root.$defs[key]);
  return name;
}

function typeName(node, definitions, root) {
  const alternatives = node.anyOf ?? node.oneOf;
  if (alternatives) return [...new Set(alternatives.map((one) => typeName(one, definitions, root)))].join(' or ');
  if (node.$ref) return `[${nameOf(node.$ref, definitions, root)}](#${nameOf(node.$ref, definitions, root)})`;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(' ');
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.type === 'array') return `list of ${typeName(node.items, definitions, root)}`;
  return [node.type ?? 'any'].flat().join(' or ');
}
