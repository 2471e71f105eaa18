import { createElement, Fragment, type Key } from 'react';

/**
 * What compiled JSX calls. The host shares `react` but not `react/jsx-runtime`, and React's own bundles
 * a second copy of React; this one makes the same elements with the host's.
 */
export const jsx = (
  type: Parameters<typeof createElement>[0],
  props: object,
  key?: Key,
): ReturnType<typeof createElement> =>
  createElement(type, key === undefined ? props : { ...props, key });

export { Fragment, jsx as jsxs };
