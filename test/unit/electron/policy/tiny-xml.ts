export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface OpenElement extends Element {
  readonly children: Element[];
  text: string;
}

const token = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** The root element of a document of ours. Throws Error where it is not well-formed; namespaces and entities stay as they are. */
export function parseXml(xml: string): Element {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const [all, closing, name = '', attributes = '', empty, text] of xml.matchAll(token)) {
    end += all.length;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += text;
    else if (closing === '/') {
      if (parent.name !== name || open.length === 1) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else if (name !== '') {
      const element: OpenElement = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [only] = root.children;
  if (end !== xml.length || open.length !== 1 || only === undefined || root.children.length !== 1) {
    throw new Error(`not well-formed near “${xml.slice(end, end + 40)}”`);
  }
  return only;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}
