import * as pluginSdk from '@openshift/dynamic-plugin-sdk';
import pluginSdkManifest from '@openshift/dynamic-plugin-sdk/package.json' with { type: 'json' };
import * as pluginSdkUtils from '@openshift/dynamic-plugin-sdk-utils';
import pluginSdkUtilsManifest from '@openshift/dynamic-plugin-sdk-utils/package.json' with { type: 'json' };
import * as patternFly from '@patternfly/react-core';
import patternFlyManifest from '@patternfly/react-core/package.json' with { type: 'json' };
import iconsManifest from '@patternfly/react-icons/package.json' with { type: 'json' };
import * as patternFlyStyles from '@patternfly/react-styles';
import patternFlyStylesManifest from '@patternfly/react-styles/package.json' with { type: 'json' };
import React from 'react';
import reactManifest from 'react/package.json' with { type: 'json' };
import ReactDOM from 'react-dom';
import reactDomManifest from 'react-dom/package.json' with { type: 'json' };
import * as router from 'react-router';
import routerManifest from 'react-router/package.json' with { type: 'json' };
import * as routerDom from 'react-router-dom';
import routerDomManifest from 'react-router-dom/package.json' with { type: 'json' };
import type { sharedByHost } from '../../../../src/dashboard/shared-modules.ts';

type ProvidedName = keyof typeof sharedByHost;

/** One entry of `init({ shared })` of the federation runtime. */
export interface SharedModule {
  version: string;
  lib?: () => unknown;
  get?: () => Promise<() => unknown>;
  shareConfig: { singleton: boolean; eager?: boolean; requiredVersion: string };
}

const provided = (version: string, module: unknown): SharedModule => ({
  version,
  lib: () => module,
  shareConfig: { singleton: true, eager: true, requiredVersion: `^${version}` },
});

/**
 * The modules of which there is one copy in the page, the dashboard's. The two that are CommonJS are
 * given as their `module.exports`, as a bundler's host does.
 */
const providedByHost: Record<ProvidedName, SharedModule> = {
  react: provided(reactManifest.version, React),
  'react-dom': provided(reactDomManifest.version, ReactDOM),
  'react-router': provided(routerManifest.version, router),
  'react-router-dom': provided(routerDomManifest.version, routerDom),
  '@openshift/dynamic-plugin-sdk': provided(pluginSdkManifest.version, pluginSdk),
  '@openshift/dynamic-plugin-sdk-utils': provided(pluginSdkUtilsManifest.version, pluginSdkUtils),
  '@patternfly/react-core': provided(patternFlyManifest.version, patternFly),
  '@patternfly/react-styles': provided(patternFlyStylesManifest.version, patternFlyStyles),
};

/** Shared, but a plugin may bring its own copy: loaded only when a plugin asks for it. */
const withFallback: Record<string, SharedModule> = {
  '@patternfly/react-icons': {
    version: iconsManifest.version,
    get: async () => {
      const icons = await import('@patternfly/react-icons');
      return () => icons;
    },
    shareConfig: { singleton: true, requiredVersion: `^${iconsManifest.version}` },
  },
};

/** What the dashboard puts into the federation's share scope. */
export const sharedModules: Record<string, SharedModule> = { ...providedByHost, ...withFallback };
