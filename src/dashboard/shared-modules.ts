/**
 * The modules that the host provides as eager singletons and that a plugin must take from it.
 * The one place that names them: the plugin's build, the development dashboard and the check that
 * nothing of them is bundled read this list.
 */
export const sharedByHost = [
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  '@openshift/dynamic-plugin-sdk',
  '@openshift/dynamic-plugin-sdk-utils',
  '@patternfly/react-core',
  '@patternfly/react-styles',
] as const;
