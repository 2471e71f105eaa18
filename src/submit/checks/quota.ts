import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { quantityOf, writtenAmount } from '../../cluster/quantity.ts';
import type { ResourceQuota } from '../../cluster/kubernetes.ts';
import { type Demand, demandsOf } from './demand.ts';
import { type Problem, stops, warns } from './problem.ts';

/** Scopes that the pods of a model are in; a quota with any other is not about them. */
const OWN_SCOPES = ['NotTerminating', 'NotBestEffort'];

/** Whether the project's quotas leave room for a deployment. */
export const checkQuotas = (bundle: ResourceBundle, quotas: readonly ResourceQuota[]): Problem[] =>
  checkDemands(demandsOf(bundle), quotas);

/** Whether the quotas leave room for what is asked for beyond what is had already. */
export const checkDemands = (
  demands: ReadonlyMap<string, Demand>,
  quotas: readonly ResourceQuota[],
): Problem[] =>
  quotas.filter(isAboutModels).flatMap((quota) =>
    Object.keys(quota.spec.hard ?? {}).flatMap((resource) => {
      const demand = demands.get(resource);
      return demand && moreOf(demand) > 0 ? checkOne(quota, resource, demand) : [];
    }),
  );

const moreOf = ({ amount, had }: Demand): number => amount - (had?.amount ?? 0);

/** Whether a quota counts the pods of models. */
export const isAboutModels = ({ spec }: ResourceQuota): boolean =>
  !spec.scopeSelector && (spec.scopes ?? []).every((scope) => OWN_SCOPES.includes(scope));

/** What a quota allows of something, and what is left of that; undefined where it does not count it. */
export const leftOf = ({ spec, status }: ResourceQuota, resource: string): Room | undefined => {
  const hard = status?.hard?.[resource] ?? spec.hard?.[resource];
  const used = status?.used?.[resource] ?? '0';
  const most = quantityOf(hard);
  return hard === undefined || most === undefined
    ? undefined
    : {
        hard: writtenAmount(resource, hard),
        used: writtenAmount(resource, used),
        most,
        left: most - (quantityOf(used) ?? 0),
      };
};

/** How much a quota allows of something and how much of it is in use, in words; and as numbers what there is to be had. */
interface Room {
  hard: string;
  used: string;
  most: number;
  left: number;
}

const checkOne = (quota: ResourceQuota, resource: string, demand: Demand): Problem[] => {
  const room = leftOf(quota, resource);
  if (!room || (moreOf(demand) <= room.left && demand.amount <= room.most)) {
    return [];
  }
  const { hard, used, most } = room;
  const field = demand.at === 'creation' ? fieldOf(resource) : 'hardware';
  const instead = demand.had ? ` instead of ${demand.had.text}` : '';
  const facts = `The quota "${quota.metadata.name}" allows ${hard} of ${resource}, ${used} of it in use; this deployment asks for ${demand.text}${instead}.`;
  if (demand.amount > most) {
    const title = `The project's quota does not allow so much of ${resource}`;
    return [stops(field, title, `${facts} Choose less, or ask an administrator for more.`)];
  }
  const title = `The project's quota leaves too little of ${resource}`;
  return demand.at === 'creation'
    ? [stops(field, title, `${facts} Delete something, or ask an administrator for more.`)]
    : [warns(field, title, `${facts} It starts when other pods of the project have stopped.`)];
};

const fieldOf = (resource: string): 'storage' | 'key' | 'name' => {
  if (/storage|persistentvolumeclaims/.test(resource)) {
    return 'storage';
  }
  return resource.endsWith('secrets') ? 'key' : 'name';
};
