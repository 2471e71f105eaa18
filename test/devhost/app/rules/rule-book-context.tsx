import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { BrokenRule, RuleBook } from './rule-book.ts';

const RuleBookContext = createContext<RuleBook | null>(null);

export const RuleBookProvider = RuleBookContext.Provider;

export const useRuleBook = (): RuleBook => {
  const ruleBook = useContext(RuleBookContext);
  if (!ruleBook) {
    throw new Error('The rule book is missing: render inside RuleBookProvider.');
  }
  return ruleBook;
};

export const useBrokenRules = (): readonly BrokenRule[] => {
  const ruleBook = useRuleBook();
  return useSyncExternalStore(ruleBook.watch, ruleBook.all);
};

/** For components that are classes and have no hooks. */
export const RuleBookReader = ({ children }: { children: (ruleBook: RuleBook) => ReactNode }) =>
  children(useRuleBook());
