import { Alert, Stack, StackItem } from '@patternfly/react-core';
import { ruleSentences } from './rule-book.ts';
import { useBrokenRules } from './rule-book-context.tsx';

/** Every broken rule as an alert; nothing while the plugin keeps them all. */
export const BrokenRules = () => {
  const broken = useBrokenRules();
  if (broken.length === 0) {
    return null;
  }
  return (
    <Stack hasGutter role="alert" aria-label="Broken rules">
      {broken.map(({ rule, extension, detail }) => (
        <StackItem key={`${rule} ${extension} ${detail}`}>
          <Alert
            component="h2"
            isInline
            variant="danger"
            title={`${extension} breaks the rule "${rule}"`}
          >
            <p>{ruleSentences[rule]}</p>
            <p>{detail}</p>
          </Alert>
        </StackItem>
      ))}
    </Stack>
  );
};
