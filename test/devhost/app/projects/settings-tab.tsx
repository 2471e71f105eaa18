import { Content, Stack, StackItem } from '@patternfly/react-core';
import { useListedExtensions } from '../extensions/use-resolved-extensions.ts';
import { LazyComponent } from '../shell/lazy-component.tsx';

/** The cards that plugins put on a project's settings. */
export const SettingsTab = ({ namespace }: { namespace: string }) => {
  const cards = useListedExtensions('app.project-details/settings-card');
  return (
    <Stack hasGutter className="pf-v6-u-mt-md">
      {cards.length === 0 && <Content component="p">No plugin has settings for a project.</Content>}
      {cards.map(({ uid, properties }) => (
        <StackItem key={uid}>
          <LazyComponent
            name={`settings-card ${String(properties['id'])}`}
            reference={properties['component']}
            props={{ namespace }}
          />
        </StackItem>
      ))}
    </Stack>
  );
};
