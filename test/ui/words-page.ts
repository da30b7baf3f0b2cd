import type { Page } from 'playwright-core';

/** Texts that are shown or said and come from no table of words; `names`: what is nobody’s to translate. */
export async function untranslated(page: Page, names: RegExp): Promise<string[]> {
  const shown = await page.evaluate(textsOf);
  return shown.map((text) => withoutBrackets(text).replaceAll(names, '')).filter((text) => /\p{L}/u.test(text));
}

/** What is left of a text when everything in brackets is gone; brackets hold brackets where a text holds a text. */
function withoutBrackets(text: string): string {
  const less = text.replaceAll(/\[[^[\]]*\]/g, '');
  return less === text ? text : withoutBrackets(less);
}

/** In the page: what is wider than its place, or reaches out of the window. */
export function tooWide(): string[] {
  const root = document.documentElement;
  const wide = [root, ...document.querySelectorAll('main, nav, [role=tablist]')].filter(
    (one) => one.scrollWidth > one.clientWidth + 1,
  );
  // Only what is inside of the window scrolls, never the window.
  if (root.scrollHeight > root.clientHeight + 1) wide.push(root);
  const cut = [...document.querySelectorAll('button, [role=tab], label, h1, h2, h3, select')].filter((one) => {
    const { right, left, width } = one.getBoundingClientRect();
    const isOutside = right > window.innerWidth + 1 || left < -1;
    if (width <= 1) return false;
    return one.scrollWidth > one.clientWidth + 1 || isOutside;
  });
  return [...wide, ...cut].map((one) => `${one.tagName} ${one.textContent?.slice(0, 60)}`);
}

/** In the page: every text that a person sees or a screen reader says. */
function textsOf(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isCode = node.parentElement?.closest('script, style') !== null;
    if (!isCode && node.textContent?.trim()) texts.push(node.textContent);
  }
  const said = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'];
  for (const element of document.body.querySelectorAll('*')) {
    texts.push(...said.flatMap((name) => element.getAttribute(name) ?? []));
  }
  return texts;
}
