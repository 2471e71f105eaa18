import { ArgTypes, Description, DocsContext, Title, useOf } from '@storybook/addon-docs/blocks';
import { type ComponentType, type ReactElement, useContext } from 'react';

/**
 * What a component is, what it takes, and in which states it is shown. The states are links: each has a
 * network of its own, and one page has room for one.
 */
export const DocsPage = (): ReactElement => (
  <>
    <Title />
    <Description of="meta" />
    <PropsOfComponents />
    <h2>States</h2>
    <StateList />
  </>
);

/** What the docgen plugin has read in a component's file; names and comments do not outlive a build. */
const docgenOf = (component: object): { displayName?: string; description?: string } =>
  Reflect.get(component, '__docgenInfo') ?? {};

/** Of the field that a story is about, not of the page that holds it. */
const PropsOfComponents = (): ReactElement => {
  const { meta } = useOf('meta', ['meta']).csfFile;
  const within = Object.entries((meta.subcomponents ?? {}) as Record<string, ComponentType>);
  const own = meta.component as ComponentType;
  const shown = within.length > 0 ? within : [[docgenOf(own).displayName ?? '', own] as const];
  return (
    <>
      {shown.map(([name, component]) => (
        <section key={name}>
          <h2>
            Props of <code>{name}</code>
          </h2>
          {within.length > 0 ? <p>{docgenOf(component).description}</p> : null}
          <ArgTypes of={component} />
        </section>
      ))}
    </>
  );
};

const StateList = (): ReactElement => (
  <ul>
    {useContext(DocsContext)
      .componentStories()
      .map(({ id, name, parameters }) => (
        <li key={id}>
          <a href={`./?path=/story/${id}`} target="_top">
            {name}
          </a>
          {descriptionOf(parameters)}
        </li>
      ))}
  </ul>
);

/** A story's docstring, as Storybook hands it on. */
const descriptionOf = (parameters: Record<string, unknown>): string => {
  const docs = parameters['docs'] as { description?: { story?: string } } | undefined;
  const text = docs?.description?.story;
  return text === undefined ? '' : `: ${text}`;
};
