/** Waits for something, and not for ever: what hangs must not keep the program from ending. Never rejects. */
export async function bounded(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]).catch(() => {});
  clearTimeout(timer);
}
