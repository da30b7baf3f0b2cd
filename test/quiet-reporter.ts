import { DefaultReporter, type TestModule } from 'vitest/node';

/** Failures in full, and one closing line: what passed has nothing to say. */
export default class QuietReporter extends DefaultReporter {
  constructor() {
    super({ summary: false });
  }

  protected override printTestModule(module: TestModule): void {
    if (!module.ok()) super.printTestModule(module);
  }
}
