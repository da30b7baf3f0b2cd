import type { Page } from 'playwright-core';

export interface Person {
  readonly user: string;
  readonly password: string;
}

export const alice: Person = { user: 'alice@corp.example', password: 'Waypost-lab-1' };

/** Fills the first form, as somebody does who has just been given a password, and starts. */
export async function setUp(page: Page, { user, password }: Person, server?: string): Promise<void> {
  await page.getByLabel('E-mail address or sign-in name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  if (server !== undefined) {
    await page.getByText('My mail server has a name I know').click();
    await page.getByLabel('Mail server').fill(server);
  }
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
}

/** Breaks the embedded world in ways of the "what would you like to break?" list. */
export async function breakWorld(page: Page, ...faults: readonly string[]): Promise<void> {
  await page.evaluate((ids) => window.waypost.call('demo.break', [...ids]), faults);
}
