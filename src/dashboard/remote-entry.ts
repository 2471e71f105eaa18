/**
 * `remoteEntry.js`: what every user of the dashboard loads at every start, and so only the list of
 * extensions. The host loads it as a classic script and finds the global `nimWizard`, a federated
 * container with `init` and `get`. The code behind the list is loaded when the first code reference is
 * resolved, after the modules that it takes from the host's share scope.
 */
import { extensionList } from './extension-list.ts';
import { SHARED, type ShareScope, takeShared } from './take-shared.ts';

interface Container {
  init: (scope: ShareScope) => void;
  get: (module: string) => Promise<() => unknown>;
}

const script = document.currentScript;
const base = new URL('.', script instanceof HTMLScriptElement ? script.src : location.href);

let scope: ShareScope = {};
let sharing: Promise<void> | undefined;

/** What was taken stays; a failure (a module that could not be loaded) is tried again next time. */
const share = (): Promise<void> => {
  sharing ??= takeShared(scope)
    .then((modules) => {
      Object.assign(globalThis, { [SHARED]: modules });
    })
    .catch((error: unknown) => {
      sharing = undefined;
      throw error;
    });
  return sharing;
};

const load = async <Module>(file: string): Promise<Module> => {
  await share();
  return import(/* @vite-ignore */ new URL(file, base).href);
};

const extensions = extensionList({
  fields: () => load('fields.js'),
  deployment: () => load('deployment.js'),
  settings: () => load('settings.js'),
});

const container: Container = {
  init: (given) => {
    scope = given;
  },
  get: async (name) => {
    if (name !== './extensions') {
      throw new Error(`The federated module nimWizard has no ${name}.`);
    }
    return () => ({ default: extensions });
  },
};

Object.assign(globalThis, { nimWizard: container });
