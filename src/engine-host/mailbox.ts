/** Items put in from anywhere, taken out in order by one reader, for ever. */
export class Mailbox<T> {
  readonly #items: T[] = [];
  #wake: () => void = () => {};

  put(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, never> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) yield item;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
