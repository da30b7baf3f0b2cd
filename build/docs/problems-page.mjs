const owners = {
  user: 'you',
  directory: 'the directory administrators',
  dns: 'the DNS administrators',
  mail: 'the mail administrators',
  network: 'whoever runs the network: routers, firewalls, VPN',
};

const severities = {
  error: 'a link of the chain is broken',
  decision: 'a person has to say something first; run it again with the answer',
  warning: 'it works, but not as it should',
  notice: 'worth knowing; nothing is wrong',
};

const areas = {
  dns: 'Names',
  dc: 'Domain controllers',
  ldap: 'Sign-in and account',
  net: 'Connections',
  tls: 'Certificates and encryption',
  smtp: 'Relay and message',
  mx: 'Mail routes',
  input: 'Input',
  run: 'The run itself',
};

/** The catalogue as one page of Markdown. Pure: the catalogue's entries and their texts in, the page out. */
export function problemsPage(catalogue, texts) {
  const byArea = groupBy(Object.keys(catalogue), areaOf);
  const lines = [
    '# Problems',
    '',
    '<!-- Generated from src/problems by `npm run docs`; edit the catalogue or its texts instead. -->',
    '',
    'Each problem has a code that stays the same from version to version. It appears in the report, in the terminal and in the',
    'window, together with the words below; names such as *host* stand for what was found.',
    '',
    ...table('Severity', severities),
    '',
    ...table('Who fixes it', owners),
    '',
    'A problem may name somebody else where the place of the fault is known better: the certificate of a domain controller is',
    'a matter for the directory administrators. A problem that follows from another one is folded under it.',
    '',
    ...[...byArea.keys()].map((area) => `- [${titleOf(area)}](#${anchor(titleOf(area))})`),
  ];
  for (const [area, codes] of byArea) {
    lines.push('', `## ${titleOf(area)}`);
    for (const code of codes) lines.push('', ...section(code, catalogue[code], texts[code]));
  }
  return `${lines.join('\n')}\n`;
}

function section(code, { severity, owner, silences }, { title, meaning, todo }) {
  return [
    `### ${code}`,
    '',
    `**${markdown(title)}**`,
    '',
    markdown(meaning),
    '',
    `- Severity: ${severity}`,
    `- Who fixes it: ${owners[owner]}`,
    `- What to do: ${markdown(todo)}`,
    ...(silences.length > 0 ? [`- Folded under it: ${silences.map(link).join(', ')}`] : []),
  ];
}

function table(heading, rows) {
  return [`| ${heading} | |`, '|---|---|', ...Object.entries(rows).map(([key, text]) => `| ${key} | ${text} |`)];
}

function markdown(text) {
  return text
    .replace(/[\\`*_<>|[\]]/g, '\\$&')
    .replace(/\{(\w+)\}/g, '*$1*')
    .replace(/(?<![\w-])--[a-z][a-z-]*/g, '`$&`');
}

function link(code) {
  return `[${code}](#${anchor(code)})`;
}

/** The anchor that GitHub and GitLab give to a heading. */
function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

function areaOf(code) {
  return code.slice(0, code.indexOf('.'));
}

function titleOf(area) {
  return areas[area] ?? area;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
