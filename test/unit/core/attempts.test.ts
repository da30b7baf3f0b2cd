import { describe, expect, it } from 'vitest';
import { createAttemptBudget } from '../../../src/core/index.ts';

describe('the budget of password attempts', () => {
  it('lets the first attempt go', () => {
    const budget = createAttemptBudget();
    expect(budget.begin()).toBe('go');
    expect(budget.spent).toBe(false);
  });

  it('refuses everything after a failed attempt', () => {
    const budget = createAttemptBudget();
    budget.begin();
    budget.failed();
    expect(budget.spent).toBe(true);
    expect(budget.begin()).toBe('refused');
    budget.succeeded();
    expect(budget.begin()).toBe('refused');
  });

  it('refuses a second attempt while nobody knows how the first one ends', () => {
    const budget = createAttemptBudget();
    budget.begin();
    expect(budget.begin()).toBe('refused');
  });

  it('lets another sign-in go after one that succeeded', () => {
    const budget = createAttemptBudget();
    budget.begin();
    budget.succeeded();
    expect(budget.begin()).toBe('go');
  });
});
