/**
 * The modules that the host provides as eager singletons and that a plugin must take from it, each with
 * the least version that the plugin works with: the same major, and this minor or a later one. The one
 * place that names them: the plugin's build, its entry, the development dashboard and the check that
 * nothing of them is bundled read this list.
 */
export const sharedByHost = {
  react: '18.3',
  'react-dom': '18.3',
  'react-router': '7.18',
  'react-router-dom': '7.18',
  '@openshift/dynamic-plugin-sdk': '5.0',
  '@openshift/dynamic-plugin-sdk-utils': '5.0',
  '@patternfly/react-core': '6.5',
  '@patternfly/react-styles': '6.5',
} as const;

export type SharedName = keyof typeof sharedByHost;
