/** What the plugin reads from the cluster, and what is said of it when it did not come. */

export const didNotAnswer = (what: string): string =>
  `The cluster did not answer when asked for ${what}.`;
export const forbidden = (what: string): string =>
  `You do not have permission to read ${what}. Ask an administrator.`;
export const refused = (what: string, reason: string): string =>
  `The cluster refused to show ${what}: ${reason}`;

// Of a project, and of the cluster.
export const secrets = "this project's Secrets";
export const servingRuntimes = 'the serving runtimes of this project';
export const deployments = 'the deployments of this project';
export const volumes = 'the volumes of this project';
export const rights = 'what you may do in this project';
export const storageClasses = 'the storage classes';
export const hardwareProfiles = 'the hardware profiles';

// The catalog.
export const catalog = (name: string, namespace: string): string =>
  `the model catalog (ConfigMap ${name} in ${namespace})`;
export const noCatalog = (name: string, namespace: string): string =>
  `There is no model catalog: the ConfigMap ${name} is not in the namespace ${namespace}. Ask an administrator to install it.`;
export const catalogForbidden = (catalogName: string): string =>
  `You may not read ${catalogName}. Ask an administrator to grant all users read access to it, or to check its name.`;
export const catalogDidNotAnswer = (catalogName: string): string =>
  `The cluster did not answer when asked for ${catalogName}. Try again in a moment, or ask an administrator.`;
export const catalogEmpty = (catalogName: string): string =>
  `There is no model in ${catalogName}. Ask an administrator to add some.`;
export const catalogUnreadable = (catalogName: string): string =>
  `No model can be read in ${catalogName}. Ask an administrator to replace it.`;

// A further part of the catalog, without which there are the models of the others.
export const noCatalogPart = (name: string, namespace: string): string =>
  `The ConfigMap ${name} is not in the namespace ${namespace}, so its models are missing here. Ask an administrator to install it.`;
export const catalogPartForbidden = (name: string, namespace: string): string =>
  `You may not read the ConfigMap ${name} in ${namespace}, so its models are missing here. Ask an administrator to grant all users read access to it.`;
export const catalogPartUnreadable = (name: string, namespace: string): string =>
  `No model can be read in the ConfigMap ${name} in ${namespace}. Ask an administrator to replace it.`;

// The templates of serving runtimes.
export const template = (name: string): string => `the template ${name}`;
export const noTemplate = (name: string, namespace: string): string =>
  `The template ${name} is not in the namespace ${namespace}. Ask an administrator to install it.`;
export const templateUnreadable = (name: string, namespace: string): string =>
  `The template ${name} in ${namespace} holds no readable serving runtime. Ask an administrator to install it again.`;
