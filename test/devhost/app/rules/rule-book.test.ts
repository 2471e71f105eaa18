import { describe, expect, it, vi } from 'vitest';
import { RuleBook } from './rule-book.ts';

const broken = { rule: 'zod-3', extension: 'field', detail: 'A zod 4 schema.' } as const;
const newLog = () => ({ error: vi.fn<() => void>(), warn: vi.fn<() => void>() });

describe('RuleBook', () => {
  it('writes a broken rule to the log as an error and tells who watches', () => {
    const log = newLog();
    const watcher = vi.fn<() => void>();
    const ruleBook = new RuleBook(log);
    ruleBook.watch(watcher);
    ruleBook.report(broken);
    expect(log.error).toHaveBeenCalledExactlyOnceWith('[zod-3] field: A zod 4 schema.');
    expect(watcher).toHaveBeenCalledOnce();
    expect(ruleBook.all()).toEqual([broken]);
  });

  it('says the same thing once', () => {
    const log = newLog();
    const ruleBook = new RuleBook(log);
    ruleBook.report(broken);
    ruleBook.report({ ...broken });
    expect(log.error).toHaveBeenCalledOnce();
    expect(ruleBook.all()).toHaveLength(1);
  });

  it('keeps its list’s identity while nothing is added', () => {
    const ruleBook = new RuleBook(newLog());
    ruleBook.report(broken);
    const before = ruleBook.all();
    ruleBook.report(broken);
    expect(ruleBook.all()).toBe(before);
  });
});
