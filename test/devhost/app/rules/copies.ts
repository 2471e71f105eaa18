import type { FederationInstance } from '../federation/load-remote.ts';
import { providedNames } from '../federation/provided-names.ts';
import type { RuleBook, RuleName } from './rule-book.ts';

const HOST = 'app';

/** What the back end found in a script of the remote, by the name of its Server-Timing entry. */
const bundled: Record<string, { rule: RuleName; what: string }> = {
  'bundles-react': { rule: 'one-react', what: 'React' },
  'bundles-react-dom': { rule: 'one-react', what: 'React DOM' },
  'bundles-patternfly': { rule: 'one-patternfly', what: 'PatternFly' },
};

/**
 * Watches for second copies of what there may be one of, as long as the page lives: in the share
 * scope, in the scripts that a remote loads, and in the style sheets that come with them.
 */
export const watchCopies = (ruleBook: RuleBook, federation: FederationInstance): void => {
  const check = () => {
    reportShares(ruleBook, federation);
    reportStyleSheets(ruleBook);
  };
  new PerformanceObserver((list) => {
    list.getEntries().forEach((entry) => {
      if (entry instanceof PerformanceResourceTiming) {
        reportScript(ruleBook, entry);
      }
    });
    check();
  }).observe({ type: 'resource', buffered: true });
  new MutationObserver(check).observe(document.head, { childList: true });
};

const reportScript = (ruleBook: RuleBook, entry: PerformanceResourceTiming): void =>
  entry.serverTiming.forEach(({ name }) => {
    const found = bundled[name];
    if (found) {
      const extension = new URL(entry.name).pathname;
      ruleBook.report({
        rule: found.rule,
        extension,
        detail: `The script holds a copy of ${found.what}.`,
      });
    }
  });

const reportShares = (ruleBook: RuleBook, federation: FederationInstance): void => {
  const shared = federation.shareScopeMap['default'] ?? {};
  providedNames.forEach((name) => {
    Object.entries(shared[name] ?? {})
      .filter(([, { from }]) => from !== HOST)
      .forEach(([version, { from }]) => {
        const rule = name.startsWith('@patternfly') ? 'one-patternfly' : 'one-react';
        const detail = `It offers its own ${name} ${version} to the share scope.`;
        ruleBook.report({ rule, extension: from, detail });
      });
  });
};

/** A selector that begins with PatternFly's own class or tokens changes the whole page. */
const PATTERNFLY_RULE = /^\.pf-v6-[cl]-/;

const reportStyleSheets = (ruleBook: RuleBook): void =>
  [...document.styleSheets]
    .filter(({ href }) => href !== null && new URL(href).pathname.startsWith('/_mf/'))
    .forEach((sheet) => {
      const rule = rulesOf(sheet).find((one) => PATTERNFLY_RULE.test(one.selectorText));
      if (rule && sheet.href) {
        const extension = new URL(sheet.href).pathname;
        const detail = `Its style sheet has a rule for ${rule.selectorText}.`;
        ruleBook.report({ rule: 'one-patternfly-css', extension, detail });
      }
    });

const rulesOf = (sheet: CSSStyleSheet): CSSStyleRule[] =>
  [...sheet.cssRules].filter((rule) => rule instanceof CSSStyleRule);
