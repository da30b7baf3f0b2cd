import { type QualifiedTag, SAXParser } from 'sax';
import { err, ok, type Result } from '../../core/index.ts';

/** An element with its line in the document, counted from 1. Names are local names, attributes are those without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children, and without white space around it. */
  readonly text: string;
  readonly line: number;
}

export interface XmlFlaw {
  readonly line: number;
  readonly reason: string;
}

const mostLevels = 32;
const mostElements = 5_000;
const mostCharacters = 4_000;

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/**
 * Reads a small document from somewhere in the network: well formed or not at all. A document type declaration is refused,
 * so that there are no entities but XML's own five; depth, elements and texts are bounded.
 */
export function readXml(text: string): Result<XmlElement, XmlFlaw> {
  // The types do not know `strictEntities`: XML's own five entities instead of those of HTML.
  const options = { xmlns: true, position: true, strictEntities: true };
  const parser = new SAXParser(true, options);
  const open: Growing[] = [];
  let root: Growing | null = null;
  let count = 0;
  const stop = (reason: string): never => {
    throw new Flaw({ line: parser.line + 1, reason });
  };
  const addText = (added: string) => {
    const current = open.at(-1);
    if (current === undefined) return;
    current.text += added;
    if (current.text.length > mostCharacters) stop(`a text of more than ${mostCharacters} characters`);
  };
  parser.onerror = (error) => stop(error.message.split('\n')[0] ?? 'it is not well formed');
  parser.ondoctype = () => stop('a document type declaration (DOCTYPE), which settings do not need');
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as QualifiedTag;
    count += 1;
    if (count > mostElements) stop(`more than ${mostElements} elements`);
    if (open.length >= mostLevels) stop(`more than ${mostLevels} levels`);
    const plain = Object.values(attributes).filter(({ prefix }) => prefix === '');
    const element: Growing = {
      name: local,
      namespace: uri,
      attributes: new Map(plain.map(({ local: name, value }) => [name, value])),
      children: [],
      text: '',
      line: parser.line + 1,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    if (closed) closed.text = closed.text.trim();
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Flaw) return err(error.flaw);
    return err({ line: parser.line + 1, reason: error instanceof Error ? error.message : String(error) });
  }
  return root === null ? err({ line: 1, reason: 'it is empty' }) : ok(root);
}

class Flaw extends Error {
  readonly flaw: XmlFlaw;

  constructor(flaw: XmlFlaw) {
    super(flaw.reason);
    this.flaw = flaw;
  }
}

/** Child elements of one name, whatever their namespace. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of a name; null without one. */
export function textOf(element: XmlElement, name: string): string | null {
  return childrenOf(element, name)[0]?.text ?? null;
}
